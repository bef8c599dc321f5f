import { spokenAlternatives, type PopulationCriteria, type Range } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import { isRuledOut, rangeDimension, type Vocabulary } from '../../../core/terminology/index.ts'
import { covers, phrasePattern, unaccountedWords } from './account-words.ts'

/** Words in which ranges are said beside their numbers: what was measured and in which unit, never of whom. */
export function measuredWords(dimensions: readonly string[]): string {
  return dimensions.flatMap((dimension) => {
    const { plain, plainUnit } = rangeDimension(dimension)
    return [plain, plainUnit, plainUnit.replace(/^( \w+)s\b/, '$1'), dimension === 'age' ? 'years old any' : 'any']
  }).join(' ')
}

export const SIDES = 'from or older younger more less over under than'
export const NEGATIONS = 'without not unless leaving out but'

/**
 * Why a description of people is not that of the criteria, or null. It stands in the source's own words; or every bound
 * and every criterion is in it on the right side, and nothing else.
 */
export function peopleProblem(vocabulary: Vocabulary, text: string, criteria: PopulationCriteria | null, stated: readonly (string | null)[]): string | null {
  const own = plainWords(text.replace(/^(?:these people: )?“(.+)”$/, '$1')).replace(/ who do not meet its rules/, ' not meeting criteria').replace(/ who meet its rules/, ' meeting criteria')
  if (stated.some((words) => words !== null && own === plainWords(words))) return null
  if (criteria?.anyOf !== undefined) return isChoiceTold(vocabulary, text, criteria) ? null : 'tells other alternatives than the reference'
  if (criteria === null) return /^people(?: like those studied| with this illness)?$/.test(own) ? null : 'describes people whom the reference does not'
  const ranges = Object.entries(criteria.ranges)
  const bounds = ranges.flatMap(([, { min, max }]) => [min, max]).filter((bound) => bound !== undefined).map((bound) => wholeBound(bound))
  const named = [...criteria.tags, ...criteria.notTags].flatMap((tag) => wordsOfTag(vocabulary, tag))
  const extra = unaccountedWords(text, [...named, 'people like those studied', ranges.length === 0 ? '' : `${measuredWords(ranges.map(([dimension]) => dimension))} ${SIDES} ${bounds.join(' ')}`, criteria.notTags.length === 0 ? '' : NEGATIONS])
  if (extra.length > 0) return `describes people by "${extra.join(' ')}", which the reference does not`
  if (!holdsRanges(own, ranges)) return 'states another range'
  if (ranges.some(([dimension, { min, max }]) => dimension !== 'age' && (min !== undefined || max !== undefined) && !covers(text, rangeDimension(dimension).plain))) return 'leaves out what was measured'
  const known = [...bounds, ...named.flatMap((words) => numbersIn(words).map(({ value }) => value))]
  if (numbersIn(text).some(({ value }) => !known.includes(value) && value !== 10)) return 'states another number'
  for (const [dimension, { min, max }] of ranges) if (dimension !== 'age' && [min, max].some((bound) => bound !== undefined && isNegated(own, String(wholeBound(bound)), named) === true)) return 'turns a range'
  for (const tag of criteria.tags) if (!isOnSide(vocabulary, own, tag, false, named)) return 'leaves out or turns a criterion'
  // Of men it need not be said that they are not women.
  for (const tag of criteria.notTags) if (!(isRuledOut(tag, criteria.tags) && isNegated(own, wordsOfTag(vocabulary, tag)[0] ?? '', named) === null) && !isOnSide(vocabulary, own, tag, true, named)) return 'leaves out or turns an exclusion'
  return null
}

/** "people without diabetes, who are men 55 or older, or women 60 or older": what holds for all, then each alternative and no other. */
function isChoiceTold(vocabulary: Vocabulary, text: string, criteria: PopulationCriteria): boolean {
  const common = { ranges: criteria.ranges, tags: criteria.tags, notTags: criteria.notTags }
  const isCommon = (words: string): boolean => (words === '' ? Object.keys(common.ranges).length + common.tags.length + common.notTags.length === 0 : peopleProblem(vocabulary, words, common, []) === null)
  const spoken = spokenAlternatives(criteria)
  const opening = ', who are '
  const cuts = [...text.matchAll(new RegExp(opening, 'g'))].map(({ index }) => [text.slice(0, index), text.slice(index + opening.length)] as const)
  return [['', text] as const, ...cuts].some(([first, rest]) => {
    const told = rest.split(', or ')
    const isOf = (words: string, one: PopulationCriteria): boolean => peopleProblem(vocabulary, words, one, []) === null
    return isCommon(first) && told.length === spoken.length && told.every((words) => spoken.some((one) => isOf(words, one))) && spoken.every((one) => told.some((words) => isOf(words, one)))
  })
}

function plainWords(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase().replace(/ meeting (?:all |the )criteria/, ' meeting criteria')
}

function wordsOfTag(vocabulary: Vocabulary, tag: string): string[] {
  const concept = vocabulary.concept(tag)
  return concept === undefined ? [tag.replaceAll('-', ' ')] : [concept.plain.replace(/^(?:someone |a person |people )?(?:with |who are |in )?/, ''), concept.label]
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
  const last = markers.at(-1) ?? ''
  // "Without a, b or c" goes on over a comma; "unless", "leaving out" and "not" stand before each thing anew.
  if (last !== 'without' && before.slice(before.lastIndexOf(last)).includes(',')) return false
  return ['without', 'unless', 'leaving out', 'who are not', 'not'].includes(last)
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
