import { adviceClauses, saysMayConsider, statesStrength, withoutStatistics } from '../../../core/text/index.ts'
import { clausesWrong, quoteLead } from './expect-source-words.ts'
import { silenceKindSchema, type Claim, type Direction, type Recommendation, type Source, type Strength } from '../../../core/model/index.ts'
import { namesOnly } from './account-words.ts'
import { mark, wrong } from './compare-told.ts'
import { peopleProblem } from './check-people.ts'
import { isIndividual } from './is-individual.ts'
import { bodyName, isRelated, namesOf, type ReferenceFacts } from './reference-facts.ts'
import { asWrong, firstWrong } from './told-checks.ts'
import { listInput, textInput } from './read-inputs.ts'
import type { Expected, Told, Wrong } from './types.ts'

type Said = Told['said']
type Advice = { readonly source: Source; readonly recommendation: Recommendation }

/** What each verb says of a body's direction and strength; null where it says no strength. */
const VERBS: Readonly<Record<string, readonly [direction: Direction, strength: Strength | null]>> = {
  'strongly advises': ['for', 'strong'], 'leans towards': ['for', 'conditional'], 'is in favour of': ['for', null],
  'strongly advises against': ['against', 'strong'], 'leans against': ['against', 'conditional'], 'advises against': ['against', null],
  'advises neither for nor against': ['neither', null], 'says too little is known about': ['insufficient-evidence', null], 'gives no advice on': ['silent', null],
}

const PAYER_VERBS: Readonly<Record<string, readonly Direction[]>> = {
  'may pay, if its rules are met, for': ['for', 'neither'], 'does not see a need for': ['against'], 'says there is not enough proof for': ['insufficient-evidence'], 'gives no advice on': ['silent'],
}

const WHO: Readonly<Record<string, string>> = { clinical: 'An expert group', draft: 'A draft by an expert group', hta: 'A group that weighs effect and cost', coverage: 'A health plan', licence: 'The agency that licenses drugs and devices' }

/** A body's own name for the treatment is told as it stands up to this many words: "starting aspirin" is not "aspirin". */
const LONGEST_NAME = 10

/** Longer advice is not quoted whole. */
const LONGEST_QUOTE = 45

/** Weaker to stronger, so that advice told as stronger than it is can be named so. */
const STRENGTHS: readonly (Strength | null)[] = [null, 'conditional', 'strong']

/** A licence that another paper reports is still no advice. */
function isRelayedLicence(bodyClass: string, text: string): boolean {
  return bodyClass === 'relayed' && /\b(?:licen[sc]e[ds]?|approve[ds]|authori[sz]e[ds])\b/i.test(text)
}

/** Whether the advice told has the direction and strength of the recommendation. */
export function adviceWrong(verb: string, recommendation: Recommendation, bodyClass: string): Wrong | null {
  const { direction, strength, text } = recommendation
  if (bodyClass === 'coverage') return PAYER_VERBS[verb]?.includes(direction) === true ? null : wrong('changed', 'another decision of the plan')
  if (bodyClass === 'licence' || isRelayedLicence(bodyClass, text)) return (direction === 'against' ? ['limits', 'refuses'] : ['lets makers sell']).includes(verb) ? null : wrong('changed', 'another decision of the agency')
  if (isIndividual(recommendation)) return verb === 'leaves it to each person to decide about' ? null : wrong(verb.startsWith('strongly') || verb === 'leans towards' ? 'strengthened' : 'changed', 'another kind of advice')
  if (strength === 'strong' && (direction === 'for' || direction === 'against') && !statesStrength(text)) return verb === (direction === 'for' ? 'advises' : 'advises against') ? null : wrong(verb.startsWith('strongly') ? 'strengthened' : 'changed', 'another kind of advice')
  if (direction === 'for' && strength === 'conditional' && saysMayConsider(text)) return verb === 'says that one may consider' ? null : wrong('strengthened', 'another kind of advice')
  const told = VERBS[verb]
  if (told === undefined || told[0] !== direction) return wrong('changed', 'another direction of advice')
  const held = direction === 'for' || direction === 'against' ? (strength === 'strong' || strength === 'conditional' ? strength : null) : null
  return told[1] === held ? null : wrong(STRENGTHS.indexOf(told[1]) > STRENGTHS.indexOf(held) ? 'strengthened' : 'weakened', 'another strength of advice')
}

