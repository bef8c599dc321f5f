import type { Article, ArticleSection, Citation, Claim } from '../../model/index.ts'
import type { Block, Sentence } from './block.ts'
import { plotTable } from './plot-table.ts'

/** Sections whose claims are steps, one after the other. */
const STEPS: readonly string[] = ['algorithm']
/** Up to this many sentences read as a paragraph; more are easier to check as a list. */
const LONGEST_PARAGRAPH = 2

/** One section of an article: its heading, its sentences as paragraph, list or steps, and its table. */
export function sectionBlocks(section: ArticleSection): readonly Block[] {
  if (section.claims.length === 0 && section.table === undefined) return []
  return [
    { kind: 'heading', level: 2, text: section.title },
    ...claimBlocks(section),
    ...(section.table === undefined ? [] : [tableOf(section.table)]),
    ...(section.plot === undefined ? [] : [plotTable(section.plot)]),
  ]
}

/** A claim as a sentence with its reference numbers. */
export function sentenceOf(claim: Pick<Claim, 'text' | 'citations' | 'kind'>): Sentence {
  return { text: claim.text, citations: numbersOf(claim.citations), fromCase: claim.kind === 'case-fact', ...notesOf(claim.citations) }
}

function claimBlocks({ id, claims }: ArticleSection): readonly Block[] {
  if (claims.length === 0) return []
  const sentences = claims.map((claim) => sentenceOf(claim))
  // The number of the list stands for "Step 1." of the sentence.
  if (STEPS.includes(id)) return [{ kind: 'list', ordered: true, items: sentences.map((item) => ({ ...item, text: item.text.replace(/^Step \d+\. /, '') })) }]
  return sentences.length <= LONGEST_PARAGRAPH ? [{ kind: 'paragraph', sentences }] : [{ kind: 'list', ordered: false, items: sentences }]
}

function tableOf(table: NonNullable<Article['sections'][number]['table']>): Block {
  return {
    kind: 'table',
    caption: table.caption === '' ? null : table.caption,
    columns: table.columns,
    rows: table.rows.map((row) => row.map((cell) => ({ text: cell.text, citations: numbersOf(cell.citations), ...notesOf(cell.citations) }))),
  }
}

function numbersOf(citations: readonly Citation[]): readonly number[] {
  return [...new Set(citations.map(({ n }) => n))].toSorted((a, b) => a - b)
}

/** The standing of references, told where they are cited: "3: preprint". */
function notesOf(citations: readonly Citation[]): Pick<Sentence, 'notes'> {
  const notes = [...new Set(citations.toSorted((a, b) => a.n - b.n).flatMap(({ n, notes: own }) => (own ?? []).map((note) => `${n}: ${note}`)))]
  return notes.length === 0 ? {} : { notes }
}
