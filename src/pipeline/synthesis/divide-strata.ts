import { RULES } from '../../core/methods/index.ts'
import { areDisjoint, NO_CRITERIA, rangeContains, rangesOverlap, type PopulationCriteria, type Range } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position } from '../appraisal/index.ts'

/** One group of people: what is asked, plus what sets this group apart. */
export type Cell = {
  readonly criteria: PopulationCriteria
  readonly condition: string | null
  /** What was added to the question's criteria. */
  readonly own: PopulationCriteria
}

/**
 * Divides the people asked about where the bodies draw a line between *for* and *against* (docs/methods/guidelines.md):
 * ranges that exclude each other, an *against* for narrower people, a carve-out. A *for* that is narrower than a
 * general *against* is no stratum but a conflict. Published pools for people who exclude each other (`pools`: whom each
 * speaks of) draw a line as well.
 */
export function divideStrata(vocabulary: Vocabulary, asked: PopulationCriteria, positions: readonly Position[], pools: readonly PopulationCriteria[] = []): Cell[] {
  const supporters = positions.filter(({ recommendation }) => recommendation.direction === 'for' || recommendation.direction === 'neither')
  const opponents = positions.filter(({ recommendation }) => recommendation.direction === 'against' || recommendation.direction === 'insufficient-evidence')
  const dimensions = new Set<string>()
  const tags = new Set<string>()
  const conditions = new Set<string>()
  for (const supporter of supporters) {
    for (const opponent of opponents) {
      const a = supporter.recommendation.criteria ?? NO_CRITERIA
      const b = opponent.recommendation.criteria ?? NO_CRITERIA
      for (const dimension of dividingDimensions(a, b)) dimensions.add(dimension)
      for (const tag of dividingTags(a, b)) tags.add(tag)
      if (areApart(vocabulary, supporter.recommendation.conditions, opponent.recommendation.conditions)) {
        for (const id of [...supporter.recommendation.conditions, ...opponent.recommendation.conditions]) conditions.add(id)
      }
    }
  }
  pools.forEach((a, index) => {
    for (const b of pools.slice(index + 1)) for (const dimension of excludingDimensions(a, b)) dimensions.add(dimension)
  })
  const settled = [...asked.tags.flatMap((tag) => vocabulary.ancestors(tag)), ...asked.notTags.flatMap((tag) => vocabulary.descendants(tag))]
  for (const tag of settled) tags.delete(tag)
  let cells: Cell[] = [{ criteria: asked, condition: null, own: NO_CRITERIA }]
  if (conditions.size > 1) cells = [...conditions].toSorted().map((condition) => ({ criteria: asked, condition, own: NO_CRITERIA }))
  for (const dimension of [...dimensions].toSorted()) cells = cells.flatMap((cell) => splitRange(cell, cutsOf([...positions.map(({ recommendation }) => recommendation.criteria), ...pools], dimension), dimension))
  for (const tag of [...tags].toSorted()) cells = cells.flatMap((cell) => splitTag(cell, tag))
  const spokenIn = (cell: Cell): string[] => positions.filter((position) => speaksTo(vocabulary, cell, position)).map(({ recommendation }) => recommendation.id)
  return mostSpokenOf(mergeAlike(cells, spokenIn), spokenIn)
}

/** Whether a position is about these people: no criterion rules them out, and the condition is one or within one. */
export function speaksTo(vocabulary: Vocabulary, cell: Cell, { recommendation, source }: Position): boolean {
  if (areDisjoint(cell.criteria, recommendation.criteria ?? NO_CRITERIA)) return false
  return isAboutCondition(vocabulary, recommendation.conditions.length > 0 ? recommendation.conditions : (source.evidence?.conditions ?? []), cell.condition)
}

/** Whether any of the conditions is this one, a kind of it or its class; no condition named is no obstacle. */
export function isAboutCondition(vocabulary: Vocabulary, conditions: readonly string[], condition: string | null): boolean {
  return condition === null || conditions.length === 0 || conditions.some((id) => vocabulary.isWithin(id, condition) || vocabulary.isWithin(condition, id))
}

function excludingDimensions(a: PopulationCriteria, b: PopulationCriteria): string[] {
  return Object.entries(a.ranges).filter(([dimension, range]) => {
    const other = b.ranges[dimension]
    return other !== undefined && !rangesOverlap(range, other)
  }).map(([dimension]) => dimension)
}

/** An opponent who speaks of everyone the supporter speaks of, and more, contradicts; it draws no line. */
function dividingDimensions(supporter: PopulationCriteria, opponent: PopulationCriteria): string[] {
  return Object.keys(opponent.ranges).filter((dimension) => {
    const mine = supporter.ranges[dimension]
    const theirs = opponent.ranges[dimension]
    return theirs !== undefined && (mine === undefined || !rangeContains(theirs, mine))
  })
}

function dividingTags(supporter: PopulationCriteria, opponent: PopulationCriteria): string[] {
  const narrower = opponent.tags.filter((tag) => !supporter.tags.includes(tag))
  const excluded = supporter.tags.filter((tag) => opponent.notTags.includes(tag))
  return [...narrower, ...excluded]
}

/** Whether two lists of conditions have nothing to do with each other; an empty list speaks of all. */
export function areApart(vocabulary: Vocabulary, a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  return !a.some((x) => b.some((y) => vocabulary.isWithin(x, y) || vocabulary.isWithin(y, x)))
}

/** Criteria are curated to two decimals: "above 40%" is `min: 40.01`. */
const STEP = 0.01

