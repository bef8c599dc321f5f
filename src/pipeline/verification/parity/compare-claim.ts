import { z } from 'zod'
import type { Claim } from '../../../core/model/index.ts'
import { valuesIn } from '../../../core/text/index.ts'
import { NO_COMPARISON, plainLimits } from '../../../core/terminology/index.ts'
import { unaccountedWords } from './account-words.ts'
import { outcomeWords } from './check-outcome.ts'
import { omissionWrong } from './check-omission.ts'
import { pitfallWrong } from './check-pitfall.ts'
import { remarkWrong } from './check-remark.ts'
import { compareTold, mark, wrong } from './compare-told.ts'
import { expectConflict } from './expect-conflict.ts'
import { expectEffect } from './expect-effect.ts'
import { expectFinding, isComparison, studyResult } from './expect-finding.ts'
import { expectPosition, silentAdvice } from './expect-position.ts'
import { expectRelay } from './expect-relay.ts'
import { expectOwnWords, expectStatedCertainty } from './expect-source-words.ts'
import { expectStep } from './expect-step.ts'
import { expectIntroduction, expectStudy } from './expect-study.ts'
import { expectVerdict } from './expect-verdict.ts'
import { readSentences, sentencesOf } from './read-sentences.ts'
import { isTime } from './printed-numbers.ts'
import { peopleProblem } from './check-people.ts'
import { citedFinding, type ReferenceFacts } from './reference-facts.ts'
import { asWrong } from './told-checks.ts'
import { CONFLICT_FORMS, EVIDENCE_FORMS, POSITION_FORMS, STEP_FORMS, VERDICT_FORMS } from './sentence-forms.ts'
import type { Difference, Expected, Told, Wrong } from './types.ts'

/** How a claim is compared: where it stands, and whether its section opens by saying that nothing in it was compared. */
export type Place = { readonly section: string; readonly saysUncompared: boolean }

/**
 * Holds one claim of a patient's version against the claims of the reference it stands for. Words are read by the forms
 * of sentence that are known; what each part says is checked against text, inputs and quotes of the reference.
 */
export function compareClaim(facts: ReferenceFacts, claim: Claim, references: readonly Claim[], place: Place): Difference[] {
  const [first] = references
  if (first === undefined) return [{ id: claim.id, kind: 'added', what: 'the reference has no such claim' }]
  if (references.length === 1 && claim.text === first.text) return []
  const lost = references.flatMap(({ citations }) => citations).find((cited) => !claim.citations.some((one) => one.sourceId === cited.sourceId && one.start === cited.start && one.end === cited.end))
  if (lost !== undefined) return [{ id: claim.id, kind: 'dropped', what: `its citation of ${lost.sourceId} is missing` }]
  const sentences = sentencesOf(claim.text)
  const one = (problem: Wrong | null): Difference[] => (problem === null ? [] : [{ id: claim.id, ...problem }])
  if (first.id.startsWith('effect:') || studyResult(facts, first) !== null) return compareEvidence(facts, claim, references, sentences, place)
  const advice = facts.recommendations.get(first.id) ?? silentAdvice(facts, first)
  if (advice !== undefined) return compareTold(claim.id, readSentences(sentences, POSITION_FORMS), expectPosition(facts, first, advice).map((expected) => (expected.slot === 'illness' && claim.inputs?.['tellsIllness'] === true ? { ...expected, missing: 'strengthened' as const } : expected)))
  if (first.id === 'verdict') return compareTold(claim.id, readSentences(sentences, VERDICT_FORMS), expectVerdict(facts, first))
  if (/^algorithm:\d+$/.test(first.id)) return compareTold(claim.id, readSentences(sentences.flatMap((sentence) => sidesOf(sentence)), [...STEP_FORMS, ...POSITION_FORMS]), expectStep(facts, first))
  if (/^conflict:\d+$/.test(first.id)) return compareTold(claim.id, readSentences(sentences, CONFLICT_FORMS), expectConflict(facts, first))
  if (/:limit-\d+$/.test(first.id)) return one(pitfallWrong(claim, references, facts))
  if (first.id.startsWith('omission:')) return one(omissionWrong(facts, claim.text, first))
  const remarks = references.map((reference) => remarkWrong(claim, reference, facts, sentences))
  const problem = remarks.find((remark) => remark !== null)
  return remarks.includes(undefined) ? one(wrong('changed', 'is told in other words that no rule can read')) : one(problem ?? null)
}

/** "One side: an expert group …" is a side and an advice. */
function sidesOf(sentence: string): string[] {
  const [, side, advice = ''] = /^(One side:|The other side:) (an? .+)$/.exec(sentence) ?? []
  return side === undefined ? [sentence] : [side, advice.charAt(0).toUpperCase() + advice.slice(1)]
}

