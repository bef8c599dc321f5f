import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { fileDocuments } from '../../adapters/files/index.ts'
import { Fault, type Source } from '../../core/model/index.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { extractEvidence, type ExtractedEvidence } from '../../pipeline/appraisal/extraction/index.ts'
import { readDocument } from '../../pipeline/ingest/index.ts'
import { findingLabelsSchema, type FindingPlace } from './finding-label.ts'
import { extractionLabelSchema, type ExtractionLabel } from './label.ts'
import { agreesWithMetadata, metadataDesign } from './metadata-design.ts'
import { scoreFindings, type FindingScore } from './score-findings.ts'

export type ExtractionFigure = { readonly right: number; readonly of: number; readonly proportion: number }

export type ExtractionMistake = { readonly pmcid: string; readonly field: 'design' | 'randomised' | 'fundingStatement'; readonly predicted: string; readonly label: string }

/** How one set of hand-read labels was met. */
export type LabelledFigures = { readonly design: ExtractionFigure; readonly randomised: ExtractionFigure; readonly fundingStatement: ExtractionFigure; readonly mistakes: readonly ExtractionMistake[] }

export type ExtractionEvaluation = {
  readonly articles: number
  /** Against what publisher and indexers say of the design, where they say anything. */
  readonly metadata: ExtractionFigure & { readonly differences: readonly { readonly pmcid: string; readonly predicted: string; readonly metadata: string }[] }
  /** Against hand-read labels on whose mistakes rules were improved. */
  readonly improvedOn: LabelledFigures
  /** Against hand-read labels that no rule was improved on. */
  readonly heldOut: LabelledFigures
  /** Quotes that are not the words of their span: none, or a defect. */
  readonly wrongSpans: number
  readonly findings: number
  /** Findings of abstracts and first tables against the hand-read results of 20 articles. */
  readonly findingScores: Readonly<Record<FindingPlace, FindingScore>>
  readonly refused: number
  readonly findingsPerSecond: number
}

const LABELS = join(import.meta.dirname, 'labels.json')
const FINDING_LABELS = join(import.meta.dirname, 'finding-labels.json')

/**
 * Reads every article of a `.tar.gz`, folder or file, extracts its evidence, and scores it against the labels. `now`
 * gives milliseconds; only the speed depends on it. The labels are opened after the last article is read.
 */
export async function evaluateExtraction(path: string, now: () => number, labelsPath = LABELS): Promise<ExtractionEvaluation> {
  const vocabulary = starterVocabulary()
  const sources = await readSources(path)
  const started = now()
  const extracted = sources.map((source) => ({ source, evidence: extractEvidence(source, vocabulary) }))
  const seconds = (now() - started) / 1000
  const labels = z.array(extractionLabelSchema).parse(JSON.parse(await readFile(labelsPath, 'utf8')))
  const findingLabels = findingLabelsSchema.parse(JSON.parse(await readFile(FINDING_LABELS, 'utf8')))
  const findings = extracted.reduce((sum, { evidence }) => sum + evidence.findings.length, 0)
  const byArticle = new Map(extracted.map(({ source, evidence }) => [source.pmcid ?? '', evidence]))
  const scoreSet = (set: ExtractionLabel['set']): LabelledFigures => scoreLabels(labels.filter((label) => label.set === set), byArticle)
  return {
    articles: sources.length,
    metadata: compareWithMetadata(extracted),
    improvedOn: scoreSet('improved-on'),
    heldOut: scoreSet('held-out'),
    wrongSpans: extracted.reduce((sum, { source, evidence }) => sum + wrongSpans(source.text, evidence), 0),
    findings,
    findingScores: scoreFindings(extracted, findingLabels),
    refused: extracted.reduce((sum, { evidence }) => sum + evidence.refused.length, 0),
    findingsPerSecond: seconds > 0 ? findings / seconds : 0,
  }
}

async function readSources(path: string): Promise<Source[]> {
  const sources: Source[] = []
  for await (const document of fileDocuments().read([path], () => undefined)) {
    if (!/\.(?:nxml|xml)$/i.test(basename(document.name))) continue
    for await (const item of readDocument(document)) if (item.kind === 'source') sources.push(item.source)
  }
  if (sources.length === 0) throw new Fault('bad-input', `no article could be read from ${path}`, 'Give a .tar.gz, folder or file of JATS articles.')
  return sources
}

function compareWithMetadata(extracted: readonly { readonly source: Source; readonly evidence: ExtractedEvidence }[]): ExtractionEvaluation['metadata'] {
  const told = extracted.flatMap(({ source, evidence }) => {
    const metadata = metadataDesign(source)
    return metadata === null ? [] : [{ pmcid: source.pmcid ?? source.id, predicted: evidence.design.design.value, metadata }]
  })
  const differences = told.filter(({ predicted, metadata }) => !agreesWithMetadata(predicted, metadata))
  return { ...figure(told.length - differences.length, told.length), differences }
}

function scoreLabels(labels: readonly ExtractionLabel[], evidence: ReadonlyMap<string, ExtractedEvidence>): LabelledFigures {
  const held = labels.flatMap((label) => {
    const found = evidence.get(label.pmcid)
    return found === undefined ? [] : [{ label, found }]
  })
  const mistakes = held.flatMap(({ label, found }): ExtractionMistake[] => {
    const predicted = { design: found.design.design.value, randomised: found.sample.randomised?.value ?? null, fundingStatement: found.independence.fundingStatement !== null }
    return (['design', 'randomised', 'fundingStatement'] as const).filter((field) => predicted[field] !== label[field]).map((field) => ({ pmcid: label.pmcid, field, predicted: String(predicted[field]), label: String(label[field]) }))
  })
  const right = (field: ExtractionMistake['field']): ExtractionFigure => figure(held.length - mistakes.filter((mistake) => mistake.field === field).length, held.length)
  return { design: right('design'), randomised: right('randomised'), fundingStatement: right('fundingStatement'), mistakes }
}

function figure(right: number, of: number): ExtractionFigure {
  return { right, of, proportion: of === 0 ? 0 : right / of }
}

/** Spans anywhere in the evidence that do not give the words beside them. */
function wrongSpans(text: string, value: unknown): number {
  const spanned = z.object({ span: z.object({ start: z.int(), end: z.int() }), quote: z.string().optional(), text: z.string().optional() }).safeParse(value)
  const own = spanned.success && text.slice(spanned.data.span.start, spanned.data.span.end) !== (spanned.data.quote ?? spanned.data.text) ? 1 : 0
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : []
  return parts.reduce<number>((sum, part) => sum + wrongSpans(text, part), own)
}
