import type { Meaning } from '../meaning/index.ts'
import type { Comparison } from './compare-claim.ts'

/** A time or an age alone does not say which result is meant. */
export function tellsSize({ quantities }: Meaning): boolean {
  return quantities.some(({ unit }) => unit !== 'duration' && unit !== 'age' && unit !== 'year')
}

/** How much better (0–1) a statement's subject must fit a claim to be meant rather than the one that bears it out (convention). */
const FITS_BETTER = 0.1
const FITS_MUCH_BETTER = 0.25

/**
 * The statement that a claim is really about, where another one of the same source happens to agree: a result on the
 * very outcome and people that the claim names, or the advice on that treatment, speaks before its neighbour does.
 * Numbers that only the neighbour holds were moved from it. Null where none fits better.
 */
export function nearerStatement(claim: Meaning, says: Comparison, pool: readonly Comparison[]): Comparison | null {
  const rivals = pool.filter(({ ground, problems, about }) => about && problems.length > 0 && ground.source.id === says.ground.source.id && (ground.kind === 'finding' || ground.kind === 'recommendation'))
  const sized = says.numbersAsked > 0 && tellsSize(claim)
  // A result on the very outcome that is named says more of it than a summary of several does.
  const exact = pool.filter(({ ground, named, about }) => about && named === 1 && ground.finding !== null && ground.source.id === says.ground.source.id)
  const [outright] = exact.filter((each) => rivals.includes(each) && !each.problems.some(({ kind }) => kind === 'outcome' || kind === 'intervention')).toSorted((a, b) => b.coverage - a.coverage)
  if (outright !== undefined && says.ground.finding === null && says.ground.recommendation === null && outright.numbersOwn >= says.numbersOwn && exact.every(({ problems }) => problems.length > 0)) return outright
  const [nearer] = rivals.filter(({ ground, fit, coverage, numbersOwn, numbersAsked, problems }) => {
    if (problems.some(({ kind }) => kind === 'outcome' || kind === 'intervention')) return false
    if (numbersOwn > says.numbersOwn) return true
    if (sized && numbersOwn < says.numbersOwn) return says.ground.kind === ground.kind && fit > says.fit + FITS_MUCH_BETTER && numbersOwn < numbersAsked
    return fit > says.fit + FITS_BETTER || (coverage > says.coverage + FITS_BETTER / 2 && fit > says.fit - FITS_BETTER / 2 && says.ground.kind === ground.kind)
  }).toSorted((a, b) => b.fit - a.fit)
  return nearer ?? null
}