function compareEvidence(facts: ReferenceFacts, claim: Claim, references: readonly Claim[], sentences: readonly string[], place: Place): Difference[] {
  const told = readSentences(sentences, EVIDENCE_FORMS)
  const expected: Expected[] = []
  const results = references.map((reference) => studyResult(facts, reference)).filter((result) => result !== null)
  const remark = references.map(({ text }) => text).join(' ')
  const [effect] = references
  if (effect?.id.startsWith('effect:') === true) {
    const body = expectEffect(facts, effect)
    if (body === null) return [{ id: claim.id, kind: 'changed', what: 'the reference carries no inputs to hold it against' }]
    expected.push(...body.map((one) => (one.slot === 'outranked' && claim.inputs?.['outranked'] === true ? { ...one, missing: 'strengthened' as const } : one)))
    const isUnsure = effect.inputs?.['certainty'] === 'very-low' && !effect.id.includes('|observational|')
    for (const result of results) expected.push(...(isUnsure && isComparison(facts, result) ? expectFinding(facts, result) : []))
  } else {
    for (const result of results) expected.push(...expectFinding(facts, result))
    expected.push(...seenTogether(facts, results, told, place))
  }
  const isBody = effect?.id.startsWith('effect:') === true
  const stated = isBody && results.length === 0 && !isPooled(effect) ? [citedFinding(facts, effect)].filter((cited) => cited !== undefined) : results
  const stating = stated.map(({ finding }) => finding)
  expected.push(...expectOwnWords(stating, stated[0]?.source.textKind === 'record'), ...(isBody || !results.every((result) => isComparison(facts, result)) ? [] : expectStatedCertainty(stating)))
  const [cited] = stated
  if (isBody && results.length === 0 && cited !== undefined) expected.push({ slot: 'took-part', missing: null, what: 'who took part', check: ({ people }) => asWrong(peopleProblem(facts.vocabulary, people ?? '', cited.source.evidence?.criteria ?? null, [cited.source.evidence?.population ?? null])) })
  const [study] = results
  if (study !== undefined) expected.push(...expectStudy(facts, study, told, { remark, tookPart: claim.inputs?.['tookPart'] === true }), expectIntroduction(facts, study, claim.inputs?.['introduced'] === true))
  return compareTold(claim.id, told, [...expected, ...expectRelay(facts, references)])
}

/** Whether a body's effect was added up from several studies, so that no one source states it. */
function isPooled({ inputs }: Claim): boolean {
  return z.object({ effect: z.object({ origin: z.literal('pooled') }) }).safeParse(inputs).success
}

/** What results of one study told together share: that no number is held, why they prove little, and that the list names nothing else. */
function seenTogether(facts: ReferenceFacts, results: readonly NonNullable<ReturnType<typeof studyResult>>[], told: readonly Told[], { saysUncompared }: Place): Expected[] {
  if (results.every((result) => result.finding.outcomeKind === 'cost' || isComparison(facts, result))) return []
  const uncompared = results.filter(({ notAnEffect }) => notAnEffect !== null)
  const listed = told.find(({ slot }) => slot === 'looked-at')
  const known = [...results.flatMap(({ finding }) => outcomeWords(facts.vocabulary, finding)), 'a result in technical words or one of these needed by points or more %']
  const times = /(?: (?:after|within) [\d.]+ (?:days?|weeks?|months?|years?))/g
  const extra = listed === undefined ? [] : unaccountedWords((listed.said['outcomes'] ?? '').replace(times, ''), known)
  const quoted = [...(listed?.said['outcomes'] ?? '').matchAll(/“([^”]*)”/g)].map(([, words = '']) => words.toLowerCase())
  const isMisquoted = quoted.some((words) => !results.some(({ finding: { outcome } }) => outcome.trim().toLowerCase() === words))
  return [
    ...(isMisquoted ? [{ slot: 'quoted-outcomes', missing: 'changed', what: 'an outcome in the words of its source', check: () => null } satisfies Expected] : []),
    ...(listed === undefined || timesHold(listed.said['outcomes'] ?? '', results) ? [] : [{ slot: 'times', missing: 'dropped', what: 'the time of an outcome that was looked at', check: () => null } satisfies Expected]),
    ...(listed === undefined ? [] : [mark('no-plain-number', 'dropped', 'that no plain number is held')]),
    ...(extra.length === 0 ? [] : [{ slot: 'only-outcomes', missing: 'added', what: `an outcome that was not looked at ("${extra.join(' ')}")`, check: () => null } satisfies Expected]),
    ...cautions(uncompared.map(({ notAnEffect }) => notAnEffect ?? ''), saysUncompared),
  ]
}

/** Whether each outcome that was looked at has its time beside it. */
function timesHold(list: string, results: readonly NonNullable<ReturnType<typeof studyResult>>[]): boolean {
  const told = [...list.matchAll(/ (?:after|within) ([\d.]+ (?:days?|weeks?|months?|years?))(?=,| and |$)/g)].map(([, time = '']) => time)
  const looked = results.filter(({ finding: { measure } }) => measure !== 'proportion' && measure !== 'mean-change')
  const meant = new Set(looked.flatMap(({ finding: { outcomeConcept, outcome, timeMonths, components } }) => (timeMonths === null ? [] : [`${outcomeConcept ?? outcome} ${components.join('+')} ${/[≥>]|or more|at least|respond/i.test(outcome) ? valuesIn(outcome).join(' ') : ''} ${timeMonths}`])))
  return told.length >= meant.size && told.every((time) => results.some(({ finding: { timeMonths } }) => timeMonths !== null && isTime(time, timeMonths)))
}

const UNFAIR = 'it cannot be read as what the treatment does'

/** Why these numbers are no effect: every kind of weakness that the reference names, and no other. */
function cautions(reasons: readonly string[], saysUncompared: boolean): Expected[] {
  const kinds = new Set(reasons.flatMap((reason) => { const known = plainLimits(reason); return known.length > 0 ? known : [UNFAIR] }))
  const meant = [...kinds].filter((kind) => !(saysUncompared && kind === NO_COMPARISON) && !(kind === UNFAIR && kinds.size > 1))
  if (meant.length === 0) return []
  return [{ slot: 'care', missing: 'strengthened', what: 'why it proves little', check: ({ reasons: said = '' }) => { const told = said.split('; '); return told.length === meant.length && meant.every((kind) => told.includes(kind)) ? null : wrong('strengthened', 'other reasons why it proves little') } }]
}
