import type { Claim, Recommendation, Source } from '../../../core/model/index.ts'
import { covers, namesOnly, unaccountedWords } from './account-words.ts'
import { bodiesWrong } from './check-bodies.ts'
import { peopleProblem } from './check-people.ts'
import { mark, wrong } from './compare-told.ts'
import { isIndividual } from './is-individual.ts'
import { bodyName, citedRecommendations, namesOf, type ReferenceFacts } from './reference-facts.ts'
import { firstWrong } from './told-checks.ts'
import { listInput } from './read-inputs.ts'
import type { Expected, Told } from './types.ts'

type Said = Told['said']
type Cited = { readonly source: Source; readonly recommendation: Recommendation }

const SAYS: Readonly<Record<Recommendation['direction'], string>> = { for: 'is in favour', neither: 'takes neither side', against: 'advises against it', 'insufficient-evidence': 'says too little is known', silent: 'says nothing' }

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
  const targets = told.flatMap((name) => ofBody(name).flatMap(({ recommendation: { target } }) => target ?? []))
  const isTargets = (text: string): boolean => targets.some((one) => targets.some((other) => text === `${one}; ${other}` && (one !== other || targets.length === 1)))
  const lead: Expected[] = isStrength ? [{ slot: 'same-side', missing: 'dropped', what: 'who differs', check: only(told) }]
    : isTarget ? [{ slot: 'targets', missing: 'dropped', what: 'the targets', check: (said) => firstWrong(only(told)(said), isTargets(said['targets'] ?? '') ? null : wrong('changed', 'other targets')) }]
      : told.map((name): Expected => ({ slot: 'says', missing: told.length > 2 ? null : 'dropped', what: `what ${name} says`, check: (said) => firstWrong(said['bodies'] === name ? null : wrong('changed', 'another body'), ofBody(name).some(({ recommendation }) => (isIndividual(recommendation) ? 'leaves it to each person' : SAYS[recommendation.direction]) === said['says']) ? null : wrong('changed', 'another direction of advice')) }))
  const reasons = why.flatMap((reason) => expectReason(facts, reason, told, ofBody))
  return [...lead, ...reasons, ...(reasons.length === 0 ? [mark('no-reason', 'dropped', 'that no reason is held')] : claim.inputs?.['kind'] === 'apparent' ? [mark('apparent', 'dropped', 'that it may be no true clash')] : [])]
}

/** How far a body looked, and of when its document is, as a patient reads it. */
const TIMES: Readonly<Record<string, string>> = { 'rests on evidence to': 'looked at studies up to', 'is of': 'is from' }

/** One reason of the reference, told of the bodies it names. A date within one year is no reason that a patient is told. */
function expectReason(facts: ReferenceFacts, reason: string, told: readonly string[], ofBody: (name: string) => readonly Cited[]): Expected[] {
  const is = (said: string | undefined, meant: string | undefined): boolean => said === meant
  const [, older, olderBy = '', before, newer, newerBy = '', after] = /^date: (.+) (rests on evidence to|is of) (\d{4})\S*, (.+) (rests on evidence to|is of) (\d{4})/.exec(reason) ?? []
  if (older !== undefined) return before === after ? [] : [{ slot: 'dates', missing: 'dropped', what: 'when each looked', check: (said) => (is(said['older'], older) && is(said['before'], before) && is(said['newer'], newer) && is(said['after'], after) && is(said['first'], TIMES[olderBy]) && is(said['second'], TIMES[newerBy]) ? null : wrong('changed', 'another time')) }]
  for (const [pattern, slot, what] of NAMED_REASONS) {
    const [, body, studies] = pattern.exec(reason) ?? []
    if (body !== undefined) return [{ slot, missing: slot === 'paid' ? 'strengthened' : 'dropped', what: `${what} (${body})`, check: (said) => (is(said['bodies'], body) && is(said['studies'], studies?.replace(', the largest trial held)', ', the largest we hold)')) ? null : wrong('changed', 'another body or study')) }]
  }
  if (reason.startsWith('outcome valued: ')) return expectResults(facts, reason, told)
  if (reason.startsWith('comparator: ')) {
    const names = (body: string): string[] => namesOf(facts.vocabulary, ofBody(body).flatMap(({ recommendation: { comparators } }) => comparators))
    return [{ slot: 'compared-with', missing: 'dropped', what: 'with what each compares it', check: ({ others }) => { const [, a = '', first = '', b = '', second = ''] = splitBodies(others ?? '', told, 'with'); return namesOnly(first, names(a)) && namesOnly(second, names(b)) ? null : wrong('changed', 'another comparison') } }]
  }
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
      const [, a = '', first = '', b = '', second = ''] = splitBodies(people ?? '', told, 'of')
      const holds = (name: string, words: string): boolean => ofBody(name).some(({ source, recommendation: { criteria, population } }) => (words === 'people it does not describe' ? population === '' && (criteria === null || Object.keys(criteria.ranges).length + criteria.tags.length + criteria.notTags.length + (criteria.anyOf?.length ?? 0) === 0) : peopleProblem(facts.vocabulary, words, criteria, [population, source.evidence?.population ?? null]) === null))
      return holds(a, first) && holds(b, second) ? null : wrong('changed', 'other people')
    },
  }]
}

