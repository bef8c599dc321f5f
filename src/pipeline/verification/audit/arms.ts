import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Finding } from '../../../core/model/index.ts'
import { isRoundingOf, STOP_WORDS } from '../../../core/text/index.ts'
import { wordsOf, type Meaning, type Quantity } from '../meaning/index.ts'
import type { Ground } from './ground.ts'

type ArmRole = 'intervention' | 'control'

const CONTROL_WORDS = /\b(?:placebo|sham|controls?|control (?:group|arm)|usual care|standard care|conservative care|no treatment|untreated|comparators?|the (?:others|rest|other (?:group|arm|half))|(?:un(?:vaccinated|screened|invited)|comparison|other) (?:group|arm|people|women|men|children)|unvaccinated|dummy|without (?:it|treatment))\b/gi

const TREATED_WORDS = /\b(?:vaccinated|treated|the (?:drug|vaccine|procedure|treatment|intervention|device|operation|medicine|surgery|implant|injection|jab|shot|steroid|antibiotic|tablets?|pills?|antibody|programme|test)|(?:drug|device|vaccine|surgery|surgical|operation|implant|injection|steroid|antibiotic|antibody|exercise|screening|invited) (?:group|arm)|drug|vaccine|active (?:group|arm|treatment)|intervention (?:group|arm)|treatment (?:group|arm)|screened|invited)\b/gi

type RoleMention = { readonly role: ArmRole; readonly start: number; readonly end: number }

/** Where a sentence names the treated and the compared group of a statement. */
function rolesIn(vocabulary: Vocabulary, { text, mentions }: Meaning, { finding, source: { evidence } }: Ground): RoleMention[] {
  const own = (ids: readonly string[] | undefined, other: readonly string[] | undefined): readonly string[] => (ids !== undefined && ids.length > 0 ? ids : other ?? [])
  const treated = own(finding?.interventions, evidence?.interventions)
  const compared = own(finding?.comparators, evidence?.comparators)
  const related = (id: string, ids: readonly string[]): boolean => ids.some((other) => vocabulary.isWithin(id, other) || vocabulary.isWithin(other, id))
  const named = mentions.flatMap(({ conceptId, start, end }): RoleMention[] => (related(conceptId, compared) ? [{ role: 'control', start, end }] : related(conceptId, treated) ? [{ role: 'intervention', start, end }] : []))
  const byName = namedArms(text, finding)
  const words = Array.from(text.matchAll(CONTROL_WORDS), (match): RoleMention => ({ role: 'control', start: match.index, end: match.index + match[0].length }))
  const active = Array.from(text.matchAll(TREATED_WORDS), (match): RoleMention => ({ role: 'intervention', start: match.index, end: match.index + match[0].length })).filter(({ start, end }) => ![...named, ...words].some((other) => other.start < end && other.end > start))
  const bare = Array.from(text.matchAll(/\bwithout(?= (?:it|the|an?|one|this|$)|[.,;)]|$)|\bwith(?= (?:and|or)\b)/gi), (match): RoleMention => ({ role: /^without/i.test(match[0]) ? 'control' : 'intervention', start: match.index, end: match.index + match[0].length }))
  const turned = ({ role, start, end }: RoleMention): RoleMention => ({ role: role === 'intervention' && /\b(?:without|not (?:on|given|taking|having|receiving|invited|screened|treated)|no)\s+(?:an? |the )?$/i.test(text.slice(Math.max(0, start - 24), start)) ? 'control' : role, start, end })
  const free = byName.filter(({ start, end }) => ![...named, ...words].some((other) => other.start < end && other.end > start))
  return [...[...named, ...active.filter(({ start, end }) => !free.some((other) => other.start < end && other.end > start)), ...free].map((mention) => turned(mention)), ...words, ...bare].toSorted((a, b) => a.start - b.start)
}

/** Where a sentence uses a word by which a result tells one of its groups from the other: "oral" against "intravenous". */
function namedArms(text: string, finding: Finding | null): RoleMention[] {
  const wordsOfRole = (role: ArmRole): Set<string> => new Set((finding?.arms ?? []).filter((arm) => arm.role === role).flatMap(({ name }) => wordsOf(name).filter(({ kind, lower }) => kind === 'word' && lower.length > 1 && !STOP_WORDS.has(lower) && !PLAIN_ARM.test(lower)).map(({ key }) => key)))
  const treated = wordsOfRole('intervention')
  const compared = wordsOfRole('control')
  return wordsOf(text).flatMap(({ key, start, end }): RoleMention[] => (treated.has(key) === compared.has(key) ? [] : [{ role: treated.has(key) ? 'intervention' : 'control', start, end }]))
}

/** Words in the name of a group that its report uses of anything. */
const PLAIN_ARM = /^(?:group|arm|patients?|people|women|men|children|therapy|treatment|care|day|days|weeks?|months?|years?|dose|daily|usual|target|without|with)$/

