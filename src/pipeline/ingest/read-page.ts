import { readHtmlPage, readMarkdownPage, readPlainPage, type Page } from '../../core/formats/page-text/index.ts'
import { Fault } from '../../core/model/index.ts'
import { decodeText } from './decode-text.ts'
import { detectFormat } from './detect-format.ts'
import type { DocumentReader, InputDocument } from './ports.ts'

/** The longest page read, in UTF-16 units; a book is shorter. */
export const MAX_PAGE_CHARACTERS = 16_000_000

/**
 * The page in a file: Markdown by its name, HTML by its first characters or name, anything else that is text as plain
 * text. Throws a Fault when the file cannot be read, is empty, too long, or is data of another kind.
 */
export async function readPage(documents: DocumentReader, path: string): Promise<Page> {
  const skipped: string[] = []
  for await (const document of documents.read([path], ({ path: place, reason }) => skipped.push(`${place}: ${reason}`))) return await parse(path, document)
  throw new Fault('bad-input', `the file ${path} cannot be read${skipped[0] === undefined ? '' : `: ${skipped[0]}`}`, 'Give a page as Markdown (.md), HTML (.html) or text (.txt).')
}

async function parse(path: string, document: InputDocument): Promise<Page> {
  let text = ''
  for await (const chunk of decodeText(document.open())) {
    text += chunk
    if (text.length > MAX_PAGE_CHARACTERS) throw new Fault('bad-input', `the page ${path} is longer than ${MAX_PAGE_CHARACTERS} characters`, 'Save the part that matters.')
  }
  if (text.trim() === '') throw new Fault('bad-input', `the page ${path} holds only white space`, 'Write or download it again.')
  if (text.includes('\u0000')) throw new Fault('bad-input', `the file ${path} is not text`, 'Save the page as Markdown, HTML or text.')
  const extension = /\.([a-z0-9]+)$/i.exec(document.name)?.[1]?.toLowerCase() ?? ''
  const format = detectFormat(document.name, text.slice(0, 4096)).kind
  if (format === 'html' || ['html', 'htm', 'xhtml'].includes(extension)) return readHtmlPage(text)
  return ['md', 'markdown', 'mdown'].includes(extension) ? readMarkdownPage(text) : readPlainPage(text)
}