function splitRange(cell: Cell, cuts: readonly number[], dimension: string): Cell[] {
  const whole: Range = cell.criteria.ranges[dimension] ?? {}
  const inside = cuts.filter((cut) => cut > (whole.min ?? -Infinity) && cut <= (whole.max ?? Infinity))
  if (inside.length === 0) return [cell]
  return [whole.min ?? null, ...inside].map((start, index) => {
    const next = inside[index]
    const range: { min?: number; max?: number } = {}
    if (start !== null) range.min = start
    if (next !== undefined) range.max = round(next - STEP)
    else if (whole.max !== undefined) range.max = whole.max
    return addRange(cell, dimension, range)
  })
}

/**
 * Where one dimension is cut: each lower bound, and just above each upper bound. "59 or below" and "60 or over" are
 * one line, because whole numbers leave nobody between them; so are "50 or over" and "above 50".
 */
function cutsOf(criteria: readonly (PopulationCriteria | null)[], dimension: string): number[] {
  const ranges = criteria.map((one) => one?.ranges[dimension]).filter((range) => range !== undefined)
  const stated = new Set(ranges.map(({ min }) => min).filter((min) => min !== undefined))
  const starts = new Set([...stated].filter((min) => !stated.has(round(min - STEP))))
  const ends = ranges.map(({ max }) => max).filter((max) => max !== undefined).filter((max) => !(Number.isInteger(max) && starts.has(max + 1)))
  return [...new Set([...starts, ...ends.map((max) => round(max + STEP))])].toSorted((a, b) => a - b)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function addRange(cell: Cell, dimension: string, range: Range): Cell {
  return {
    ...cell,
    criteria: { ...cell.criteria, ranges: { ...cell.criteria.ranges, [dimension]: range } },
    own: { ...cell.own, ranges: { ...cell.own.ranges, [dimension]: range } },
  }
}

function splitTag(cell: Cell, tag: string): Cell[] {
  const add = (key: 'tags' | 'notTags'): Cell => ({
    ...cell,
    criteria: { ...cell.criteria, [key]: [...cell.criteria[key], tag] },
    own: { ...cell.own, [key]: [...cell.own[key], tag] },
  })
  return [add('notTags'), add('tags')]
}

/** Ids of the positions that speak of a cell. */
type SpokenIn = (cell: Cell) => readonly string[]

/** Two cells about which the same bodies say the same become one, when one line alone parts them; until none is left. */
function mergeAlike(cells: readonly Cell[], spokenIn: SpokenIn): Cell[] {
  for (const [index, cell] of cells.entries()) {
    for (let other = index + 1; other < cells.length; other += 1) {
      const next = cells[other]
      if (next === undefined || spokenIn(cell).join(' ') !== spokenIn(next).join(' ')) continue
      const joined = join(cell, next)
      if (joined !== null) return mergeAlike([...cells.slice(0, index), joined, ...cells.slice(index + 1, other), ...cells.slice(other + 1)], spokenIn)
    }
  }
  return [...cells]
}

function join(a: Cell, b: Cell): Cell | null {
  if (a.condition !== b.condition) return null
  const dimensions = Object.keys(a.own.ranges).filter((dimension) => a.own.ranges[dimension]?.min !== b.own.ranges[dimension]?.min || a.own.ranges[dimension]?.max !== b.own.ranges[dimension]?.max)
  const tags = a.own.notTags.filter((tag) => b.own.tags.includes(tag))
  const sameTags = a.own.tags.length === b.own.tags.length - tags.length && a.own.tags.every((tag) => b.own.tags.includes(tag)) && b.own.notTags.every((tag) => a.own.notTags.includes(tag))
  if (!sameTags || dimensions.length + tags.length !== 1) return null
  const [tag] = tags
  if (tag !== undefined) return withoutTag(a, tag)
  const [dimension] = dimensions
  if (dimension === undefined) return null
  const below = a.own.ranges[dimension]?.max
  const above = b.own.ranges[dimension]?.min
  if (below === undefined || above === undefined || round(above - below) > STEP) return null
  return widened(a, b, dimension)
}

function withoutTag(cell: Cell, tag: string): Cell {
  const drop = (criteria: PopulationCriteria): PopulationCriteria => ({ ...criteria, notTags: criteria.notTags.filter((other) => other !== tag) })
  return { ...cell, criteria: drop(cell.criteria), own: drop(cell.own) }
}

function widened(a: Cell, b: Cell, dimension: string): Cell {
  const range: { min?: number; max?: number } = {}
  const low = a.own.ranges[dimension]?.min
  const high = b.own.ranges[dimension]?.max
  if (low !== undefined) range.min = low
  if (high !== undefined) range.max = high
  if (low !== undefined || high !== undefined) return addRange(a, dimension, range)
  const drop = (criteria: PopulationCriteria): PopulationCriteria => ({ ...criteria, ranges: Object.fromEntries(Object.entries(criteria.ranges).filter(([other]) => other !== dimension)) })
  return { ...a, criteria: drop(a.criteria), own: drop(a.own) }
}

/** With more groups than a reader can follow, those of whom the most positions speak; in their order. */
function mostSpokenOf(cells: readonly Cell[], spokenIn: SpokenIn): Cell[] {
  const ranked = cells.map((cell, index) => ({ cell, index, spoken: spokenIn(cell).length }))
    .toSorted((a, b) => b.spoken - a.spoken || a.index - b.index)
  return ranked.slice(0, RULES.maximumStrata).toSorted((a, b) => a.index - b.index).map(({ cell }) => cell)
}
