import type { CitationLink, OwnState } from './medline-record.ts'
import type { StateChange } from './source/index.ts'

/**
 * PubMed's link words. "…In" points from a paper to the notice about it, "…Of" and "…For" from a notice to the paper.
 * Update, comment and republication-as-such links do not change what a paper is worth.
 */
const ABOUT_ITSELF: Readonly<Record<string, StateChange['state']>> = {
  RetractionIn: 'retracted',
  RetractedandRepublishedIn: 'retracted',
  ExpressionOfConcernIn: 'expression-of-concern',
  ErratumIn: 'corrected',
  CorrectedandRepublishedIn: 'corrected',
}
const ABOUT_ANOTHER: Readonly<Record<string, StateChange['state']>> = {
  RetractionOf: 'retracted',
  RetractedandRepublishedFrom: 'retracted',
  ExpressionOfConcernFor: 'expression-of-concern',
  ErratumFor: 'corrected',
  CorrectedandRepublishedFrom: 'corrected',
}
const GRAVITY = ['none', 'corrected', 'expression-of-concern', 'retracted'] as const

/** Whether a citation is itself retracted, under concern or corrected, by its links and publication types. */
export function ownState(links: readonly CitationLink[], publicationTypes: readonly string[]): OwnState {
  let worst: OwnState = publicationTypes.includes('Retracted Publication')
    ? { state: 'retracted', notice: 'PubMed lists this as a retracted publication.' }
    : { state: 'none', notice: null }
  for (const link of links) {
    const state = ABOUT_ITSELF[link.type]
    if (state === undefined) continue
    const graver = GRAVITY.indexOf(state) > GRAVITY.indexOf(worst.state)
    const better = state === worst.state && worst.notice?.startsWith('PubMed lists') === true
    if (graver || better) worst = { state, notice: noticeOf(link) }
  }
  return worst
}

/** What a citation that is a notice says about the papers it names by PMID. */
export function stateChanges(links: readonly CitationLink[], noticeTitle: string, noticePmid: string | null): StateChange[] {
  return links.flatMap((link) => {
    const state = ABOUT_ANOTHER[link.type]
    if (state === undefined || link.pmid === null) return []
    const where = noticePmid === null ? '' : ` (PMID ${noticePmid})`
    return [{ targetPmid: link.pmid, state, notice: `${words(link.type)}: ${noticeTitle}${where}` }]
  })
}

function noticeOf(link: CitationLink): string {
  const where = link.pmid === null ? '' : ` (PMID ${link.pmid})`
  return `${words(link.type)}: ${link.reference}${where}`
}

/** "RetractionIn" → "Retraction in". */
function words(type: string): string {
  const spaced = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace('Retractedand', 'Retracted and').replace('Correctedand', 'Corrected and').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
