import type { PopulationCriteria, Range } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { phrasePattern, unaccountedWords } from './account-words.ts'

/** Words in which a range is said beside its number: what was measured, never of whom. */
export const MEASURED = 'heart pumping measure ejection fraction 10-year stroke risk kidney function eGFR urine protein albumin to creatinine ratio mg g body mass index upper blood pressure LDL cholesterol long-term sugar HbA1c fats triglycerides symptoms days pain months other care tried began hours hour ago time since attack smoking history pack-years quitting pregnancy weeks spine bones treated talking therapy sessions FeverPAIN Centor CHA2DS2-VASc score age years old of any from month week day'
export const SIDES = 'or older younger more less over under than'
export const NEGATIONS = 'without not unless leaving out but'

/**
 * Why a description of people is not that of the criteria, or null. It stands in the source's own words; or every bound
 * and every criterion is in it on the right side, and nothing else.
 */
export function peopleProblem(vocabulary: Vocabulary, text: string, criteria: PopulationCriteria | null, stated: readonly (string | null)[]): string | null {
  const own = plainWords(text).replace(/ who do not meet its rules/, ' not meeting criteria').replace(/ who meet its rules/, ' meeting criteria')
  if (stated.some((words) => words !== null && own === plainWords(words))) return null
  if (criteria === null) return /^people(?: like those studied| with this illness)?$/.test(own) ? null : 'describes people whom the reference does not'
  const ranges = Object.entries(criteria.ranges)
  const bounds = ranges.flatMap(([, { min, max }]) => [min, max]).filter((bound) => bound !== undefined).map((bound) => wholeBound(bound))
  const named = [...criteria.tags, ...criteria.notTags].flatMap((tag) => wordsOfTag(vocabulary, tag))
  const extra = unaccountedWords(text, [...named, 'people like those studied', ranges.length === 0 ? '' : `${MEASURED} ${ranges.map(([dimension]) => dimension).join(' ')} ${SIDES} ${bounds.join(' ')}`, criteria.notTags.length === 0 ? '' : NEGATIONS])
  if (extra.length > 0) return `describes people by "${extra.join(' ')}", which the reference does not`
  if (!holdsRanges(own, ranges)) return 'states another range'
  const known = [...bounds, ...named.flatMap((words) => numbersIn(words).map(({ value }) => value))]
  if (numbersIn(text).some(({ value }) => !known.includes(value) && value !== 10)) return 'states another number'
  for (const [dimension, { min, max }] of ranges) if (dimension !== 'age' && [min, max].some((bound) => bound !== undefined && isNegated(own, String(wholeBound(bound)), named) === true)) return 'turns a range'
  for (const tag of criteria.tags) if (!isOnSide(vocabulary, own, tag, false, named)) return 'leaves out or turns a criterion'
  for (const tag of criteria.notTags) if (!isOnSide(vocabulary, own, tag, true, named)) return 'leaves out or turns an exclusion'
  return null
}

function plainWords(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase().replace(/ meeting (?:all |the )criteria/, ' meeting criteria')
}

function wordsOfTag(vocabulary: Vocabulary, tag: string): string[] {
  const concept = vocabulary.concept(tag)
  return concept === undefined ? [tag.replaceAll('-', ' ')] : [concept.plain.replace(/^(?:someone |a person )?(?:with |who are |in )?/, ''), concept.label]
}

/** Whether a criterion stands in the text in one piece, on the side where it belongs and nowhere on the other. */
function isOnSide(vocabulary: Vocabulary, text: string, tag: string, excluded: boolean, named: readonly string[]): boolean {
  const found = wordsOfTag(vocabulary, tag).map((words) => isNegated(text, words, named)).filter((side) => side !== null)
  return found.length > 0 && found.every((side) => side === excluded)
}

/** Whether the words stand under "without", "not" or the like; null where they do not stand in one piece. A "with" inside another criterion is none. */
function isNegated(text: string, words: string, others: readonly string[]): boolean | null {
  const found = new RegExp(phrasePattern(words), 'iu').exec(text)
  if (found === null) return null
  const before = others.filter((other) => other !== words).reduce((rest, other) => rest.replace(new RegExp(phrasePattern(other), 'giu'), ' '), text.slice(0, found.index))
  const markers = [...before.matchAll(/\b(?:without|with|unless|where|leaving out|who are not|who are|not)\b/g)].map(([marker]) => marker)
  return ['without', 'unless', 'leaving out', 'who are not', 'not'].includes(markers.at(-1) ?? '')
}

/** Curated exclusive bounds end in .01 or .99: "above 40" is 40.01. */
function wholeBound(value: number): number {
  return isExclusive(value) ? Math.round(value) : value
}

function isExclusive(value: number): boolean {
  return !Number.isInteger(value) && [1, 99].includes(Math.round((value % 1) * 100))
}

/** Whether a text tells a range by its bounds and on their sides: "60 or older", "25 to 75", "more than 40". */
export function holdsRange(text: string, range: Range, isAge: boolean): boolean {
  return rangePattern(range, isAge).test(text)
}

/** Whether a text tells every range, each in words of its own: two ranges of one bound need it twice. */
function holdsRanges(text: string, ranges: readonly (readonly [dimension: string, range: Range])[]): boolean {
  let left = text
  return ranges.every(([dimension, range]) => {
    const pattern = rangePattern(range, dimension === 'age')
    const isHeld = pattern.test(left)
    left = left.replace(pattern, ' ')
    return isHeld
  })
}

function rangePattern({ min, max }: Range, isAge: boolean): RegExp {
  const escaped = (value: number): string => String(wholeBound(value)).replace('.', String.raw`\.`)
  if (min !== undefined && max !== undefined) return new RegExp(min === max ? String.raw`\b${escaped(min)}\b` : String.raw`\b${escaped(min)} to ${isExclusive(max) ? '(?:under )?' : ''}${escaped(max)}${isAge ? ' years old' : String.raw`(?!\d|\.\d)`}`)
  if (min !== undefined) return new RegExp(isExclusive(min) ? String.raw`\b(?:over|more than) ${escaped(min)}(?!\d)` : String.raw`\b${escaped(min)}[^\d,]*? or (?:older|more)\b`)
  return max === undefined ? /(?:)/ : new RegExp(isExclusive(max) ? String.raw`\b(?:under|less than) ${escaped(max)}(?!\d)` : String.raw`\b${escaped(max)}[^\d,]*? or (?:younger|less)\b`)
}
