import { z } from 'zod'
import type { Arm, Claim, Finding } from '../../../core/model/index.ts'
import { excludesNull, isOrdinal, readEffect } from '../../../core/statistics/index.ts'
import { countedAmong, saysNoClearDifference } from '../../../core/text/index.ts'
import { covers, phrasePattern, unaccountedWords } from './account-words.ts'
import { mark, wrong } from './compare-told.ts'
import { comparatorNames, treatmentNames } from './compared-names.ts'
import { outcomeProblem, outcomeWords } from './check-outcome.ts'
import { peopleProblem } from './check-people.ts'
import { oftenOf, ownRangeOf, scoreDifferenceOf, shareExpectations, sideOf, surrogateMarks } from './expect-effect.ts'
import type { StudyResult } from './expect-study.ts'
import { isPrinted } from './printed-numbers.ts'
import type { ReferenceFacts } from './reference-facts.ts'
import { asWrong, checkName, checkTime, firstWrong } from './told-checks.ts'
import type { Expected, Told, Wrong } from './types.ts'

type Said = Told['said']

/** More criteria than this are told in a sentence of their own. */
const MOST_CRITERIA_INSIDE = 2

const inputsSchema = z.object({ tier: z.string(), reversed: z.boolean(), notAnEffect: z.string().nullable(), perProtocol: z.boolean(), openLabel: z.boolean(), blindingKnown: z.boolean() })

/** A finding claim of the reference with its source, its finding and what appraisal made of it; null for another kind of claim. */
export function studyResult({ findings }: ReferenceFacts, { id, inputs }: Claim): StudyResult | null {
  const held = findings.get(id)
  const parsed = inputsSchema.safeParse(inputs)
  return held === undefined || !parsed.success ? null : { ...held, ...parsed.data }
}

/** What the result of one study lets a patient's sentence tell, as a comparison of two groups or as what was seen. */
export function expectFinding(facts: ReferenceFacts, result: StudyResult): Expected[] {
  if (result.finding.outcomeKind === 'cost') return expectCost(facts, result)
  return comparisonOf(facts, result) ?? expectSeen(facts, result)
}

/** Whether the reference holds a comparison that can be told. */
export function isComparison(facts: ReferenceFacts, result: StudyResult): boolean {
  return result.finding.outcomeKind !== 'cost' && comparisonOf(facts, result) !== null
}

