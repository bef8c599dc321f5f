import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'
import type { Problem } from './types.ts'

const WHO = /\b(?:people|patients|adults|women|men|children|infants|babies|participants|those|trials?|study|studies|cohort|group)\s+(?:[\w-]+\s+){0,3}?(?:with|who (?:have|had)|having|of|without)\s+(?:[\w-]+\s+){0,3}$|\b(?:in|among)\s+(?:[\w-]+\s+){0,3}$/i
const DENIED = /\b(?:(?<!\bwith (?:or|and) )without|free of|excluding|except|unless)\s+(?:[\w-]+\s+){0,6}$|\b(?:not|never|neither|nor)(?: case)?\s+(?:for|in|among)\s+(?:[\w-]+\s+){0,5}$|\b(?:neither|nor)\s+(?:[\w-]+\s+){0,4}$|\b(?:no|non|never)[\s-]+(?:[\w-]+\s+){0,1}$|\bnot\s+(?:[\w-]+\s+)?$|\b(?:left out|leaving out|excluded|barred|ruled out|kept out|turned away)\s+(?:[\w-]+\s+){0,9}$/i

/** "without cardiovascular disease, dementia or disability": every member of the list is denied. */
const LISTED = /(?<!\bwith (?:or|and) )\bwithout\s+(?:(?!(?:who|that|which|are|were|is|was)\b)[\w-]+,?\s+){1,8}$/i

/** Words that make a statement one about everybody. */
const UNIVERSAL = /\b(?:all|every|any) (?:[\w-]+ ){0,3}(?:patients|people|women|men|adults|children|infants|babies|pregnancies|ages?)\b|\beveryone\b|\bregardless of\b|\bwhatever (?:their|the)\b|\birrespective of\b|\bno matter\b|\balmost all\b/i

/** Said of people after they are named: they were not among those studied. */
const LEFT_OUT = /\b(?:could not|were not|was not|cannot|not) (?:be )?(?:enter\w*|join\w*|enrol\w*|eligible|allowed|included|admitted|studied|take part)|\b(?:were|was|are|is) (?:excluded|left out|barred|ruled out|kept out)\b/i

