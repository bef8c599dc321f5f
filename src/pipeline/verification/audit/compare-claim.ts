import type { Finding, Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { cuesOf, type Meaning } from '../meaning/index.ts'
import { swapsArms } from './arms.ts'
import { peopleProblems } from './compare-people.ts'
import { positionProblems } from './compare-position.ts'
import { strengthProblems } from './compare-strength.ts'
import { deniedStem, deniedWord } from './denied-words.ts'
import type { Ground } from './ground.ts'
import { importantDifference } from './important-difference.ts'
import type { LibraryIndex } from './library-index.ts'
import { heldQuantities, matchQuantity, type HeldQuantity } from './match-quantities.ts'
import { REPORTING } from './reporting-words.ts'
import { senseDiffers, senseOfGround, senseOfWords } from './sense.ts'
import { namesSubject, shareNamed, subjectFit } from './subject-fit.ts'
import { isScaleLength, otherScale } from './told-scale.ts'
import type { Problem } from './types.ts'

/** A claim held against one statement. */
export type Comparison = {
  readonly ground: Ground
  /** How near the statement is to the claim: shared words by weight (0–1), names and numbers on top. */
  readonly relevance: number
  /** Share (0–1) of the claim's content, by weight, that the statement or its source has. */
  readonly coverage: number
  readonly problems: readonly Problem[]
  readonly numbersHeld: number
  readonly numbersAsked: number
  /** How well what the statement is about fits the claim (0–1). */
  readonly fit: number
  /** Share (0–1) of the words of its subject that the claim names. */
  readonly named: number
  /** Numbers of the claim that the statement itself holds, and not only another result of its source. */
  readonly numbersOwn: number
  /** Those among them that are told to the decimal and count no time. */
  readonly decimalsOwn: number
  /** Numbers of the claim that neither the statement nor anything known of its source holds. */
  readonly absent: readonly string[]
  /** Whether it advises on every treatment that the claim names, and the claim names one. */
  readonly advisesOnAll: boolean
  /** Whether statement and claim are about the same treatment, outcome or body. */
  readonly about: boolean
}

/** What a sentence takes over from those before it in the same part of the page: "the trial", "its participants". */
export type Before = { readonly source: Source | null; readonly ground: Ground | null; readonly concepts: readonly string[] }

export type ClaimContext = {
  readonly vocabulary: Vocabulary
  readonly index: LibraryIndex
  readonly claim: Meaning
  /** Sources that the claim cites and that are held. */
  readonly cited: readonly string[]
  /** Study names that the claim uses. */
  readonly studies: readonly string[]
  readonly before: Before
}

/** People told by what they have: "adults with kidney disease and raised albuminuria". */
const WHOSE = /\b(?:people|patients|adults|women|men|children|infants|babies|participants|those|\d)\s+(?:[\w-]+\s+){0,2}?(?:with|who had|having|without)\s+(?:[\w-]+,?\s+){0,8}$|\bof whom (?:[\w-]+\s+){0,3}$/i

const ROUGH = /\b(?:about|around|roughly|nearly|almost|approximately|some|over|more than|just (?:over|under)|close to|up to|under|fewer than|less than|at least)\s*$/i
const ANY_CAUSE = /\b(?:any|all|whatever|every)[- ](?:other )?causes?\b|\ball-cause\b|\boverall mortality\b/i
const DEATH = /\b(?:deaths?|mortality|died)\b/i
/** Compares a claim with a statement, element by element. */
export function compareClaim(context: ClaimContext, ground: Ground): Comparison {
  const { vocabulary, index, claim, cited, studies, before } = context
  const { coverage } = coverageOf(context, ground)
  const asked = claim.quantities.filter(({ unit, value }) => unit !== 'year' && !(unit === 'percent' && value === 95) && !(unit === 'plain' && value === 95)).filter(({ end }) => !isScaleLength(claim.text, end))
  // What describes a study may hold its times; a size stands at the time of its own result.
  const tells = claim.quantities.some(({ unit }) => unit !== 'duration' && unit !== 'people' && unit !== 'age' && unit !== 'year')
  const timed = (ground.finding !== null && ground.finding.timeMonths !== null) || (ground.meaning.quantities.some(({ unit }) => unit === 'duration'))
  // A result with a time of its own is of that time, whatever its study's follow-up was.
  const all = heldQuantities(ground)
  const sized = tells && claim.quantities.some((quantity) => (['percent', 'rate', 'ratio', 'points', 'per-1000'].includes(quantity.unit) || (quantity.unit === 'plain' && quantity.decimals > 0)) && matchQuantity(quantity, all, false) === 'held')
  const own = timed && sized ? all.filter(({ from, unit }) => from !== 'follow-up' && !(unit === 'duration' && from === 'source')) : all
  const matchesIn = (held: readonly HeldQuantity[]): QuantityInClaim[] => asked.map((quantity) => ({ quantity, match: isConversion(claim, quantity) ? 'held' as const : matchQuantity(quantity, held, ROUGH.test(claim.text.slice(0, quantity.start))) }))
  const alone = matchesIn(own)
  const heldOf = (each: readonly QuantityInClaim[]): number => each.filter(({ match }) => match === 'held').length
  const siblings = siblingQuantities(context, ground, alone.some(({ match, quantity }) => match === 'held' && quantity.unit !== 'duration'))
  const matches = siblings.length === 0 ? alone : matchesIn([...own, ...siblings])
  const numbersHeld = heldOf(matches)
  const numbersOwn = heldOf(alone)
  const named = ground.source.studyName !== null && studies.includes(ground.source.studyName)
  const mentioned = studies.some((name) => ground.meaning.text.includes(name))
  const bodyId = ground.source.evidence?.body?.id
  const sameBody = bodyId !== undefined && claim.bodies.includes(bodyId)
  const near = matches.filter(({ match }) => match === 'other-unit').length
  const relevance = coverage + (named ? 0.3 : mentioned ? 0.2 : 0) + (cited.includes(ground.source.id) ? 0.3 : 0) + (sameBody ? 0.3 : 0) + (before.source?.id === ground.source.id ? 0.15 : 0) + (asked.length === 0 ? 0 : 0.35 * (numbersHeld + 0.7 * near) / asked.length)

  const relates = (kind: string): { readonly asks: boolean; readonly shared: boolean } => {
    const mine = claim.mentions.filter((mention) => mention.kind === kind && !(kind === 'outcome' && WHOSE.test(claim.text.slice(0, mention.start))))
    // "unplanned surgery" of an outcome is no other treatment.
    const isOutcome = ({ start, end }: Meaning['mentions'][number]): boolean => kind === 'intervention' && ground.finding !== null && claim.content.filter((word) => word.start >= start && word.end <= end).every(({ key }) => ground.stems.has(key))
    return { asks: mine.length > 0, shared: mine.some((mention) => ground.concepts.has(mention.conceptId) || isOutcome(mention)) || (kind === 'outcome' && namesSubject(vocabulary, claim, ground)) }
  }
  const given = relates('intervention')
  const inherited = given.asks ? [] : before.concepts
  const treatment = given.asks || inherited.length === 0 ? given : { asks: false, shared: inherited.some((id) => ground.concepts.has(id)) }
  const outcome = relates('outcome')
  const elsewhere = given.asks && ground.recommendation !== null && ground.recommendation.interventions.length > 0 && !advisesOn(vocabulary, claim.mentions, ground)
  const follows = before.source?.id === ground.source.id
  const about = !elsewhere && (named || mentioned || sameBody || follows || cited.includes(ground.source.id) || treatment.shared || (!treatment.asks && coverage >= 0.5)) && (!treatment.asks || treatment.shared)

  const problems: Problem[] = []
  if (treatment.asks && !treatment.shared) problems.push({ kind: 'intervention', verdict: 'not-supported', why: 'the source is about another treatment' })
  const words = senseOfWords(claim)
  const tellsResult = claim.deniesDifference || words.amount !== null || words.worth !== null || claim.quantities.some(({ unit, decimals }) => ['percent', 'ratio', 'rate', 'points', 'per-1000'].includes(unit) || (unit === 'people' && claim.cues.negator.length === 0) || (unit === 'plain' && decimals > 0))
  const listed = numbersOwn === 0 && / or /.test(claim.text) && claim.mentions.filter(({ kind }) => kind === 'outcome' || kind === 'condition').length > 1
  if (ground.finding !== null && tellsResult && !listed && !/\b(?:took part|participants|enrolled|recruited|eligible)\b/i.test(claim.text) && outcome.asks && !outcome.shared && !sharesOutcomeWords(claim, ground)) problems.push({ kind: 'outcome', verdict: 'contradicted', why: `the source measured ${ground.finding.outcome}` })
  else if (ground.finding !== null && tellsResult && ANY_CAUSE.test(claim.text) && !ANY_CAUSE.test(`${ground.meaning.text} ${ground.finding.outcome}`) && DEATH.test(ground.finding.outcome) && ground.finding.outcomeConcept !== 'death' && !ground.finding.components.includes('death')) problems.push({ kind: 'outcome', verdict: 'contradicted', why: `the source measured ${ground.finding.outcome}, not death from any cause` })
  problems.push(...numberProblems(matches, ground))
  const scale = ground.finding === null ? null : otherScale(claim.text, ground.finding)
  if (scale !== null) problems.push({ kind: 'unit', verdict: 'contradicted', why: scale })
  const important = importantDifference(claim.text, ground.meaning.text)
  if (important !== null) problems.push({ kind: 'negation', verdict: 'contradicted', why: important })
  if (ground.finding !== null && swapsArms(vocabulary, claim, ground)) problems.push({ kind: 'arms', verdict: 'contradicted', why: 'the number of one group is given to the other' })
  if (ground.kind !== 'recommendation') {
    const sense = senseDiffers(vocabulary, claim, ground)
    const onPart = numbersOwn === 0 && ground.finding !== null && namesOnlyPart(claim, ground.finding)
    // A limitation may be all that a source says on an outcome: "deaths did not clearly differ".
    const leftOpen = ground.finding === null && ground.meaning.deniesDifference && !claim.deniesDifference && claim.cues.negator.length === 0 && (words.amount !== null || words.worth === 'good') && outcome.asks && claim.mentions.some(({ kind, conceptId }) => kind === 'outcome' && ground.meaning.mentions.some((mention) => mention.conceptId === conceptId)) && ground.meaning.cues.up.length + ground.meaning.cues.down.length === 0
    if (leftOpen) problems.push({ kind: 'hedge', verdict: 'contradicted', why: 'it tells a difference as found, where the source leaves open whether there is one' })
    if (sense !== null && !(onPart && sense.kind !== 'hedge') && (ground.finding !== null || coverage >= 0.6)) problems.push({ kind: sense.kind, verdict: sense.verdict, why: sense.why })
  }
  const time = timeOfNumbers(claim, ground)
  if (time !== null) problems.push({ kind: 'time', verdict: 'contradicted', why: time })
  if (ground.finding !== null && ground.finding.components.length > 1 && isPartOf(vocabulary, claim, ground)) problems.push({ kind: 'outcome', verdict: 'contradicted', why: `the numbers are those of ${ground.finding.outcome}, not of one part of it` })
  const denied = deniedWord(claim, ground) ?? (claim.deniesDifference || ground.meaning.deniesDifference ? null : deniedStem(claim, ground))
  const agree = ground.recommendation !== null && (claim.advice?.direction === ground.recommendation.direction || ground.recommendation.direction === 'against')
  if (denied !== null && coverage >= 0.45 && !agree) problems.push({ kind: 'negation', verdict: 'contradicted', why: denied })
  problems.push(...peopleProblems(vocabulary, claim, ground))
  if (sameBody || claim.bodies.length === 0 || claim.bodies.some((id) => ground.meaning.bodies.includes(id))) problems.push(...positionProblems(claim, ground, index.replacementOf(ground.source.id)?.organization ?? null))
  else if (ground.kind === 'recommendation' && !claim.bodies.some((id) => ground.meaning.bodies.includes(id))) problems.push({ kind: 'source', verdict: 'not-supported', why: `this is the position of ${ground.source.organization ?? 'another body'}` })
  problems.push(...strengthProblems(claim, ground))
  if (ground.source.retraction.state === 'retracted' && !/\bretract/i.test(claim.text)) problems.push({ kind: 'retracted', verdict: 'contradicted', why: 'its source was retracted' })
  const treatments = claim.mentions.filter(({ kind }) => kind === 'intervention')
  const advisesOnAll = ground.recommendation !== null && treatments.length > 0 && treatments.every((mention) => advisesOn(vocabulary, [mention], ground))
  return { ground, advisesOnAll, relevance, coverage, fit: subjectFit(vocabulary, claim, ground, coverage), named: shareNamed(vocabulary, claim, ground), problems, numbersHeld, numbersOwn, decimalsOwn: alone.filter(({ match, quantity }) => match === 'held' && quantity.decimals > 0 && quantity.unit !== 'duration').length, numbersAsked: asked.length, absent: matches.filter(({ match, quantity }) => match === 'absent' && quantity.unit !== 'age' && quantity.unit !== 'studies').map(({ quantity }) => claim.text.slice(quantity.start, quantity.end)), about }
}

/** Whether a recommendation is on a treatment that is named, on its class, or on a member of it. */
function advisesOn(vocabulary: Vocabulary, mentions: Meaning['mentions'], { recommendation, meaning }: Ground): boolean {
  const own = [...recommendation?.interventions ?? [], ...recommendation?.comparators ?? [], ...meaning.mentions.map(({ conceptId }) => conceptId)]
  return mentions.some(({ kind, conceptId }) => kind === 'intervention' && own.some((id) => vocabulary.isWithin(id, conceptId) || vocabulary.isWithin(conceptId, id)))
}

/** "1.0 mmol/L (39 mg/dL)": the same size once more in another unit, in brackets. */
function isConversion(claim: Meaning, { start, unit }: Meaning['quantities'][number]): boolean {
  const before = claim.text.slice(Math.max(0, start - 14), start)
  return unit === 'dose' && /\((?:about|some|roughly|or|around|=)?\s*$/i.test(before) && claim.quantities.some((other) => other.unit === 'dose' && other.start < start && start - other.end < 30)
}

/**
 * Numbers of other results of the same source that a sentence may tell in one breath: on the same outcome, time and
 * people (another arm, another contrast), on another outcome where it names both, or of its other recommendations.
 */
function siblingQuantities({ vocabulary, index, claim }: ClaimContext, ground: Ground, tellsOwn: boolean): HeldQuantity[] {
  const { finding, recommendation, source } = ground
  const isPart = (role: Finding['role']): boolean => role === 'subgroup' || role === 'post-hoc'
  const kin = index.statementsOf(source.id).filter((other) => other !== ground && (
    (finding !== null && other.finding !== null && finding.outcomeConcept !== null && other.finding.outcomeConcept === finding.outcomeConcept && other.finding.timeMonths === finding.timeMonths && other.finding.measure === finding.measure && isPart(other.finding.role) === isPart(finding.role) && sameGroup(other.finding, finding))
    || (finding !== null && other.finding !== null && tellsOwn && other.finding.outcomeConcept !== finding.outcomeConcept && namesSubject(vocabulary, claim, ground) && namesSubject(vocabulary, claim, other))
    || (recommendation !== null && other.recommendation !== null)))
  return kin.flatMap((other) => heldQuantities(other).filter(({ from }) => from !== 'source' && from !== 'follow-up'))
}

/** Whether two results are on the same people of their study. */
function sameGroup(one: Finding, other: Finding): boolean {
  return JSON.stringify([one.criteria, one.conditions]) === JSON.stringify([other.criteria, other.conditions])
}

type QuantityInClaim = { readonly quantity: Meaning['quantities'][number]; readonly match: ReturnType<typeof matchQuantity> }

function numberProblems(matches: readonly QuantityInClaim[], ground: Ground): Problem[] {
  const held = heldQuantities(ground)
  return matches.flatMap(({ quantity, match }): Problem[] => {
    const written = quantity.word === 'in words' ? `about ${Math.round(quantity.value)} percent, told in words,` : quantity.word === null ? String(quantity.value) : `${quantity.value} ${quantity.word === '%' ? 'percent' : quantity.word}`
    if (match === 'held') return []
    if (match === 'other-unit') return [{ kind: 'unit', verdict: 'contradicted', why: `${written}: the source has this number with another unit` }]
    const rivals = held.filter(({ unit, from }) => unit === quantity.unit && from !== 'derived' && (quantity.unit !== 'people' || from !== 'source'))
    if (quantity.unit === 'duration') return [{ kind: 'time', verdict: rivals.length > 0 ? 'contradicted' : 'not-supported', why: `${written}${rivals.length > 0 ? `: the source speaks of ${timesIn(rivals)}` : ': the source states no such time'}` }]
    if (quantity.unit === 'studies') return rivals.length > 0 ? [{ kind: 'counting', verdict: 'contradicted', why: `${quantity.value} studies: the source has ${rivals.map(({ value }) => value).join(', ')}` }] : []
    if (quantity.unit === 'age') return []
    if (quantity.word === 'in words' && (ground.finding === null || !rivals.some(({ unit }) => unit === 'percent') && !held.some(({ from }) => from === 'derived'))) return []
    return [{ kind: 'number', verdict: rivals.length > 0 ? 'contradicted' : 'not-supported', why: `${written} is not in the source${rivals.length > 0 && rivals.length < 7 ? `, which has ${[...new Set(rivals.map(({ value }) => value))].join(', ')}` : ''}` }]
  })
}

/** Where a statement gives results at several times: the time that stands nearest to the claim's number is not the claim's. */
function timeOfNumbers(claim: Meaning, { meaning }: Ground): string | null {
  const times = claim.quantities.filter(({ unit }) => unit === 'duration')
  const [time] = times
  const held = meaning.quantities.filter(({ unit }) => unit === 'duration')
  if (time === undefined || times.length !== 1 || new Set(held.map(({ months }) => Math.round(10 * (months ?? 0)))).size < 2) return null
  const same = (one: number | null, two: number | null): boolean => one !== null && two !== null && Math.abs(one - two) <= 0.03 * Math.max(one, two)
  if (!held.some(({ months }) => same(months, time.months))) return null
  const size = claim.quantities.find(({ unit, decimals }) => unit === 'percent' || unit === 'rate' || decimals > 0)
  const place = size === undefined ? undefined : meaning.quantities.find(({ value, unit }) => value === size.value && unit !== 'duration')
  if (place === undefined) return null
  const clause = (at: number): number => meaning.text.slice(0, at).split(/,\s(?=and\b)|;\s|\.\s|,\sand\s/).length
  const here = held.filter(({ start }) => clause(start) === clause(place.start))
  return here.length === 0 || here.some(({ months }) => same(months, time.months)) ? null : `the source gives ${size?.value ?? ''} at ${meaning.text.slice(here[0]?.start ?? 0, (here[0]?.end ?? 0) + 8).trim()}`
}

/** Whether a claim speaks of one part of a composite: what the whole showed neither says nor denies it. */
function namesOnlyPart(claim: Meaning, { components, outcomeConcept }: Finding): boolean {
  const named = new Set(claim.mentions.filter(({ kind }) => kind === 'outcome' || kind === 'condition').map(({ conceptId }) => conceptId))
  const parts = components.filter((id) => named.has(id))
  return components.length > 1 && parts.length > 0 && parts.length < components.length - 1 && (outcomeConcept === null || !named.has(outcomeConcept) || components.includes(outcomeConcept))
}

/** Whether a claim tells the numbers of a composite as those of one of its parts. */
function isPartOf(vocabulary: Vocabulary, claim: Meaning, { finding }: Ground): boolean {
  if (finding === null || claim.quantities.length === 0) return false
  const last = finding.outcome.toLowerCase().match(/[\p{L}]{4,}/gu)?.at(-1)
  if (last !== undefined && claim.text.toLowerCase().includes(last.replace(/s$/, ''))) return false
  const names = (id: string): string[] => { const outcome = vocabulary.outcome(id); return outcome === undefined ? [] : [outcome.label, ...outcome.synonyms].map((name) => name.toLowerCase()) }
  const named = new Set(claim.mentions.filter(({ kind }) => kind === 'outcome' || kind === 'condition').flatMap(({ conceptId, text }) => finding.components.filter((id) => id === conceptId || names(id).includes(text.toLowerCase().replace(/s$/, '')))))
  return named.size > 0 && named.size < finding.components.length && (/\b(?:alone|only|by itself|on its own|itself)\b/i.test(claim.text) || (named.size === 1 && !/\b(?:or|composite|combined|combination|events?|primary|outcome|end ?points?|any|total)\b/i.test(claim.text)))
}

function timesIn(held: ReturnType<typeof heldQuantities>): string {
  return [...new Set(held.map(({ value, word, months }) => (word === null ? `${months ?? value} months` : `${value} ${word}${value === 1 ? '' : 's'}`)))].join(', ')
}

function sharesOutcomeWords(claim: Meaning, { finding, stems, concepts }: Ground): boolean {
  // "died of breast cancer": death of the very condition that the source counts.
  if (/\b(?:died|dead|deaths?|dying|mortality)\s+(?:of|from|due to)\s/i.test(claim.text) && claim.mentions.some(({ kind, conceptId, text }) => kind === 'condition' && (concepts.has(conceptId) || (finding?.outcome ?? '').toLowerCase().includes(text.toLowerCase())))) return true
  const own = new Set((finding?.outcome ?? '').toLowerCase().match(/[\p{L}]{4,}/gu) ?? [])
  return claim.mentions.filter(({ kind }) => kind === 'outcome').every(({ start, end }) => claim.content.filter((word) => word.start >= start && word.end <= end).every(({ key, lower }) => stems.has(key) || own.has(lower)))
}

function coverageOf({ index, claim }: ClaimContext, ground: Ground): { readonly coverage: number } {
  let all = 0
  let got = 0
  for (const word of claim.content) {
    if (REPORTING.has(word.key) || cuesOf(word.lower).length > 0 || claim.quantities.some(({ start, end }) => word.start >= start && word.end <= end)) continue
    const weight = index.weight(word.key)
    all += weight
    const mention = claim.mentions.find(({ start, end }) => word.start >= start && word.end <= end)
    if (ground.stems.has(word.key)) got += weight
    else if (mention !== undefined && ground.concepts.has(mention.conceptId)) got += 0.9 * weight
    else if (ground.context.has(word.key)) got += 0.6 * weight
  }
  return { coverage: all === 0 ? 0 : got / all }
}

/** Whether a statement says anything in the sense that a claim does: a claim of more or less needs one that measured. */
export function speaksToSense(claim: Meaning, ground: Ground): boolean {
  const tells = claim.cues.up.length + claim.cues.down.length + claim.cues.better.length + claim.cues.worse.length > 0 || claim.deniesDifference
  if (!tells) return true
  const sense = senseOfGround(ground)
  return sense.amount !== null || sense.worth !== null || sense.open === true
}
