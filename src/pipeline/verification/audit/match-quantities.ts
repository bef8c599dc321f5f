import { isRoundingOf } from '../../../core/text/index.ts'
import { readQuantities, type Quantity, type UnitKind } from '../meaning/index.ts'
import type { Ground } from './ground.ts'

/** A number that a statement holds, in its sentence, its row or what is known of its source. */
export type HeldQuantity = { readonly value: number; readonly unit: UnitKind; readonly word: string | null; readonly months: number | null; readonly from: 'text' | 'row' | 'source' | 'follow-up' | 'derived' }

/** How a number of a claim stands to a statement: held, held in another unit, or held by nothing in it. */
export type QuantityMatch = 'held' | 'other-unit' | 'absent'

const cache = new WeakMap<Ground, readonly HeldQuantity[]>()

/** The numbers that a statement allows: its own, those of its row, and what presentation makes of them. */
export function heldQuantities(ground: Ground): readonly HeldQuantity[] {
  const known = cache.get(ground)
  if (known !== undefined) return known
  const held = [...ground.meaning.quantities.map((quantity) => ({ ...quantity, from: 'text' as const })), ...ofRow(ground), ...ofSource(ground)]
  cache.set(ground, held)
  return held
}

function ofRow(ground: Ground): HeldQuantity[] {
  const { finding } = ground
  if (finding === null) return []
  const rows: HeldQuantity[] = []
  const stated = finding.unit === null ? undefined : readQuantities(`2 ${finding.unit}`)[0]
  const add = (value: number | null, unit: UnitKind, from: HeldQuantity['from'] = 'row', months: number | null = null): void => { if (value !== null && Number.isFinite(value)) rows.push({ value, unit, word: unit === 'dose' ? stated?.word ?? null : null, months, from }) }
  const ratio = ['HR', 'RR', 'OR', 'IRR'].includes(finding.measure)
  const unit: UnitKind = ratio ? 'ratio' : stated !== undefined && stated.unit !== 'plain' && stated.unit !== 'duration' ? stated.unit : finding.measure === 'RD' || finding.measure === 'proportion' || finding.measure === 'efficacy' || finding.measure === 'relative-change' ? 'percent' : 'plain'
  for (const value of [finding.estimate, finding.ciLow, finding.ciHigh]) {
    add(value, unit)
    if (value !== null && stated?.unit === 'duration' && stated.months !== null) add(Math.abs(value), 'duration', 'row', Math.abs(value) * stated.months / 2)
    if (ratio && value !== null) { add(100 * (1 - value), 'percent', 'derived'); add(100 * (value - 1), 'percent', 'derived') }
    if (finding.measure === 'RD' && value !== null) { add(10 * value, 'per-1000', 'derived'); add(100 * value, 'percent', 'derived') }
  }
  add(finding.nonInferiorityMargin, unit)
  add(finding.timeMonths, 'duration', 'row', finding.timeMonths)
  const shares: number[] = []
  for (const arm of finding.arms) {
    add(arm.n, 'people'); add(arm.total, 'people'); add(arm.events, 'people'); add(arm.mean, unit === 'percent' || unit === 'dose' ? unit : 'plain'); add(arm.sd, 'plain')
    if (arm.ratePer1000PersonYears !== null) rows.push({ value: arm.ratePer1000PersonYears, unit: 'rate', word: 'per 1000', months: null, from: 'row' })
    const share = arm.percent ?? (arm.events !== null && arm.total !== null && arm.total > 0 ? 100 * arm.events / arm.total : null)
    // A share told by the year in words is a rate, and no share of the people.
    const yearly = share !== null && ground.meaning.quantities.some(({ unit: told, value }) => told === 'rate' && isRoundingOf({ value, decimals: 2, start: 0, end: 0 }, share))
    if (share !== null && yearly) add(share, 'rate')
    else if (share !== null) { shares.push(share); add(share, 'percent'); add(10 * share, 'per-1000', 'derived') }
  }
  const [one, two] = shares
  if (shares.length === 2 && one !== undefined && two !== undefined) {
    const difference = Math.abs(one - two)
    add(difference, 'percent', 'derived'); add(10 * difference, 'per-1000', 'derived')
    if (difference > 0) add(Math.ceil(100 / difference), 'people', 'derived')
  }
  return rows
}

function ofSource({ source }: Ground): HeldQuantity[] {
  const { evidence } = source
  const words = [evidence?.population, evidence?.setting, evidence?.searchDate, evidence?.intervention, evidence?.comparator, source.studyName, evidence?.body?.updateNote, evidence?.body?.updated].filter((part) => part !== null && part !== undefined).join(' ; ')
  const base = { word: null, months: null, from: 'source' as const }
  return [
    ...(source.year === null ? [] : [{ ...base, value: source.year, unit: 'year' as const }]),
    ...(evidence?.n === null || evidence?.n === undefined ? [] : [{ ...base, value: evidence.n, unit: 'people' as const }]),
    ...(evidence?.followUpMonths === null || evidence?.followUpMonths === undefined ? [] : [{ ...base, value: evidence.followUpMonths, unit: 'duration' as const, months: evidence.followUpMonths, from: 'follow-up' as const }]),
    ...readQuantities(`${source.title} ; ${evidence?.followUp ?? ''}`).map((quantity) => ({ ...quantity, from: 'follow-up' as const })),
    ...Object.entries(evidence?.criteria?.ranges ?? {}).flatMap(([dimension, { min, max }]) => [min, max].filter((value) => value !== undefined).flatMap((value) => [value, Math.round(value)].map((bound) => ({ ...base, value: bound, ...boundUnit(dimension, bound) })))),
    ...readQuantities(words).map((quantity) => ({ ...quantity, from: 'source' as const })),
  ]
}

