import { areDisjoint, NO_CRITERIA, type PopulationCriteria, type Range } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position } from '../appraisal/index.ts'
import { RULES } from './rules.ts'

/** One group of people: what is asked, plus what sets this group apart. */
export type Cell = {
  readonly criteria: PopulationCriteria
  readonly condition: string | null
  /** What was added to the question's criteria. */
  readonly own: PopulationCriteria
}

/**
 * Divides the people asked about where the bodies draw a line between *for* and *against* (METHODS section 1.1):
 * ranges that exclude each other, an *against* for narrower people, a carve-out. A *for* that is narrower than a
 * general *against* is no stratum but a conflict.
 */
export function divideStrata(vocabulary: Vocabulary, asked: PopulationCriteria, positions: readonly Position[]): Cell[] {
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
      if (apart(vocabulary, supporter.recommendation.conditions, opponent.recommendation.conditions)) {
        for (const id of [...supporter.recommendation.conditions, ...opponent.recommendation.conditions]) conditions.add(id)
      }
    }
  }
  for (const tag of asked.tags.concat(asked.notTags)) tags.delete(tag)
  let cells: Cell[] = [{ criteria: asked, condition: null, own: NO_CRITERIA }]
  if (conditions.size > 1) cells = [...conditions].sort().map((condition) => ({ criteria: asked, condition, own: NO_CRITERIA }))
  for (const dimension of [...dimensions].sort()) cells = cells.flatMap((cell) => splitRange(cell, dimension, positions))
  for (const tag of [...tags].sort()) cells = cells.flatMap((cell) => splitTag(cell, tag))
  return mergeAlike(cells, positions).slice(0, RULES.maximumStrata)
}

function dividingDimensions(supporter: PopulationCriteria, opponent: PopulationCriteria): string[] {
  return Object.keys(opponent.ranges).filter((dimension) => {
    const mine = supporter.ranges[dimension]
    const theirs = opponent.ranges[dimension]
    return theirs !== undefined && (mine === undefined || mine.min !== theirs.min || mine.max !== theirs.max)
  })
}

function dividingTags(supporter: PopulationCriteria, opponent: PopulationCriteria): string[] {
  const narrower = opponent.tags.filter((tag) => !supporter.tags.includes(tag))
  const excluded = supporter.tags.filter((tag) => opponent.notTags.includes(tag))
  return [...narrower, ...excluded]
}

function apart(vocabulary: Vocabulary, a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  return !a.some((x) => b.some((y) => vocabulary.isWithin(x, y) || vocabulary.isWithin(y, x)))
}

const STEP = 0.01

function splitRange(cell: Cell, dimension: string, positions: readonly Position[]): Cell[] {
  const whole: Range = cell.criteria.ranges[dimension] ?? {}
  const cuts = new Set<number>()
  for (const { recommendation } of positions) {
    const range = recommendation.criteria?.ranges[dimension]
    if (range?.min !== undefined) cuts.add(range.min)
    if (range?.max !== undefined) cuts.add(Math.round((range.max + STEP) * 100) / 100)
  }
  const inside = [...cuts].filter((cut) => cut > (whole.min ?? -Infinity) && cut <= (whole.max ?? Infinity)).sort((a, b) => a - b)
  const starts = merged([whole.min ?? null, ...inside])
  return starts.map((start, index) => {
    const next = starts[index + 1]
    const range: { min?: number; max?: number } = {}
    if (start !== null) range.min = start
    if (next !== undefined && next !== null) range.max = Math.round((next - STEP) * 100) / 100
    else if (whole.max !== undefined) range.max = whole.max
    return addRange(cell, dimension, range)
  })
}

/** "60 or over" and "above 59.99" are one line: cuts closer than one step are the same. */
function merged(starts: readonly (number | null)[]): (number | null)[] {
  return starts.filter((start, index) => {
    const before = starts[index - 1]
    return start === null || before === undefined || before === null || start - before > 1
  })
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

/** Cells about which the same bodies say the same are one, when they are neighbours on a single line. */
function mergeAlike(cells: readonly Cell[], positions: readonly Position[]): Cell[] {
  const spoken = (cell: Cell): string => positions.filter(({ recommendation }) => !areDisjoint(cell.criteria, recommendation.criteria ?? NO_CRITERIA)).map(({ recommendation }) => recommendation.id).join(' ')
  const kept: Cell[] = []
  for (const cell of cells) {
    const before = kept.at(-1)
    const joined = before !== undefined && spoken(before) === spoken(cell) ? join(before, cell) : null
    if (joined === null) kept.push(cell)
    else kept[kept.length - 1] = joined
  }
  return kept
}

function join(a: Cell, b: Cell): Cell | null {
  const differing = Object.keys(a.own.ranges).filter((dimension) => a.own.ranges[dimension]?.min !== b.own.ranges[dimension]?.min)
  const [dimension] = differing
  if (differing.length !== 1 || dimension === undefined || a.condition !== b.condition) return null
  if (a.own.tags.join() !== b.own.tags.join() || a.own.notTags.join() !== b.own.notTags.join()) return null
  const range: { min?: number; max?: number } = {}
  const low = a.own.ranges[dimension]?.min
  const high = b.own.ranges[dimension]?.max
  if (low !== undefined) range.min = low
  if (high !== undefined) range.max = high
  return addRange(a, dimension, range)
}
