import { z } from 'zod'
import { certaintySchema, populationCriteriaSchema, type Claim, type PopulationCriteria } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import { phrasePattern, unaccountedWords } from './account-words.ts'
import { bodiesWrong } from './check-bodies.ts'
import { holdsRange, measuredWords, NEGATIONS, peopleProblem, SIDES } from './check-people.ts'
import { mark, wrong } from './compare-told.ts'
import { isIndividual } from './is-individual.ts'
import { checkLevel } from './expect-effect.ts'
import { isPrinted } from './printed-numbers.ts'
import { bodyName, citedRecommendations, namesOf, type ReferenceFacts } from './reference-facts.ts'
import { firstWrong } from './told-checks.ts'
import { numberInput, textInput } from './read-inputs.ts'
import type { Expected, Told } from './types.ts'

type Said = Told['said']
/** What each opening says of the stance. */
const STANCES: Readonly<Record<string, readonly string[]>> = {
  'Experts advise': ['recommended'], 'It depends on the person:': ['conditional'], 'Experts disagree about': ['contested'], 'There is no agreement about': ['contested'],
  'Experts advise against': ['not-recommended'], 'An expert group advises': ['recommended'], 'An expert group advises against': ['not-recommended'], 'Studies speak against': ['not-recommended'], 'Too little is known about': ['insufficient-evidence'], 'We found nothing on': ['no-evidence'], 'This is not a yes-or-no question': ['not-a-decision'],
  'experts advise it': ['recommended'], 'it depends on the person': ['conditional'], 'experts disagree': ['contested'], 'experts or studies speak against it': ['not-recommended'], 'too little is known': ['insufficient-evidence'],
  'we found nothing': ['no-evidence'], 'this is not a yes-or-no question': ['not-a-decision'],
}

