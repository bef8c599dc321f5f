import { readBound, spokenAlternatives, type PopulationCriteria, type Range } from '../../core/model/index.ts'
import { measureReadability } from '../../core/text/index.ts'
import { isRuledOut, rangeDimension, type Vocabulary } from '../../core/terminology/index.ts'
import { listed, uncapitalised } from './wording.ts'

/**
 * Whom a result or a piece of advice is about, each criterion as words that follow "people": "60 or older", "with thin,
 * weak bones (osteoporosis)", "without diabetes". Nothing stated gives an empty list, which does not mean everyone.
 */
export function plainCriteria(vocabulary: Vocabulary, criteria: PopulationCriteria | null): string[] {
  if (criteria === null) return []
  return [...plainCommon(vocabulary, criteria), ...(criteria.anyOf === undefined ? [] : [`who are ${choice(vocabulary, criteria)}`])]
}

function choice(vocabulary: Vocabulary, criteria: PopulationCriteria): string {
  return spokenAlternatives(criteria).map((one) => plainPeople(vocabulary, one)).join(', or ')
}

function plainCommon(vocabulary: Vocabulary, criteria: PopulationCriteria): string[] {
  return [
    ...Object.entries(criteria.ranges).map(([dimension, range]) => (dimension === 'age' ? ageWords(range) : rangeWords(dimension, range))),
    ...criteria.tags.map((tag) => tagWords(plainTag(vocabulary, tag))),
    ...criteria.notTags.filter((tag) => !isRuledOut(tag, criteria.tags)).map((tag) => withoutWords(plainTag(vocabulary, tag))),
  ]
}

/** "people 60 or older with diabetes", or null where nothing is stated. */
export function plainPeople(vocabulary: Vocabulary, criteria: PopulationCriteria | null): string | null {
  if (criteria === null) return null
  const parts = plainCommon(vocabulary, criteria)
  if (criteria.anyOf !== undefined) {
    const people = choice(vocabulary, criteria)
    return parts.length === 0 ? people : `${plainPeople(vocabulary, { ranges: criteria.ranges, tags: criteria.tags, notTags: criteria.notTags }) ?? 'people'}, who are ${people}`
  }
  if (parts.length === 0) return null
  const nouns = parts.filter((part) => /^(?:men|women|people)\b|^(?!leaving out|without|with|not)\b.*\bpeople$/.test(part))
  const sex = nouns.find((part) => part === 'men' || part === 'women')
  // "men" and "people who smoke" are men who smoke.
  const isMerged = sex !== undefined && nouns.length > 1 && nouns.every((part) => part === sex || /^people (?:who|with|of|in|on|at)\b/.test(part))
  const own = isMerged ? [sex] : nouns
  const rest = [...parts.filter((part) => !nouns.includes(part)), ...(isMerged ? nouns.filter((part) => part !== sex).map((part) => part.replace(/^people /, '')) : [])]
  return [own.length === 0 ? 'people' : own.join(' and '), joined(rest)].filter((part) => part !== '').join(' ')
}

/** "60 or older, with diabetes and high blood pressure, but without kidney disease or heart failure". */
function joined(parts: readonly string[]): string {
  const after = (word: string): string[] => parts.filter((part) => part.startsWith(`${word} `)).map((part) => part.slice(word.length + 1))
  const others = parts.filter((part) => !/^(?:with|without) /.test(part))
  const [held, absent] = [after('with'), after('without')]
  const first = [...others, ...(held.length === 0 ? [] : [`with ${listed(held)}`])].join(', ')
  if (absent.length === 0) return first
  const without = `without ${absent.length === 1 ? (absent[0] ?? '') : `${absent.slice(0, -1).join(', ')} or ${absent.at(-1) ?? ''}`}`
  return first === '' ? without : `${first}, ${held.length === 0 ? '' : 'but '}${without}`
}

function plainTag(vocabulary: Vocabulary, tag: string): string {
  const concept = vocabulary.concept(tag)
  if (concept === undefined) return tag.replaceAll('-', ' ')
  const { label, plain } = concept
  const known = plain.toLowerCase().includes(label.toLowerCase()) || label.split(' ').length > 2 || concept.kind !== 'condition'
  return known ? plain : `${plain} (${label})`
}