/** Reasons that name one body, and studies where they do, in the words of the ledger. */
const NAMED_REASONS: readonly (readonly [pattern: RegExp, slot: string, what: string])[] = [
  [/^evidence: (.+) predates the reports? held of (.+)$/, 'older', 'what came out later'],
  [/^evidence: (.+) rests on (.+)$/, 'builds-on', 'on which studies it builds'],
  [/^evidence: (.+) did not have (.+)$/, 'did-not-have', 'which studies it did not have'],
  [/^date: (.+) has later versions, which are not held$/, 'later', 'that later versions exist'],
  [/^method: (.+) goes by consensus$/, 'consensus', 'that it goes by consensus'],
  [/^funding: industry paid for the document of (.+), in full or in part$/, 'paid', 'that industry paid'],
]

/** Which results each values: those named in the words that the reference quotes. Of what one side alone says a patient is not told. */
function expectResults({ vocabulary }: ReferenceFacts, reason: string, told: readonly string[]): Expected[] {
  const parts = reason.slice('outcome valued: '.length).split('; ').flatMap((part) => told.flatMap((name) => (part.startsWith(`${name} says `) ? [{ name, said: part.slice(`${name} says `.length) }] : [])))
  const resultsIn = (said: string): string[] => [...new Set(vocabulary.recognise(said).filter(({ kind }) => kind === 'outcome').map(({ conceptId }) => vocabulary.outcome(conceptId)?.plain ?? conceptId))].toSorted()
  const [one, other] = parts.map(({ said }) => resultsIn(said))
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0 || one.join('+') === other.join('+')) return []
  const holds = (body: string, words: string): boolean => parts.some(({ name, said }) => { const results = resultsIn(said); return name === body && unaccountedWords(words, results).length === 0 && results.every((result) => covers(words, result)) })
  return [{ slot: 'results', missing: 'dropped', what: 'which results each values', check: ({ results }) => { const [, a = '', first = '', b = '', second = ''] = splitBodies(results ?? '', told, 'at'); return holds(a, first) && holds(b, second) ? null : wrong('changed', 'other results') } }]
}

/** "A of these, B of those" by the names of the two bodies and the word that joins each to what is said of it. */
function splitBodies(text: string, names: readonly string[], joint: string): string[] {
  for (const a of names) {
    for (const b of names) {
      const opening = `${a} ${joint} `
      const second = `, ${b} ${joint} `
      const cut = text.indexOf(second)
      if (a !== b && text.startsWith(opening) && cut > 0) return [text, a, text.slice(opening.length, cut), b, text.slice(cut + second.length)]
    }
  }
  return []
}