/** The number of a group as a sentence gives it, by its own order: "12% on aspirin", or "aspirin 12%". */
function boundNumbers(text: string, quantities: readonly Quantity[], roles: readonly RoleMention[]): { readonly quantity: Quantity; readonly role: ArmRole }[] {
  const counted = quantities.filter(({ unit }) => ['percent', 'per-1000', 'plain', 'points', 'people', 'rate'].includes(unit))
  // "100 of 679": the second number says of how many.
  const heads = counted.filter((quantity, index) => { const before = counted[index - 1]; return before === undefined || !/^\s(?:out )?of (?:the )?$/.test(text.slice(before.end, quantity.start)) })
  const [firstRole] = roles
  const [firstNumber] = heads
  if (firstRole === undefined || firstNumber === undefined || heads.length < 2) return []
  // "from 6.0% to 4.7%": the first is what it is without the treatment.
  const fall = heads.flatMap((quantity, index) => { const next = heads[index + 1]; return next !== undefined && /\bfrom $/i.test(text.slice(0, quantity.start)) && /^(?:%|\s?points|\s?percent)? to $/i.test(text.slice(quantity.end, next.start)) ? [{ quantity, role: 'control' as const }, { quantity: next, role: 'intervention' as const }] : [] })
  if (fall.length > 0) return fall
  const numberFirst = firstNumber.start < firstRole.start || heads.some(({ end }) => roles.some(({ start }) => start > end && start - end < 60 && /^\s?(?:%|per ?cent\b|points?\b|people\b)?\s?(?:of|in|with|on|for|among|after|under|given)\s(?:(?:the|those|all|people|patients|women|men|children|infants|babies|given|on|in)\s)*$/i.test(text.slice(end, start))))
  return heads.flatMap((quantity, index) => {
    const from = numberFirst ? quantity.end : heads[index - 1]?.end ?? 0
    const to = numberFirst ? heads[index + 1]?.start ?? text.length : quantity.start
    const between = [...new Set(roles.filter(({ start, end }) => start >= from && end <= to && (numberFirst ? start - from < 70 : /^[\s:,(=|-]*(?:(?:group|arm|patients|people|was|were|had|at|of|in|women|men)\s*)*[\s:,(=]*$/i.test(text.slice(end, to)))).map(({ role }) => role))]
    const [only] = between.length === 1 ? between : []
    return only === undefined ? [] : [{ quantity, role: only }]
  })
}

/** Whether a sentence gives one group's number to the other. */
export function swapsArms(vocabulary: Vocabulary, claim: Meaning, ground: Ground): boolean {
  const arms = ground.finding?.arms ?? []
  const valuesOf = (role: ArmRole): number[] => arms.filter((arm) => arm.role === role).flatMap((arm) => [arm.percent, arm.events, arm.mean, arm.events !== null && arm.total !== null && arm.total > 0 ? 100 * arm.events / arm.total : null, arm.ratePer1000PersonYears].filter((value) => value !== null))
  const inWords = boundNumbers(ground.meaning.text, ground.meaning.quantities, rolesIn(vocabulary, ground.meaning, ground))
  const both = (role: ArmRole): number[] => [...valuesOf(role), ...inWords.filter((each) => each.role === role).map(({ quantity }) => quantity.value)]
  const treated = both('intervention')
  const compared = both('control')
  if (treated.length === 0 || compared.length === 0) return false
  return boundNumbers(claim.text, claim.quantities, rolesIn(vocabulary, claim, ground)).some(({ quantity, role }) => {
    const [own, other] = role === 'intervention' ? [treated, compared] : [compared, treated]
    const same = (value: number): boolean => isRoundingOf(quantity, value) || isRoundingOf(quantity, 10 * value)
    return other.some((value) => same(value)) && !own.some((value) => same(value))
  })
}

/** Whether a sentence sets the compared group against the treated one, the other way round than the statement does. */
export function isTurned(vocabulary: Vocabulary, claim: Meaning, ground: Ground): boolean {
  const reference = /\b(?:than|versus|vs\.?|compared (?:with|to)|relative to|against)\b/i.exec(claim.text)
  const roles = rolesIn(vocabulary, claim, ground)
  // "better with usual care": only the compared group is named, as the one that fared so.
  if (reference === null) return claim.quantities.filter(({ unit }) => unit !== 'duration' && unit !== 'age').length < 2 && roles.length > 0 && roles.every(({ role }) => role === 'control') && /\b(?:with|on|after|in|under|among|given)\s+(?:the\s+)?$/i.test(claim.text.slice(0, roles[0]?.start ?? 0))
  const after = roles.find(({ start }) => start >= reference.index && start - reference.index < 80)
  const before = roles.filter(({ end }) => end <= reference.index)
  return after?.role === 'intervention' && before.some(({ role }) => role === 'control') && !before.some(({ role }) => role === 'intervention')
}

/** Whether a sentence gives a number of its own to each of the two groups. */
export function givesBothGroups(vocabulary: Vocabulary, claim: Meaning, ground: Ground): boolean {
  return new Set(boundNumbers(claim.text, claim.quantities, rolesIn(vocabulary, claim, ground)).map(({ role }) => role)).size === 2
}