function comparisonOf(facts: ReferenceFacts, result: StudyResult): Expected[] | null {
  const { finding, reversed, notAnEffect } = result
  if (notAnEffect !== null || finding.comparatorType === 'none' || finding.comparatorType === 'own-baseline') return null
  const { vocabulary } = facts
  const names = { treatment: treatmentNames(facts, result, reversed), comparator: comparatorNames(facts, result, reversed) }
  const effect = readEffect(result)
  const settled = effect === null ? null : excludesNull(effect)
  const criteria = finding.criteria === null ? 0 : Object.keys(finding.criteria.ranges).length + finding.criteria.tags.length + finding.criteria.notTags.length + (finding.criteria.anyOf === undefined ? 0 : 1)
  const isInside = criteria > 0 && criteria <= MOST_CRITERIA_INSIDE
  const people = (text: string): string | null => (!isInside ? (text === 'people' ? null : 'describes people whom the reference does not') : peopleProblem(vocabulary, text, finding.criteria, []))
  const compared = (said: Said): Wrong | null => firstWrong(
    checkName(said['treatment'], names.treatment, 'the treatment'), checkName(said['comparator'], names.comparator, 'the other group'),
    said['outcome'] === undefined ? null : asWrong(outcomeProblem(vocabulary, said['outcome'], finding)), checkTime(said, finding.timeMonths), said['people'] === undefined ? (isInside ? wrong('dropped', 'whom it is about') : null) : asWrong(people(said['people'])),
  )
  const isOpen = settled === false || (settled === null && finding.favours === 'neither' && saysNoClearDifference(finding.text))
  const hedge: Expected[] = isOpen ? [mark('open', 'strengthened', 'that the study could not tell')] : settled === null ? [mark('not-exact', 'strengthened', 'that its exactness is not known')] : []
  const margin: Expected[] = finding.nonInferiorityMet === null || (finding.nonInferiorityMet && settled === true) ? [] : [finding.nonInferiorityMet ? mark('not-worse', 'dropped', 'that it was not worse by more than the limit') : mark('maybe-worse', 'dropped', 'that it may be worse by more than the limit')]
  const about: Expected[] = criteria <= MOST_CRITERIA_INSIDE ? [] : [{ slot: 'about', missing: 'dropped', what: 'whom it is about', check: (said) => asWrong(peopleProblem(vocabulary, said['people'] ?? '', finding.criteria, [])) }]
  const always = [...margin, ...about, ...surrogateMarks(vocabulary.outcome(finding.outcomeConcept ?? '')?.category === 'surrogate')]
  const shares = armShares(finding, reversed)
  if (shares !== null) return [...shareExpectations({ facts, names, named: finding, months: finding.timeMonths, people, ...shares }), ...hedge, ...always]
  if (effect === null) {
    const stated = favoured(facts, result, names, compared)
    return stated === null ? null : [...stated, ...about, ...surrogateMarks(vocabulary.outcome(finding.outcomeConcept ?? '')?.category === 'surrogate')]
  }
  if (effect.measure === 'MD') return [scoreDifferenceOf(effect, facts, finding, compared), ...ownRangeOf(effect), ...hedge, ...always]
  if (effect.measure === 'SMD') return [sideOf(effect, compared), mark('no-unit', 'dropped', 'that the size has no plain unit'), ...hedge, ...always]
  const takesSide = finding.favours === 'intervention' || finding.favours === 'comparator'
  if (settled === null && !takesSide && !saysNoClearDifference(finding.text)) return [{ slot: 'unplaced', missing: 'strengthened', what: 'that it cannot be placed', check: compared }, mark('not-exact-no-count', 'strengthened', 'that no count is held'), ...always]
  if (settled === false || (settled === null && !takesSide)) return [{ slot: 'open-effect', missing: 'strengthened', what: 'that the study could not tell', check: compared }, ...always]
  return [isOrdinal(finding) ? sideOf(effect, compared) : oftenOf(effect, compared), mark(settled === null ? 'not-exact-no-count' : 'no-count', 'strengthened', 'that no count is held'), ...always]
}

/** A comparison held without a number: which side the source says it favoured. */
function favoured({ vocabulary }: ReferenceFacts, { finding, reversed }: StudyResult, names: { readonly treatment: readonly string[]; readonly comparator: readonly string[] }, compared: (said: Said) => Wrong | null): Expected[] | null {
  const noNumber = mark('no-plain-number', 'dropped', 'that no plain number is held')
  if (finding.favours === 'unclear') return null
  if (finding.favours === 'neither' && !saysNoClearDifference(finding.text)) return null
  if (finding.favours === 'neither') return [{ slot: 'open-effect', missing: 'strengthened', what: 'that the study could not tell', check: compared }, noNumber]
  const first = (finding.favours === 'intervention') !== reversed
  const sides = first ? names : { treatment: names.comparator, comparator: names.treatment }
  const better = (said: Said): Wrong | null => firstWrong(checkName(said['treatment'], sides.treatment, 'the better group'), checkName(said['comparator'], sides.comparator, 'the other group'), asWrong(outcomeProblem(vocabulary, said['outcome'] ?? '', finding)), checkTime(said, finding.timeMonths))
  const isAmount = ['surrogate', 'symptom', 'function', 'qol'].includes(vocabulary.outcome(finding.outcomeConcept ?? '')?.category ?? '')
  if (finding.outcomeKind === 'harm' && !isAmount) return [{ slot: 'often', missing: 'dropped', what: 'who had the harm more often', check: (said) => firstWrong(said['direction'] === 'more' ? null : wrong('changed', 'another direction'), better({ ...said, treatment: said['comparator'] ?? '', comparator: said['treatment'] ?? '' })) }, noNumber]
  return [{ slot: 'side', missing: 'dropped', what: 'who did better', check: (said) => firstWrong(said['direction'] === 'better' ? null : wrong('changed', 'another direction'), better(said)) }, noNumber]
}

/** Shares of 1000 in the two groups asked about; null unless both are held. */
function armShares({ arms }: Finding, reversed: boolean): { readonly treated: number; readonly control: number } | null {
  const only = (role: Arm['role']): number | null => {
    const held = arms.filter((arm) => arm.role === role)
    return held.length === 1 ? armShare(held[0]) : null
  }
  const [first, second] = [only('intervention'), only('control')]
  if (first === null || second === null) return null
  return reversed ? { treated: second, control: first } : { treated: first, control: second }
}

