import type { Claim, Recommendation, Source } from '../../../core/model/index.ts'
import { bodiesWrong } from './check-bodies.ts'
import { peopleProblem } from './check-people.ts'
import { mark, wrong } from './compare-told.ts'
import { bodyName, citedRecommendations, type ReferenceFacts } from './reference-facts.ts'
import { firstWrong } from './told-checks.ts'
import { listInput } from './read-inputs.ts'
import type { Expected, Told } from './types.ts'

type Said = Told['said']
type Cited = { readonly source: Source; readonly recommendation: Recommendation }

const SAYS: Readonly<Record<Recommendation['direction'], string>> = { for: 'is in favour', neither: 'leaves it to each person', against: 'advises against it', 'insufficient-evidence': 'says too little is known', silent: 'says nothing' }

/** A disagreement: who says what, and the reasons that the reference gives, each of the bodies it is about. */
export function expectConflict(facts: ReferenceFacts, claim: Claim): Expected[] {
  const between = listInput(claim.inputs, 'between')
  const why = listInput(claim.inputs, 'why')
  const cited = citedRecommendations(facts, claim)
  const nameOf = ({ source, recommendation }: Cited): string => bodyName(facts, source, recommendation)
  const ofBody = (name: string): Cited[] => cited.filter((one) => nameOf(one) === name)
  const only = (names: readonly string[]) => ({ bodies }: Said): ReturnType<typeof wrong> | null => bodiesWrong(bodies, names)
  const isPlans = cited.length > 0 && cited.every(({ source }) => ['coverage', 'hta'].includes(source.evidence?.body?.class ?? ''))
  if (isPlans) {
    const pays = [...new Set(cited.filter(({ recommendation: { direction } }) => direction === 'for' || direction === 'neither').map((one) => nameOf(one)))]
    const refuses = [...new Set(cited.filter(({ recommendation: { direction } }) => direction !== 'for' && direction !== 'neither').map((one) => nameOf(one)))]
    return [
      mark('plans-differ', 'dropped', 'that plans differ'), mark('plan-not-counted', 'dropped', 'that plans do not count'),
      { slot: 'may-pay', missing: 'dropped', what: 'which plans may pay', check: only(pays) }, { slot: 'does-not-pay', missing: 'dropped', what: 'which plans do not', check: only(refuses) },
      ...(why.some((reason) => reason.includes('two words for the same')) ? [mark('two-words', 'dropped', 'that two words mean the same')] : []),
    ]
  }
  if (cited.length === 0) return [{ slot: 'differ', missing: 'dropped', what: 'who differs', check: only(between) }, mark('no-reason', 'dropped', 'that no reason is held')]
  const about = claim.text
  const isStrength = /about how strongly/.test(about)
  const isTarget = /about the target/.test(about)
  const told = between.length >= 2 ? between : [...new Set(cited.map((one) => nameOf(one)))]
  const lead: Expected[] = isStrength ? [{ slot: 'same-side', missing: 'dropped', what: 'who differs', check: (said) => (told.every((name) => said['bodies']?.includes(name) === true) || told.length > 2 ? null : wrong('changed', 'another body')) }]
    : isTarget ? [{ slot: 'targets', missing: 'dropped', what: 'the targets', check: (said) => (cited.some(({ recommendation: { target } }) => target !== null && said['targets']?.includes(target) === true) ? null : wrong('changed', 'other targets')) }]
      : told.map((name): Expected => ({ slot: 'says', missing: told.length > 2 ? null : 'dropped', what: `what ${name} says`, check: (said) => firstWrong(said['bodies'] === name ? null : wrong('changed', 'another body'), ofBody(name).some(({ recommendation }) => SAYS[recommendation.direction] === said['says']) ? null : wrong('changed', 'another direction of advice')) }))
  const reasons = why.flatMap((reason) => expectReason(facts, reason, told, ofBody))
  return [...lead, ...reasons, ...(reasons.length === 0 ? [mark('no-reason', 'dropped', 'that no reason is held')] : claim.inputs?.['kind'] === 'apparent' ? [mark('apparent', 'dropped', 'that it may be no true clash')] : [])]
}

/** One reason of the reference, told of the bodies it names. A date within one year is no reason that a patient is told. */
function expectReason(facts: ReferenceFacts, reason: string, told: readonly string[], ofBody: (name: string) => readonly Cited[]): Expected[] {
  const is = (said: string | undefined, meant: string | undefined): boolean => said === meant
  const [, older, before, newer, after] = /^date: (.+) rests on evidence to (\d{4})\S*, (.+) to (\d{4})/.exec(reason) ?? []
  if (older !== undefined) return before === after ? [] : [{ slot: 'dates', missing: 'dropped', what: 'when each looked', check: (said) => (is(said['older'], older) && is(said['before'], before) && is(said['newer'], newer) && is(said['after'], after) ? null : wrong('changed', 'another time')) }]
  const [, body, year] = /^(.+) predates the largest trial held \((\d{4})\)$/.exec(reason) ?? []
  if (body !== undefined) return [{ slot: 'older', missing: 'dropped', what: `that ${body} is older than the largest trial`, check: (said) => (is(said['bodies'], body) && is(said['year'], year) ? null : wrong('changed', 'another body or year')) }]
  const [, open, unknown] = /^method: (.+) uses an explicit evidence-to-decision method; (.+) is not on the list/.exec(reason) ?? []
  if (open !== undefined) {
    const named = (slot: string, name: string | undefined, what: string): Expected => ({ slot, missing: 'dropped', what, check: ({ bodies }) => (is(bodies, name) ? null : wrong('changed', 'another body')) })
    return [named('method', open, 'who shows how'), named('no-method', unknown, 'of whom that is not known')]
  }
  if (reason.startsWith('condition: ')) return [{ slot: 'illnesses', missing: 'dropped', what: 'of which illness each speaks', check: ({ illnesses }) => (is(illnesses, reason.slice('condition: '.length).replace(' speaks of ', ' of ').replace('; ', ', ')) ? null : wrong('changed', 'another illness')) }]
  if (reason.startsWith('independence: ')) {
    const name = told.find((one) => reason === `independence: ${one} declares ties to the maker` || reason === `independence: members of ${one} perform the procedure`) ?? ''
    const isLinked = reason.endsWith('declares ties to the maker')
    return [{ slot: isLinked ? 'ties' : 'members', missing: 'strengthened', what: `the ties of ${name}`, check: ({ bodies }) => (is(bodies, name) ? null : wrong('changed', 'another body')) }]
  }
  if (!reason.startsWith('population: ')) return []
  return [{
    slot: 'people', missing: 'dropped', what: 'of whom each speaks',
    check: ({ people }) => {
      const [, a = '', first = '', b = '', second = ''] = splitPeople(people ?? '', told)
      const holds = (name: string, words: string): boolean => ofBody(name).some(({ recommendation: { criteria } }) => (words === 'all people with this illness' ? criteria === null || Object.keys(criteria.ranges).length + criteria.tags.length + criteria.notTags.length === 0 : peopleProblem(facts.vocabulary, words, criteria, []) === null))
      return holds(a, first) && holds(b, second) ? null : wrong('changed', 'other people')
    },
  }]
}

/** "A of these, B of those" by the names of the two bodies. */
function splitPeople(text: string, names: readonly string[]): string[] {
  for (const a of names) {
    for (const b of names) {
      const opening = `${a} of `
      const cut = text.indexOf(`, ${b} of `)
      if (a !== b && text.startsWith(opening) && cut > 0) return [text, a, text.slice(opening.length, cut), b, text.slice(cut + `, ${b} of `.length)]
    }
  }
  return []
}
