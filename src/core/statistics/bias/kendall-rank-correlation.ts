import { normalTwoSidedP } from '../distributions/normal.ts'

export type RankCorrelation = { readonly kendallTau: number; readonly pValue: number }

/**
 * Kendall's τ-b of two columns. Two-sided p: exact without ties (Kendall 1970, chapter 5), else normal with the
 * variance corrected for ties and no continuity correction. Null where a column does not vary.
 */
export function kendallRankCorrelation(x: readonly number[], y: readonly number[]): RankCorrelation | null {
  const n = x.length
  const pairs = (n * (n - 1)) / 2
  let score = 0
  let untiedX = 0
  let untiedY = 0
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const dx = Math.sign((x[i] ?? 0) - (x[j] ?? 0))
      const dy = Math.sign((y[i] ?? 0) - (y[j] ?? 0))
      score += dx * dy
      untiedX += dx * dx
      untiedY += dy * dy
    }
  }
  if (untiedX === 0 || untiedY === 0) return null
  const kendallTau = score / Math.sqrt(untiedX * untiedY)
  const isUntied = untiedX === pairs && untiedY === pairs
  return { kendallTau, pValue: isUntied ? exactP(score, n) : normalTwoSidedP(score / Math.sqrt(varianceWithTies(x, y))) }
}

/** Twice the smaller tail of the number of concordant pairs over all orders of n. */
function exactP(score: number, n: number): number {
  const pairs = (n * (n - 1)) / 2
  const concordant = Math.round((score + pairs) / 2)
  const probabilities = concordanceDistribution(n)
  const from = concordant > pairs / 2 ? pairs - concordant : concordant
  const tail = probabilities.slice(0, from + 1).reduce((sum, probability) => sum + probability, 0)
  return Math.min(1, 2 * tail)
}

/** Probability of 0, 1, … concordant pairs: each further item adds 0 … m − 1 of them, all equally likely. */
function concordanceDistribution(n: number): number[] {
  let distribution = [1]
  for (let m = 2; m <= n; m += 1) {
    const next = Array.from({ length: distribution.length + m - 1 }, () => 0)
    for (const [count, probability] of distribution.entries()) {
      for (let added = 0; added < m; added += 1) next[count + added] = (next[count + added] ?? 0) + probability / m
    }
    distribution = next
  }
  return distribution
}

/** Variance of Kendall's score under independence (Kendall 1970, equation 4.4). */
function varianceWithTies(x: readonly number[], y: readonly number[]): number {
  const n = x.length
  const [tx, ty] = [tieSizes(x), tieSizes(y)]
  const sum = (ties: readonly number[], f: (t: number) => number): number => ties.reduce((total, t) => total + f(t), 0)
  const first = (n * (n - 1) * (2 * n + 5) - sum(tx, (t) => t * (t - 1) * (2 * t + 5)) - sum(ty, (t) => t * (t - 1) * (2 * t + 5))) / 18
  const second = (sum(tx, (t) => t * (t - 1)) * sum(ty, (t) => t * (t - 1))) / (2 * n * (n - 1))
  const third = n > 2 ? (sum(tx, (t) => t * (t - 1) * (t - 2)) * sum(ty, (t) => t * (t - 1) * (t - 2))) / (9 * n * (n - 1) * (n - 2)) : 0
  return first + second + third
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}