/** What a body lets a patient's sentence tell: who it is, which way it advises and how strongly, what, for whom, and what to know beside it. */
export function expectPosition(facts: ReferenceFacts, reference: Claim, advice: Advice): Expected[] {
  const inputs = reference.inputs ?? {}
  const bodyClass = textInput(inputs, 'bodyClass')
  const { recommendation, source } = advice
  const flags = listInput(inputs, 'flags')
  const silence = recommendation.silence ?? silenceKindSchema.safeParse(inputs['silence']).data ?? null
  if (silence === 'not-read') return [{ slot: 'unread', missing: 'strengthened', what: 'that it was not read', check: (said) => whoWrong(facts, said, advice, bodyClass) }, mark('no-side', 'strengthened', 'that it is counted on no side'), ...notes()]
  if (silence !== null || recommendation.direction === 'silent') return [leadOf(facts, advice, bodyClass), ...(silence === 'predates' ? [mark('predates', 'dropped', 'that it predates the studies')] : silence === 'outside-scope' && recommendation.text === source.title ? [mark('outside', 'dropped', 'that it covers other care')] : []), mark('not-a-no', 'strengthened', 'that silence is not a no'), ...notes()]
  return [leadOf(facts, advice, bodyClass), ...notes()]

  function notes(): Expected[] {
    const must = (slot: string, holds: boolean, what: string): Expected[] => (holds ? [mark(slot, 'strengthened', what)] : [])
    const newerIn = inputs['replacedIn']
    const isLicence = bodyClass === 'licence' || isRelayedLicence(bodyClass, recommendation.text)
    const exact = expectExact(advice)
    const bounds = silence === null ? expectBounds(facts, recommendation).map((one) => (one.slot === 'adds' && exact.length > 0 ? { ...one, missing: null } : one)) : []
    return [
      ...bounds,
      ...(inputs['replaced'] === true ? [{ slot: 'newer', missing: 'strengthened', what: 'that newer advice exists', check: ({ year }) => ((year ?? null) === (typeof newerIn === 'number' ? String(newerIn) : null) ? null : wrong('changed', 'another year')) } satisfies Expected] : []),
      ...must('other-outcome', textInput(inputs, 'whyNoVote').startsWith('advice on another outcome'), 'that it is about another result'),
      ...must('edge', recommendation.carveOut, 'that it is a limit of its own advice'),
      ...(inputs['linked'] === true ? [mark('linked', 'strengthened', 'its ties to the maker')] : inputs['interested'] === true ? [mark('interested', 'strengthened', 'that its members do this')] : []),
      ...must('draft', bodyClass === 'draft', 'that it is a draft'),
      ...must('leave-to-sell', isLicence && recommendation.direction !== 'against', 'that a licence is leave to sell'),
      ...must('not-advice', isLicence && recommendation.direction !== 'against', 'that a licence is no advice'),
      ...exact,
      ...must('ungraded', recommendation.strength === 'ungraded' && bodyClass === 'clinical' && silence === null, 'that its strength is not stated'),
      ...(flags.some((flag) => flag.startsWith('over')) && bodyClass === 'clinical' ? [{ slot: 'old', missing: 'strengthened', what: 'that it is old', check: ({ searched }) => ((searched ?? null) === (source.evidence?.searchDate?.slice(0, 4) ?? null) ? null : wrong('changed', 'another year')) } satisfies Expected] : []),
      ...must('later', flags.includes('later versions exist, not held') || source.evidence?.laterVersionsNotHeld === true, 'that later versions exist'),
      ...must('second-hand', bodyClass === 'relayed', 'that it was not read'),
    ]
  }
}

/** What binds a piece of advice: the illness it is about, and what its own words set beside it. */
export function expectBounds({ vocabulary, asked }: ReferenceFacts, { conditions, population, intervention, text }: Recommendation): Expected[] {
  const [illness] = conditions
  const isNamed = vocabulary.recognise(population).some(({ conceptId }) => isRelated(vocabulary, [conceptId], conditions))
  const isOther = asked.conditions.length > 0 && !isRelated(vocabulary, conditions, asked.conditions) && !isNamed
  const clauses = adviceClauses(text).filter((clause) => !/[“”]/.test(clause))
  const own = `${population} ${intervention}`.toLowerCase()
  return [
    ...(conditions.length === 1 && illness !== undefined ? [{ slot: 'illness', missing: isOther ? 'strengthened' : null, what: 'the illness it speaks of', check: (said) => (namesOnly(said['illness'] ?? '', namesOf(vocabulary, [illness])) ? null : wrong('changed', 'another illness')) } satisfies Expected] : []),
    ...(clauses.length === 0 ? [] : [{ slot: 'adds', missing: clauses.some((clause) => !own.includes(clause.toLowerCase())) ? 'strengthened' : null, what: 'how its advice is bound', check: (said) => clausesWrong(said['clauses'] ?? '', clauses, own) } satisfies Expected]),
  ]
}