/** The opening sentence: the stance, what and whom it is of, who is on which side with which ties, how sure the studies leave us. */
export function expectVerdict(facts: ReferenceFacts, claim: Claim): Expected[] {
  const inputs = claim.inputs ?? {}
  const stance = textInput(inputs, 'stance')
  const certainty = certaintySchema.safeParse(inputs['certainty']).data ?? null
  const { vocabulary, question, asked, inputs: known } = facts
  const subject = [...namesOf(vocabulary, [...asked.interventions, ...asked.conditions]), question.pico.intervention ?? 'this treatment', question.pico.population ?? '', ...asked.conditions.flatMap((id) => Object.keys(vocabulary.concept(id)?.criteria?.ranges ?? {}))]
  const stanceOf: Expected = {
    slot: 'stance', missing: 'dropped', what: 'the verdict',
    check: (said) => firstWrong(
      STANCES[said['stance'] ?? '']?.includes(stance) === true ? null : wrong('changed', 'another verdict'),
      said['what'] === undefined || askedNames(said['what']) ? null : wrong('changed', 'another question'),
    ),
  }
  const people = populationCriteriaSchema.safeParse(inputs['criteria'])
  const isNamed = (what: string, names: readonly (string | null)[]): boolean => names.length === 0 || names.some((name) => name !== null && name !== '' && new RegExp(phrasePattern(name), 'iu').test(what))
  const treatments = asked.interventions.length === 0 ? [question.pico.intervention ?? 'this treatment'] : namesOf(vocabulary, asked.interventions)
  const askedNames = (what: string): boolean => (stance === 'not-a-decision' || isNamed(what, treatments)) && isNamed(what, namesOf(vocabulary, asked.conditions)) && isAccounted(what, [...subject, ...(people.success ? peopleWords(facts, people.data) : [])]) && rangesHold(what, people.data)
  if (stance === 'no-evidence') return [stanceOf, { slot: 'searched', missing: 'dropped', what: 'what was searched', check: ({ searched, considered }) => (isPrinted(searched ?? '', numberInput(inputs, 'searched')) && isPrinted(considered ?? '', numberInput(inputs, 'considered')) ? null : wrong('changed', 'another number')) }, mark('none-on-topic', 'dropped', 'that none was on topic')]
  if (!('strata' in inputs)) return []
  const strata = z.array(z.object({ id: z.string(), stance: z.string(), evidenceSignal: z.string().nullable().optional() })).safeParse(inputs['strata']).data ?? []
  const votes = citedRecommendations(facts, claim)
  const side = (direction: string, slot = direction, isLeaning: boolean | null = null): Expected[] => {
    const names = [...new Set(votes.filter(({ recommendation }) => !isIndividual(recommendation) && recommendation.direction === direction && (isLeaning === null || (recommendation.strength === 'conditional') === isLeaning)).map(({ source, recommendation }) => `${bodyName(facts, source, recommendation)}${source.year === null ? '' : ` (${source.year})`}`))]
    return names.length === 0 ? [] : [{ slot, missing: 'dropped', what: `who says "${slot}"`, check: ({ bodies }) => bodiesWrong(bodies, names) }]
  }
  const left = [...new Set(votes.filter(({ recommendation }) => isIndividual(recommendation)).map(({ source, recommendation }) => `${bodyName(facts, source, recommendation)}${source.year === null ? '' : ` (${source.year})`}`))]
  const individual: Expected[] = left.length === 0 ? [] : [{ slot: 'individual', missing: 'dropped', what: 'who leaves it to each person', check: ({ bodies }) => bodiesWrong(bodies, left) }]
  const basis = /^as stated by (.+)$/.exec(textInput(inputs, 'certaintyBasis'))?.[1]
  const tied = (slot: 'linked' | 'interested'): Expected[] => {
    const names = [...new Set(votes.filter(({ source, recommendation }) => recommendation.direction === 'for' && known.get(`independence:${source.id}`)?.[slot] === true && (slot === 'linked' || known.get(`independence:${source.id}`)?.['linked'] !== true)).map(({ source, recommendation }) => bodyName(facts, source, recommendation)))]
    return names.length === 0 ? [] : [{ slot, missing: 'strengthened', what: 'the ties of those in favour', check: ({ bodies }) => bodiesWrong(bodies, names) }]
  }
  const criteriaOf = z.array(populationCriteriaSchema).safeParse(inputs['groups']).data ?? []
  /** A group is told by what sets it apart from the people asked about. */
  const isGroup = (text: string, group: PopulationCriteria | undefined, id: string): boolean => {
    const wanted = people.data ?? { ranges: {}, tags: [], notTags: [] }
    const isNew = (tag: string): boolean => !wanted.tags.includes(tag) && !wanted.notTags.includes(tag) && !asked.conditions.some((condition) => vocabulary.isWithin(condition, tag))
    const ranges = Object.fromEntries(Object.entries(group?.ranges ?? {}).filter(([dimension, { min, max }]) => wanted.ranges[dimension]?.min !== min || wanted.ranges[dimension]?.max !== max))
    const own = { ranges, tags: (group?.tags ?? []).filter((tag) => isNew(tag)), notTags: (group?.notTags ?? []).filter((tag) => isNew(tag)) }
    if (Object.keys(ranges).length + own.tags.length + own.notTags.length > 0) return peopleProblem(vocabulary, text.replace(/^people with [^:]+: /, ''), own, []) === null
    return isAccounted(text, [...(group === undefined ? [] : peopleWords(facts, group)), ...namesOf(vocabulary, asked.conditions), id, id.replaceAll('-', ' ')])
  }
  const groups: Expected[] = stance !== 'conditional' || strata.length < 2 ? [] : strata.map((stratum, index) => ({
    slot: 'group', missing: 'dropped', what: 'what holds for each group',
    check: (said) => firstWrong(
      isGroup(said['people'] ?? '', criteriaOf[index], stratum.id) ? null : wrong('changed', 'another group'),
      STANCES[said['stance'] ?? '']?.includes(stratum.stance) === true ? null : wrong('changed', 'another verdict for a group'),
    ),
  }))
  return [
    stanceOf, ...(stance === 'not-a-decision' ? [{ slot: 'holdings', missing: null, what: 'what is held', check: ({ what }: Said) => (what === undefined || askedNames(what) ? null : wrong('changed', 'another question')) }] : []), ...groups,
    ...(votes.length === 0 ? [mark('no-side', 'dropped', 'that no body takes a side')] : []), ...side('for', 'for', false), ...side('for', 'leans-for', true), ...individual, ...side('neither'), ...side('against', 'against', false), ...side('against', 'leans-against', true), ...side('insufficient-evidence'), ...tied('linked'), ...tied('interested'),
    certainty === null ? mark('unrated', 'strengthened', 'that certainty was not rated') : { slot: 'certainty', missing: 'strengthened', what: 'how sure it is', check: ({ level, stated, open }) => firstWrong(checkLevel(level, certainty), stated === basis ? null : wrong('changed', 'another who is sure'), basis !== undefined || (open !== undefined) === (strata[0]?.evidenceSignal === 'E3i') ? null : wrong('strengthened', 'that it is left open')) },
  ]
}

/** Words and bounds by which people of these criteria may be told. */
function peopleWords({ vocabulary }: ReferenceFacts, criteria: PopulationCriteria): string[] {
  const bounds = Object.values(criteria.ranges).flatMap(({ min, max }) => [min, max]).flatMap((bound) => (bound === undefined ? [] : [String(Math.round(bound)), String(bound)]))
  return [...namesOf(vocabulary, [...criteria.tags, ...criteria.notTags]), ...bounds, ...(bounds.length > 0 ? [`${measuredWords(Object.keys(criteria.ranges))} ${SIDES}`] : []), ...(criteria.notTags.length > 0 ? [NEGATIONS] : []), 'everyone asked about people in with']
}

/** Whether each range whose bound is told is told on its side. */
function rangesHold(text: string, criteria: PopulationCriteria | undefined): boolean {
  const told = numbersIn(text).map(({ value }) => value)
  return Object.entries(criteria?.ranges ?? {}).every(([dimension, range]) => ![range.min, range.max].some((bound) => bound !== undefined && told.some((value) => Math.abs(value - bound) < 0.02)) || holdsRange(text, range, dimension === 'age'))
}

/** Whether every word and number of a description of people or of the subject is accounted for. */
function isAccounted(text: string, words: readonly string[]): boolean {
  return unaccountedWords(text, words).length === 0 && numbersIn(text).every(({ value }) => value === 10 || words.some((one) => numbersIn(one).some((held) => Math.abs(held.value - value) < 0.02)))
}