/** People that a claim names and its statement does not speak of, or speaks of the other way; ages outside those studied. */
export function peopleProblems(vocabulary: Vocabulary, claim: Meaning, ground: Ground): Problem[] {
  const related = (id: string): boolean => ground.concepts.has(id) || vocabulary.ancestors(id).some((above) => ground.concepts.has(above))
  const denies = (text: string, start: number): boolean => DENIED.test(text.slice(Math.max(0, start - 50), start)) || (LISTED.test(text.slice(Math.max(0, start - 80), start)) && /^[^.;]{0,40}\bor\b/.test(text.slice(start))) || LEFT_OUT.test(text.slice(start))
  const without = new Set([...ground.finding?.criteria?.notTags ?? [], ...ground.recommendation?.criteria?.notTags ?? [], ...ground.source.evidence?.criteria?.notTags ?? []])
  const having = new Set([...ground.source.evidence?.conditions ?? [], ...ground.finding?.conditions ?? [], ...ground.recommendation?.conditions ?? [], ...ground.finding?.criteria?.tags ?? [], ...ground.source.evidence?.criteria?.tags ?? []])
  const population = ground.source.evidence?.population ?? ''
  const described = vocabulary.recognise(population)
  const within = (id: string, ids: ReadonlySet<string>): boolean => [...ids].some((held) => vocabulary.isWithin(held, id))
  const outcome = ground.finding === null ? [] : [ground.finding.outcomeConcept, ...ground.finding.components]
  const turned = claim.mentions.find(({ conceptId, kind, start, text }) => {
    if (kind !== 'condition' && kind !== 'population-tag') return false
    // A part of what was counted is no trait of the people.
    if (outcome.includes(conceptId) || claim.content.filter((word) => word.start >= start && word.start < start + text.length).every(({ lower }) => ground.finding?.outcome.toLowerCase().includes(lower) === true)) return false
    const denied = denies(claim.text, start)
    if (claim.mentions.some((other) => other.conceptId === conceptId && denies(claim.text, other.start) !== denied)) return false
    if (denied && described.some((mention) => vocabulary.isWithin(mention.conceptId, conceptId) && denies(population, mention.start))) return false
    const held = ground.meaning.mentions.find((mention) => vocabulary.isWithin(mention.conceptId, conceptId))
    if (held !== undefined) return denies(ground.meaning.text, held.start) !== denied
    // Whom a trial left out is no statement on those whom it took.
    if (LEFT_OUT.test(claim.text.slice(start))) return false
    const known = described.find((mention) => (denies(population, mention.start) ? vocabulary.isWithin(conceptId, mention.conceptId) : vocabulary.isWithin(mention.conceptId, conceptId)))
    if (known !== undefined && (denied || WHO.test(claim.text.slice(Math.max(0, start - 50), start)))) return denies(population, known.start) !== denied
    return denied ? false : WHO.test(claim.text.slice(Math.max(0, start - 50), start)) && without.has(conceptId) && !within(conceptId, having)
  })
  if (turned !== undefined) return [{ kind: 'population', verdict: 'contradicted', why: `the source speaks of people ${denies(claim.text, turned.start) ? 'with' : 'without'} ${turned.text}` }]
  const inWords = (start: number, end: number): boolean => claim.content.filter((word) => word.start >= start && word.end <= end).some(({ key }) => ground.stems.has(key) || ground.context.has(key))
  const wrong = claim.mentions.find(({ conceptId, kind, start, end }) => kind === 'condition' && !related(conceptId) && !outcome.includes(conceptId) && vocabulary.outcome(conceptId) === undefined && !inWords(start, end) && (WHO.test(claim.text.slice(Math.max(0, start - 50), start)) || (ground.kind === 'recommendation' && /\bfor\s+(?:[\w-]+\s+){0,3}$/i.test(claim.text.slice(Math.max(0, start - 50), start)))) && !denies(claim.text, start))
  if (wrong !== undefined) return [{ kind: 'population', verdict: 'contradicted', why: `the source does not speak of people with ${wrong.text}` }]
  const range = ground.finding?.criteria?.ranges['age'] ?? ground.recommendation?.criteria?.ranges['age'] ?? ground.source.evidence?.criteria?.ranges['age']
  const held = ground.meaning.quantities.filter(({ unit }) => unit === 'age' || unit === 'plain').map(({ value }) => value)
  if (UNIVERSAL.test(claim.text) && !UNIVERSAL.test(ground.meaning.text) && ground.kind === 'recommendation') return [{ kind: 'subgroup', verdict: 'partly', why: 'the source speaks of some people, the claim of all' }]
  if (range === undefined) return []
  const bounds = [range.min, range.max].filter((value) => value !== undefined).flatMap((value) => [Math.round(value), Math.floor(value), Math.ceil(value)])
  const ages = claim.quantities.filter(({ unit, start, end }) => unit === 'age' && !/\b(?:mean|median|average)\b[^.;]{0,16}$/i.test(claim.text.slice(0, start)) && !/^[^.;]{0,14}\bon average\b/i.test(claim.text.slice(end)))
  const outside = (value: number): boolean => (range.min !== undefined && value < Math.floor(range.min)) || (range.max !== undefined && value > Math.ceil(range.max))
  const isBound = ages.some(({ value }) => bounds.includes(value))
  const age = ages.find(({ value, word }) => !held.includes(value) && !bounds.includes(value) && ((!isBound && word !== 'loose') || outside(value)))
  return age === undefined ? [] : [{ kind: 'population', verdict: 'contradicted', why: `the source speaks of people aged ${[range.min === undefined ? null : `${range.min} or more`, range.max === undefined ? null : `up to ${Math.round(range.max)}`].filter((part) => part !== null).join(', ')}` }]
}