/** The sentence that states the advice, whole and in its own words; none where only a title stands for a silence. */
export function expectExact({ source, recommendation }: Advice): Expected[] {
  const words = recommendation.text === source.title ? null : withoutStatistics(recommendation.text)
  if (words === null) return []
  const isShort = words.split(' ').length <= LONGEST_QUOTE && !/[“”"]/.test(words)
  return [{ slot: 'exact', missing: isShort ? 'strengthened' : null, what: 'its exact words', check: (said) => (said['words'] === words && said['lead'] === quoteLead(source.textKind === 'record') ? null : wrong('changed', 'other words than those of the source')) }]
}

/** The sentence of advice itself. */
export function leadOf(facts: ReferenceFacts, advice: Advice, bodyClass: string): Expected {
  return {
    slot: 'advice', missing: 'dropped', what: 'the advice',
    check: (said) => firstWrong(adviceWrong(said['verb'] ?? '', advice.recommendation, bodyClass), whoWrong(facts, said, advice, bodyClass), whatWrong(facts, said['what'] ?? '', advice)),
  }
}

function whoWrong(facts: ReferenceFacts, said: Said, { source, recommendation }: Advice, bodyClass: string): Wrong | null {
  const relayed = recommendation.relayedFor !== null || bodyClass === 'relayed'
  if (bodyClass === 'relayed') return firstWrong(said['other'] === bodyName(facts, source, recommendation) ? null : wrong('changed', 'another body'), said['relayYear'] === (source.year === null ? 'unknown date' : String(source.year)) ? null : wrong('changed', 'another year'))
  return firstWrong(
    said['body'] === bodyName(facts, source, recommendation) ? null : wrong('changed', 'another body'),
    said['year'] === (source.year === null ? 'date not known' : String(source.year)) ? null : wrong('changed', 'another year'),
    said['who'] === WHO[bodyClass] ? null : wrong('changed', 'another kind of body'),
    (said['relayed'] !== undefined) === (relayed && bodyClass !== 'coverage' && bodyClass !== 'licence') ? null : wrong('strengthened', 'that another paper reports it'),
  )
}

/** "basivertebral nerve ablation for adults with back pain": the treatment is one the body speaks of, the people are its own. */
function whatWrong(facts: ReferenceFacts, what: string, { source, recommendation }: Advice): Wrong | null {
  const { vocabulary, asked, question } = facts
  // What could not be read may speak of the treatment asked about, whatever else is known of it.
  const isAsked = recommendation.silence === 'not-read' || recommendation.interventions.length === 0 || isRelated(vocabulary, recommendation.interventions, asked.interventions)
  const concepts = [...namesOf(vocabulary, recommendation.interventions), ...(isAsked ? [...namesOf(vocabulary, asked.interventions), question.pico.intervention ?? 'this treatment'] : [])]
  // In the body's own words whole, or by the names of its concepts: never a mixture, which could lose a "no" or a "without".
  const own = plainWords(recommendation.intervention)
  const isOwnOnly = own !== '' && own.split(' ').length <= LONGEST_NAME && !/[\d();:]/.test(own) && recommendation.silence === null && !concepts.some((name) => plainWords(name) === own)
  const routine = /\broutine(?:ly)?\b/i.test(recommendation.text) ? /^routine / : /(?!)/
  const isTreatment = (text: string): boolean => plainWords(text.replace(/^this: (.+),$/, '$1')) === own || plainWords(text.replace(routine, '')) === own || (!isOwnOnly && namesOnly(text, concepts)) || text === 'another treatment'
  if (isTreatment(what)) return null
  const cuts = [...what.matchAll(/ for /g)].map(({ index }) => index)
  const problems = cuts.map((cut) => (isTreatment(what.slice(0, cut)) ? peopleProblem(vocabulary, what.slice(cut + ' for '.length), recommendation.criteria, [recommendation.population, /^same (?:group|people)\b/i.test(recommendation.population) ? (source.evidence?.population ?? null) : null]) : 'names another treatment'))
  return problems.includes(null) ? null : asWrong(problems.find((problem) => problem !== 'names another treatment') ?? 'names another treatment')
}

/** Words without case and article, so that "a weak opioid" is "Weak opioid". */
function plainWords(text: string): string {
  return text.trim().toLowerCase().replace(/^(?:an?|the) /, '')
}

/** A body whose document does not mention the treatment has no recommendation to cite: what its silence is stands in the inputs. */
export function silentAdvice({ sources }: ReferenceFacts, { id, inputs, citations: [cited] }: Claim): Advice | undefined {
  const source = sources.get(textInput(inputs, 'sourceId'))
  const silence = silenceKindSchema.safeParse(inputs?.['silence'])
  if (source === undefined || !silence.success || cited === undefined) return undefined
  const span = { start: cited.start, end: cited.end }
  return { source, recommendation: { id, direction: 'silent', strength: 'ungraded', letter: null, certainty: null, population: '', intervention: '', interventions: [], comparators: [], conditions: [], criteria: null, carveOut: false, target: null, silence: silence.data, relayedFor: null, text: source.title, span } }
}
