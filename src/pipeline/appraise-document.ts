import { Fault, type Source } from '../core/model/index.ts'
import type { Vocabulary } from '../core/terminology/index.ts'
import { extractEvidence } from './appraisal/extraction/index.ts'
import type { AppraisedDocument, DocumentAppraisal } from './engine-types.ts'
import { readDocument, type DocumentReader, type InputDocument } from './ingest/index.ts'

/**
 * Reads the documents of one file and appraises each. Plain text is read as Markdown without marks: a first line
 * titles it, empty lines part its paragraphs.
 */
export async function appraiseDocument({ documents, vocabulary }: { readonly documents: DocumentReader; readonly vocabulary: Vocabulary }, path: string): Promise<DocumentAppraisal> {
  const skipped: string[] = []
  const appraised: AppraisedDocument[] = []
  for await (const document of documents.read([path], ({ path: place, reason }) => skipped.push(`${place}: ${reason}`))) {
    for await (const item of readDocument(asText(document))) {
      if (item.kind === 'source') appraised.push(tell(item.source, vocabulary))
      else skipped.push(item.reason)
    }
  }
  const [first, ...others] = appraised
  if (first === undefined) throw new Fault('bad-input', `the file ${path} holds no document that can be appraised${skipped[0] === undefined ? '' : `: ${skipped[0]}`}`, 'Give JATS or PubMed XML, Markdown, HTML, plain text (.txt) or an evidence record (.jsonl).')
  return { ...first, others, skipped }
}

function asText(document: InputDocument): InputDocument {
  const isPlain = /\.(?:txt|text)$/i.test(document.name) || !/\.[a-z0-9]{1,8}$/i.test(document.name)
  return isPlain ? { ...document, name: `${document.name.replace(/\.(?:txt|text)$/i, '')}.md`, open: () => titled(document.open()) } : document
}

/** Longer first lines are a paragraph, not a title. */
const LONGEST_TITLE_BYTES = 200
const LINE_END = 0x0a

/** Marks a short first line as the heading, unless the text starts with a mark of its own (Markdown, XML, JSON, UTF-16). */
async function* titled(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of bytes) {
    const lineEnd = chunk.indexOf(LINE_END)
    if (isFirst && lineEnd > 0 && lineEnd <= LONGEST_TITLE_BYTES && isLetterOrDigit(chunk[0] ?? 0)) yield new TextEncoder().encode('# ')
    isFirst = false
    yield chunk
  }
}

function isLetterOrDigit(byte: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(byte)) && byte < 0x80
}

function tell(source: Source, vocabulary: Vocabulary): AppraisedDocument {
  const { id, title, kind, organization, journal, year, pmid, pmcid, doi, textKind, retraction, preprint } = source
  return { source: { id, title, kind, organization, journal, year, pmid, pmcid, doi, textKind, retraction, preprint }, ...extractEvidence(source, vocabulary) }
}