/** The data hold nouns ("diabetes"), states ("in hospital") and short clauses ("other care did not help enough"). */
function tagWords(plain: string): string {
  if (plain.startsWith('someone ')) return plain.slice('someone '.length)
  if (/^(?:men|women|people)\b|\bpeople$/.test(plain)) return plain
  if (/^(?:in|on|not|taking|getting|being|having|needing|living|waiting|already|recently|never|stable|very|more|overweight|deeply)\b/.test(plain)) return plain
  if (/^a person\b/.test(plain)) return `who are ${plain.replace(/^a person /, '')}`
  if (/\b(?:did|has|have|is|are|was|were|cannot|can)\b/.test(plain) && !/\b(?:that|which|who)\b/.test(plain)) return `where ${plain}`
  return `with ${plain}`
}

function withoutWords(plain: string): string {
  const words = tagWords(plain)
  if (words.startsWith('with ')) return `without ${words.slice(5)}`
  if (words.startsWith('who are ')) return `who are not ${words.slice(8)}`
  if (words.startsWith('where ')) return `unless ${words.slice(6)}`
  return /^(?:not |.*\bpeople$)/.test(words) ? `leaving out ${words.startsWith('not ') ? 'those ' : ''}${words}` : `not ${words}`
}

function ageWords({ min, max }: Range): string {
  const low = min === undefined ? null : readBound(min)
  const high = max === undefined ? null : readBound(max)
  if (low !== null && high !== null) return min === max ? `at age ${low.value}` : high.exclusive ? `from ${low.value} to under ${high.value} years old` : `${low.value} to ${high.value} years old`
  if (low !== null) return low.exclusive ? `over ${low.value}` : `${low.value} or older`
  return high === null ? 'of any age' : high.exclusive ? `under ${high.value}` : `${high.value} or younger`
}

function rangeWords(dimension: string, { min, max }: Range): string {
  const { plain: before, plainUnit: unit } = rangeDimension(dimension)
  const low = min === undefined ? null : readBound(min)
  const high = max === undefined ? null : readBound(max)
  if (low !== null && high !== null) return low.value === high.value ? `with ${before} ${low.value}${unit}` : `with ${before} ${low.value} to ${high.value}${unit}`
  if (low !== null) return low.exclusive ? `with ${before} more than ${counted(low.value, unit)}` : `with ${before} ${counted(low.value, unit)} or more`
  return high === null ? `with any ${before.replace(/ of$/, '')}` : high.exclusive ? `with ${before} less than ${counted(high.value, unit)}` : `with ${before} ${counted(high.value, unit)} or less`
}

/** First words that are no names, so that "Pennsylvania plan members" keeps its capital. */
const OPENERS = /^(?:Adults?|People|Persons|Patients|Women|Men|Children|Infants|Babies|Newborns|All|Most|Any|Older|Younger|Healthy|Pregnant|Selected|Insured|Workers|Outpatients|Inpatients|Members|Low|Chronic|Acute|Back|Neck|Knee|Pain|Heart|High|Type|Asthma|Major|Mild|Moderate|Severe|Early|First|Middle-aged|Primary|Non-specific|Routine|Health-plan|In|With|Over)\b/

/** "1 hour ago", "3 hours ago". */
function counted(number: number, unit: string): string {
  return `${number}${number === 1 ? unit.replace(/^( \w+)s\b/, '$1') : unit}`
}

/** Longer or harder descriptions are told by their criteria instead. */
const MOST_WORDS = 16
const HARDEST_GRADE = 11

/** A source's own words on its people where a patient can read them, else null. */
export function readablePeople(vocabulary: Vocabulary, text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const trimmed = text.trim().replace(/\.$/, '')
  const [first] = vocabulary.recognise(trimmed)
  const isCommon = OPENERS.test(trimmed) || (first?.start === 0 && /^[a-z]/.test(vocabulary.concept(first.conceptId)?.label ?? 'A'))
  const people = isCommon ? uncapitalised(trimmed) : trimmed
  const { grade, words } = measureReadability([people])
  return words <= MOST_WORDS && grade !== null && grade <= HARDEST_GRADE && !/[≥≤<>=;]/.test(people) ? people : null
}