function armShare(arm: Arm | undefined): number | null {
  if (arm === undefined) return null
  return arm.events !== null && arm.total !== null && arm.total > 0 ? (1000 * arm.events) / arm.total : arm.percent === null ? null : 10 * arm.percent
}

/** What was seen in people who all had it: a share, a change, or that it was looked at; and why that is no effect. */
function expectSeen(facts: ReferenceFacts, result: StudyResult): Expected[] {
  const { vocabulary } = facts
  const { finding, reversed } = result
  const treatment = treatmentNames(facts, result, reversed)
  const people = [...(finding.criteria?.tags ?? []), ...(finding.criteria?.notTags ?? [])].flatMap((tag) => [vocabulary.concept(tag)?.plain ?? tag, vocabulary.concept(tag)?.label ?? tag])
  const bounds = Object.values(finding.criteria?.ranges ?? {}).flatMap(({ min, max }) => [String(min ?? ''), String(max ?? '')])
  const rest = (said: Said): Wrong | null => {
    const among = countedAmong(finding.text)
    const isCounted = among === null || said['rest']?.includes(`(“${among}”)`) === true
    const told = treatment.reduce((left, name) => (name.trim() === '' ? left : left.replace(new RegExp(phrasePattern(name), 'giu'), ' ')), (said['rest'] ?? '').replace(among === null ? '' : `(“${among}”)`, ' '))
    const extra = unaccountedWords(told, [...people, ...bounds, ...outcomeWords(vocabulary, finding), (finding.criteria?.notTags.length ?? 0) > 0 ? 'without not' : '', Object.keys(finding.criteria?.ranges ?? {}).join(' '), bounds.length > 0 ? 'older younger years or more less old under over' : '', 'treated point points by least more at needed got stopped started lived result one'])
    return firstWrong(isCounted ? null : wrong('strengthened', 'tells a share of some as one of all'), asWrong(extra.length > 0 ? `tells another thing ("${extra.join(' ')}")` : null), asWrong(isToldOutcome(facts, said['rest'] ?? '', finding) ? null : 'tells another outcome'), checkTime(said, finding.timeMonths),
      (finding.criteria?.tags ?? []).every((tag) => covers(said['rest'] ?? '', vocabulary.concept(tag)?.plain ?? tag)) && (finding.criteria?.notTags ?? []).every((tag) => covers(said['rest'] ?? '', vocabulary.concept(tag)?.plain ?? tag)) && ((finding.criteria?.notTags.length ?? 0) === 0 || /\b(?:without|not)\b/.test(said['rest'] ?? '')) ? null : wrong('changed', 'tells it of other people'))
  }
  return seenNumber(facts, result, rest)
}

function isToldOutcome(facts: ReferenceFacts, text: string, finding: Finding): boolean {
  const words = outcomeWords(facts.vocabulary, finding)
  return words.some((phrase) => phrase !== '' && covers(text, phrase)) || (finding.components.length > 1 && finding.components.every((id) => covers(text, facts.vocabulary.outcome(id)?.plain ?? id)))
}