/** What the bound of a range of people counts, by its dimension: "age", "gestational-weeks", "egfr". */
function boundUnit(dimension: string, bound: number): Pick<HeldQuantity, 'unit' | 'months'> {
  if (dimension === 'age') return { unit: 'age', months: null }
  const time = /(?:^|-)(years|months|weeks|days|hours)$/.exec(dimension)?.[1]
  return time === undefined ? { unit: 'plain', months: null } : { unit: 'duration', months: readQuantities(`2 ${time}`).map(({ months }) => (months ?? 0) * bound / 2)[0] ?? null }
}

/** Units that may stand for each other: a bare number in a list for any of them. */
function sameUnit(claim: Quantity, held: HeldQuantity): boolean {
  if (claim.unit === 'rate' && held.unit === 'rate') return claim.word === held.word || claim.word === 'rate' || held.word === 'rate' || held.word === null
  if (claim.unit === held.unit) return claim.unit !== 'dose' || held.word === null || sameDose(claim.word ?? '', held.word)
  const bare: readonly UnitKind[] = ['ratio', 'plain', 'points', 'people', 'rate', 'percent']
  if (held.unit === 'plain') return bare.includes(claim.unit)
  if (claim.unit === 'plain') return true
  const pairs: readonly (readonly UnitKind[])[] = [['people', 'studies'], ['duration', 'age']]
  // "6 to 35 months" may be an age; the bound of an age range is no time.
  if ((claim.unit === 'duration' || held.unit === 'duration') && claim.word !== held.word) return false
  return pairs.some((pair) => pair.includes(claim.unit) && pair.includes(held.unit) && claim.unit !== 'studies' && held.unit !== 'studies')
}

/** "10 mg" and "10 mg/mL" may be one dose told with and without what it is mixed in; "25 mg/g" and "25 mg/mmol" may not. */
function sameDose(one: string, other: string): boolean {
  const [unit, per] = one.split('/')
  const [otherUnit, otherPer] = other.split('/')
  return unit === otherUnit && (per === otherPer || per === undefined || otherPer === undefined)
}

/** About as near as "about", "nearly", "roughly" lets a number be (convention). */
const ROUGHLY = 0.06
/** A size told in words ("by half", "a third") is held to the percentage points it may be away (convention). */
const IN_WORDS = 5

/** Whether a statement holds a number of a claim. `rough` when the claim says "about". */
export function matchQuantity(claim: Quantity, held: readonly HeldQuantity[], rough: boolean): QuantityMatch {
  const equal = (value: number): boolean => isRoundingOf(claim, value) || ((rough || claim.word === 'in words') && Math.abs(Math.abs(value) - Math.abs(claim.value)) <= (claim.word === 'in words' ? IN_WORDS : ROUGHLY * Math.abs(value)))
  const inUnit = held.some((quantity) => {
    // "0.86% a year" is 8.6 per 1000 person-years.
    if (claim.unit === 'rate' && quantity.unit === 'rate' && claim.word === 'per 100' && quantity.word === 'per 1000') return equal(quantity.value / 10)
    if (claim.unit === 'rate' && quantity.unit === 'rate' && claim.word === 'per 1000' && quantity.word === 'per 100') return equal(quantity.value * 10)
    if (!sameUnit(claim, quantity)) return false
    if (claim.months !== null && quantity.months !== null) {
      const unit = claim.value === 0 ? 1 : claim.months / claim.value
      return equal(quantity.months / unit) || Math.abs(quantity.months - claim.months) <= 0.02 * quantity.months
    }
    if (claim.unit === 'percent' && quantity.unit === 'per-1000') return equal(quantity.value / 10)
    return equal(quantity.value)
  })
  if (inUnit) return 'held'
  if (claim.unit === 'per-1000' && held.some(({ unit, value }) => unit === 'percent' && equal(10 * value))) return 'held'
  if (claim.unit === 'percent' && held.some(({ unit, value }) => unit === 'per-1000' && equal(value / 10))) return 'held'
  const rivals = held.filter(({ unit, from, word }) => from !== 'source' && from !== 'follow-up' && !['year', 'people', 'studies', 'age', 'plain', 'p'].includes(unit) && (claim.unit === 'duration' || claim.unit === 'dose' || (claim.unit === 'rate' && unit === 'rate') ? unit === claim.unit && word !== claim.word : unit !== 'duration'))
  return claim.unit !== 'age' && (claim.unit !== 'people' || claim.value >= 10) && rivals.some(({ value, from }) => (from === 'derived' ? equal(value) : Math.abs(Math.abs(value) - Math.abs(claim.value)) < 1e-9)) ? 'other-unit' : 'absent'
}
