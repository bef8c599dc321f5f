import type { Page } from '../../../core/formats/page-text/index.ts'
import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Synthesis } from '../../synthesis/index.ts'
import type { Verified } from '../verify-draft.ts'
import { countedTwice } from './counted-twice.ts'
import { indexLibrary, sourcesCitedIn } from './library-index.ts'
import type { Before } from './compare-claim.ts'
import { judgeClaim } from './judge-claim.ts'
import { known as knownSentence, knownSentences, repeatedSentence } from './near-verbatim.ts'
import { pageFindings } from './page-findings.ts'
import { isSelfCitation, resolveReference } from './resolve-reference.ts'
import { splitClaims } from './split-claims.ts'
import type { Audit, AuditedClaim, AuditVerdict, PageClaim } from './types.ts'

export type AuditInput = {
  readonly page: Page
  /** Sources held on what the page is about, with passages of those that nobody appraised. */
  readonly sources: readonly Source[]
  readonly passages: readonly { readonly source: Source; readonly start: number; readonly end: number }[]
  /** What the library itself answers on the page's topic, and the article it would print on it. */
  readonly synthesis: Synthesis
  readonly own: Verified
}

/**
 * Audits a page from anywhere, claim by claim, against the sources held: each sentence with what they say to it and
 * their words, and what the page as a whole leaves out. The page is data: nothing in it is followed or run.
 */
export function auditPage({ vocabulary }: { readonly vocabulary: Vocabulary }, { page, sources, passages, synthesis, own }: AuditInput): Audit {
  const bySource = new Map<string, { readonly start: number; readonly end: number }[]>()
  for (const { source, start, end } of passages) bySource.set(source.id, [...bySource.get(source.id) ?? [], { start, end }])
  const index = indexLibrary(vocabulary, sources, bySource)
  const sentences = [...knownSentences(own), ...index.grounds.map(({ source, meaning, start, end }) => knownSentence(meaning.text, [{ sourceId: source.id, quote: source.text.slice(start, end), start, end }]))]
  const references = new Map(page.references.map((reference) => [reference.label, { reference, source: resolveReference(reference, sources) }]))
  const treatmentsIn = (text: string): string[] => vocabulary.recognise(text).filter(({ kind }) => kind === 'intervention').map(({ conceptId }) => conceptId)
  const start: Before = { source: null, ground: null, concepts: treatmentsIn(page.title ?? '') }
  let before = start
  let heading = ''
  // The same sentence in the same place of an argument is judged once.
  const judged = new Map<string, AuditedClaim>()
  const claims = splitClaims(vocabulary, page).map((claim) => {
    if (claim.heading !== heading) before = { source: null, ground: null, concepts: [...treatmentsIn(claim.heading), ...start.concepts] }
    heading = claim.heading
    const key = JSON.stringify([claim.said, claim.kind, claim.marks, before.source?.id ?? null, before.ground?.start ?? null, before.concepts])
    const known = judged.get(key) ?? audited(claim)
    judged.set(key, known)
    return { ...known, text: claim.text, start: claim.start, end: claim.end }
  })
  const counts: Record<AuditVerdict, number> = { supported: 0, partly: 0, contradicted: 0, 'not-supported': 0, 'cannot-tell': 0 }
  for (const { kind, check } of claims) if (isChecked(kind, check.verdict)) counts[check.verdict] += 1
  const told = counts.supported + counts.partly + counts.contradicted + counts['not-supported']
  const { question, stance, certainty } = synthesis
  return {
    title: page.title,
    topic: question.intervention.text === null && question.population.text === null ? null : { question: question.text, stance, certainty },
    score: told === 0 ? null : counts.supported / told,
    counts, claims,
    findings: pageFindings(vocabulary, { page, claims, synthesis, sources, references }),
  }

  function audited(claim: PageClaim): AuditedClaim {
    const { marks, heading: _heading, said: _said, ...rest } = claim
    const cited = marks.map((label) => ({ label, held: references.get(label) }))
    const held = [...cited.map((each) => each.held?.source ?? null).filter((source) => source !== null), ...sourcesCitedIn(index, claim.text)]
    const citations = cited.map(({ label, held: each }) => ({ label, sourceId: each?.source?.id ?? null }))
    const bare = { ...rest, citations, evidence: [] }
    if (cited.some(({ held: each }) => each !== undefined && each.source === null && isSelfCitation(each.reference.text, [])) || (rest.kind !== 'advice' && isSelfCitation(rest.text, []))) return { ...bare, check: { verdict: 'not-supported', why: 'it cites the page\'s own house as its source', kind: 'self-citation' } }
    if (rest.kind === 'case-fact' && (marks.length > 0 || sourcesCitedIn(index, claim.text).length > 0)) return { ...bare, check: { verdict: 'not-supported', why: 'a fact of one case carries a literature citation', kind: 'case-citation' } }
    if (rest.kind !== 'evidence' && rest.kind !== 'guideline') return { ...bare, check: { verdict: 'cannot-tell', why: OTHER[rest.kind], kind: null } }
    const repeated = held.some(({ retraction }) => retraction.state === 'retracted') ? null : repeatedSentence({ vocabulary, sources }, withoutStanding(claim.text), sentences)
    if (repeated !== null) {
      const [quoted] = repeated.sentence.evidence
      const ground = quoted === undefined ? undefined : index.grounds.find(({ source, start: from, end: to }) => source.id === quoted.sourceId && from === quoted.start && to === quoted.end)
      if (ground !== undefined) before = { ...before, source: ground.source, ground }
      const [worst] = repeated.problems.toSorted((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'))
      return { ...rest, citations, evidence: repeated.sentence.evidence, check: worst === undefined ? { verdict: 'supported', why: 'it says what the source says, word for word', kind: null } : { verdict: worst.verdict, why: repeated.problems.map(({ why }) => why).join('; '), kind: worst.kind } }
    }
    const { check, best } = judgeClaim({ vocabulary, index }, claim, held, before)
    const named = treatmentsIn(claim.said)
    before = { source: best?.source ?? before.source, ground: best ?? before.ground, concepts: named.length > 0 ? named : before.concepts }
    const twice = countedTwice(index, claim, held)
    const evidence = best === null ? [] : [{ sourceId: best.source.id, quote: best.source.text.slice(best.start, best.end), start: best.start, end: best.end }]
    return { ...rest, citations, evidence, check: twice === null ? check : { verdict: 'contradicted', why: twice, kind: 'counting' } }
  }
}

/** Without the standing of a reference that a page of ours prints after its number: "(2: preprint)". */
function withoutStanding(text: string): string {
  return text.replace(/\s*\(\d+: (?:[^()]|\([^()]*\))*\)/g, '')
}

const OTHER: Readonly<Record<'case-fact' | 'definition' | 'advice', string>> = {
  'case-fact': 'a fact of the case: not for the literature to say', definition: 'a definition: not a claim of evidence', advice: 'advice: not a claim of evidence',
}

/** Claims of evidence and of guidelines count, and any other sentence that was found wrong. */
function isChecked(kind: PageClaim['kind'], verdict: AuditVerdict): boolean {
  return kind === 'evidence' || kind === 'guideline' || verdict !== 'cannot-tell'
}
