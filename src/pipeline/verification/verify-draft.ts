import type { Article, ArticleSection, Citation, Claim, ForestPlot, Source, Table } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { isRoundingOf, numbersIn, valuesIn } from '../../core/text/index.ts'
import type { Cite, Draft, DraftClaim, DraftPlot, DraftTable } from '../answer/index.ts'
import { allowedNumbers } from './allowed-numbers.ts'
import { checkClaim, type Check } from './check-claim.ts'

export type Verified = {
  readonly answer: readonly Claim[]
  readonly sections: readonly ArticleSection[]
  /** The reasons of the verdict whose numbers stand in the sentences above. */
  readonly reasons: readonly string[]
  /** Cited sources in the order of their numbers. */
  readonly sources: readonly Source[]
  readonly verification: Article['provenance']['verification']
  /** Sentences that were not printed, with the reason. */
  readonly refused: readonly { readonly id: string; readonly why: string }[]
}

/**
 * Numbers citations by first appearance, going on from the sources that have a number already. A quote is cut from the
 * source's own text at its offsets.
 */
export function numberCitations(known: readonly Source[]): { readonly cite: (place: Cite) => Citation; readonly sources: () => readonly Source[] } {
  const numbers = new Map(known.map((source, index) => [source.id, { n: index + 1, source }]))
  return {
    cite({ source, start, end, notes }) {
      const numbered = numbers.get(source.id) ?? { n: numbers.size + 1, source }
      numbers.set(source.id, numbered)
      return { n: numbered.n, sourceId: source.id, quote: source.text.slice(start, end), start, end, ...(notes === undefined ? {} : { notes: [...notes] }) }
    },
    sources: () => [...numbers.values()].map(({ source }) => source),
  }
}

/**
 * From draft to printable article: every sentence is checked, only supported ones are kept, the rest is counted.
 * Citations are numbered by first appearance and each quote is cut from the source's text at its offsets.
 */
export function verifyDraft({ vocabulary }: { readonly vocabulary: Vocabulary }, draft: Draft): Verified {
  const numbers = numberCitations([])
  const counts = { claims: 0, supported: 0, partly: 0, contradicted: 0, notSupported: 0 }
  const refused: { id: string; why: string }[] = []
  const counted = new Set<string>()
  /** Reasons and table cells carry no quote of their own: their numbers must stand in the sentences that were kept. */
  const standing = new Set<number>()

  const { cite } = numbers
  const keep = (claim: DraftClaim): Claim[] => {
    const check: Check = claim.refusedBecause === undefined ? checkClaim({ vocabulary }, claim, draft.audience) : { verdict: 'not-supported', why: claim.refusedBecause }
    if (!counted.has(claim.id)) {
      counted.add(claim.id)
      counts.claims += 1
      if (check.verdict === 'supported') counts.supported += 1
      else if (check.verdict === 'partly') counts.partly += 1
      else if (check.verdict === 'contradicted') counts.contradicted += 1
      else counts.notSupported += 1
    }
    if (check.verdict !== 'supported') {
      refused.push({ id: claim.id, why: check.why })
      return []
    }
    for (const value of [...allowedNumbers(claim), ...valuesIn(claim.text)]) standing.add(value)
    return [{ id: claim.id, text: claim.text, kind: claim.kind, citations: claim.cites.map((each) => cite(each)), ...(claim.inputs === undefined ? {} : { inputs: { ...claim.inputs } }), check }]
  }
  const holds = (text: string): boolean => numbersIn(text).every((written) => [...standing].some((value) => isRoundingOf(written, value)))
  const refuse = (id: string, why: string): void => {
    counts.claims += 1
    counts.notSupported += 1
    refused.push({ id, why })
  }
  const rowHolds = (caption: string, row: DraftTable['rows'][number]): boolean => {
    const cited = row.flatMap(({ cites }) => cites)
    if (cited.some(({ source }) => source.retraction.state === 'retracted')) return false
    for (const value of allowedNumbers({ id: caption, text: '', kind: 'evidence', cites: cited })) standing.add(value)
    const wrong = row.find(({ text }) => !holds(text))
    if (wrong !== undefined) refuse(`table:${caption}`, `a number of "${wrong.text.slice(0, 60)}" stands in no sentence and no quote`)
    return wrong === undefined
  }
  const tableOf = (table: DraftTable): Table => ({
    caption: table.caption,
    columns: [...table.columns],
    rows: table.rows.filter((row) => rowHolds(table.caption, row)).map((row) => row.map((cell) => ({ text: cell.text, citations: cell.cites.map((each) => cite(each)) }))),
  })

  const plotOf = (plot: DraftPlot): ForestPlot => ({ ...plot, rows: plot.rows.filter(({ cite: place }) => place.source.retraction.state !== 'retracted').map(({ cite: place, ...row }) => ({ ...row, citations: [cite(place)] })) })

  const answer = draft.answer.flatMap((claim) => keep(claim))
  const sections = draft.sections.map((section) => ({
    id: section.id,
    title: section.title,
    claims: section.claims.flatMap((claim) => keep(claim)),
    ...(section.table === undefined ? {} : { table: tableOf(section.table) }),
    ...(section.plot === undefined ? {} : { plot: plotOf(section.plot) }),
  })).filter((section) => section.claims.length > 0 || section.table !== undefined)
  const reasons = draft.verdict.reasons.filter((reason) => {
    const kept = holds(reason)
    if (!kept) refuse('reason', `a number of "${reason.slice(0, 60)}" stands in no sentence and no quote`)
    return kept
  })
  return { answer, sections, reasons, sources: numbers.sources(), verification: counts, refused }
}