function seenNumber(facts: ReferenceFacts, { finding, reversed, source }: StudyResult, rest: (said: Said) => Wrong | null): Expected[] {
  const { vocabulary } = facts
  const unit = finding.unit ?? ''
  const arm = finding.arms.find(({ role }) => role !== 'control')
  const share = finding.measure === 'proportion' && finding.estimate !== null && /%|percent/i.test(finding.unit ?? '%') ? 10 * finding.estimate : armShare(arm)
  if (share !== null && (finding.measure === 'proportion' || finding.measure === 'other')) {
    if (armShares(finding, false) !== null) return [lookedAt(facts, finding)]
    return [{ slot: 'share', missing: 'dropped', what: 'the share of people', check: (said) => firstWrong(isPrinted(said['number'] ?? '', share) ? null : wrong('changed', 'another number'), rest(said)) }]
  }
  const range = /range (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)/.exec(unit)
  if (range !== null && unit.includes('%')) return [{ slot: 'shares', missing: 'dropped', what: 'the range of shares', check: (said) => firstWrong(isPrinted(said['low'] ?? '', 10 * Number(range[1])) && isPrinted(said['high'] ?? '', 10 * Number(range[2])) ? null : wrong('changed', 'another number'), rest(said)) }]
  if (finding.measure === 'mean-change' && finding.estimate !== null && finding.higherIsBetter !== null) {
    const [estimate, side] = [finding.estimate, finding.estimate > 0 === finding.higherIsBetter ? 'better' : 'worse']
    const { plain, unit: own } = vocabulary.instrument(finding.instrument ?? '') ?? {}
    return [{
      slot: 'change', missing: 'dropped', what: 'the change',
      check: (said) => firstWrong(
        isPrinted(said['number'] ?? '', estimate) ? null : wrong('changed', 'another number'), said['direction'] === side ? null : wrong('changed', 'another direction'),
        checkName(said['treatment'], treatmentNames(facts, { finding, source }, reversed), 'the treatment'), asWrong(outcomeProblem(vocabulary, said['outcome'] ?? '', finding)),
        said['scale'] === undefined || said['scale'] === plain ? null : wrong('changed', 'another scale'), (said['percent'] !== undefined) === /%|percent/i.test(unit) ? null : wrong('changed', 'another unit'),
        said['unit'] === undefined ? (said['percent'] === undefined ? wrong('changed', 'the unit is missing') : null) : [own, 'points', unit.split(' ')[0]].includes(said['unit']) ? null : wrong('changed', 'another unit'), checkTime(said, finding.timeMonths),
      ),
    }]
  }
  const sides = finding.contrast?.split(/ (?:against|versus|vs\.?) /) ?? []
  if (finding.comparatorType === 'none' && sides.length === 2 && finding.estimate !== null && ['OR', 'RR', 'HR', 'IRR'].includes(finding.measure)) {
    const more = finding.estimate > 1 ? 'more' : 'less'
    return [
      { slot: 'among-treated', missing: 'dropped', what: 'which people were compared', check: (said) => (said['sides'] === sides.join(' against ') ? null : wrong('changed', 'other people')) },
      { slot: 'common', missing: 'dropped', what: 'who had it more often', check: (said) => firstWrong(said['direction'] === more ? null : wrong('changed', 'another direction'), asWrong(outcomeProblem(vocabulary, said['outcome'] ?? '', finding))) },
    ]
  }
  return [lookedAt(facts, finding)]
}

/** That an outcome was looked at without a number that can be told. The list may name other results of the study. */
function lookedAt(facts: ReferenceFacts, finding: Finding): Expected {
  return { slot: 'looked-at', missing: 'dropped', what: `that ${finding.outcome} was looked at`, check: (said) => (isToldOutcome(facts, said['outcomes'] ?? '', finding) || (/number needed to/i.test(finding.outcome) && said['outcomes']?.includes('a result in technical words') === true) ? null : wrong('dropped', 'leaves out an outcome that was looked at')) }
}

function expectCost(facts: ReferenceFacts, result: StudyResult): Expected[] {
  const { finding, reversed } = result
  const { estimate } = finding
  const names = { treatment: treatmentNames(facts, result, reversed), comparator: comparatorNames(facts, result, reversed) }
  const unit = finding.unit ?? ''
  const check = (said: Said): Wrong | null => firstWrong(
    said['number'] === undefined || (estimate !== null && isPrinted(said['number'], estimate)) ? null : wrong('changed', 'another number'),
    said['money'] === undefined || unit.includes(said['money'].trim()) ? null : wrong('changed', 'another currency'),
    checkName(said['treatment'], names.treatment, 'the treatment'), checkName(said['comparator'], names.comparator, 'the other group'), 'number' in said ? checkTime(said, finding.timeMonths) : null,
  )
  const isMoney = /(?:US)?(?:\$|£|€)|\b(?:dollars|pounds|euros)\b/.test(unit)
  if (estimate !== null && isMoney) return [{ slot: /per QALY/i.test(unit) ? 'cost-per-year' : 'cost', missing: 'dropped', what: 'the cost', check }]
  if (estimate !== null && /QALY/i.test(unit)) return [{ slot: 'years-gained', missing: 'dropped', what: 'the years gained', check }]
  return [{ slot: 'worth', missing: 'dropped', what: 'that its worth was judged', check }, mark('worth-turns-on', 'dropped', 'what its worth turns on')]
}
