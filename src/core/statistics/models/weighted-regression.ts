/**
 * A weighted least-squares fit with known weights, and what the heterogeneity estimators need of it.
 *
 * `traceP` is tr(P), `tracePP` tr(PP) for P = W − WX(X′WX)⁻¹X′W; `squares` is y′Py = Σ w r² and `squaresPP` y′PPy =
 * Σ w² r² (the notation of Viechtbauer 2005 and of Raudenbush 2009).
 */
export type WeightedFit = {
  readonly coefficients: readonly number[]
  /** Standard errors with the weights taken as the inverse of the true variances. */
  readonly standardErrors: readonly number[]
  /** Variances and covariances of the coefficients, row by row. */
  readonly covariance: readonly (readonly number[])[]
  readonly squares: number
  readonly squaresPP: number
  readonly traceP: number
  readonly tracePP: number
  /** ln |X′WX|. */
  readonly logDeterminant: number
}

/**
 * Fits y = Xβ by weighted least squares through an orthogonal basis (modified Gram–Schmidt, twice: Björck 1996, 2.4),
 * so that moderators far from zero (years of publication) keep their digits. `columns` are those of X; null where they
 * do not tell one coefficient from another.
 */
export function weightedRegression(y: readonly number[], weights: readonly number[], columns: readonly (readonly number[])[]): WeightedFit | null {
  const roots = weights.map((weight) => Math.sqrt(weight))
  const { basis, triangle } = orthogonalize(columns.map((column) => column.map((value, i) => value * at(roots, i))))
  if (triangle === null) return null
  const inverse = invertUpper(triangle)
  const scaled = y.map((value, i) => value * at(roots, i))
  const projections = basis.map((q) => dot(q, scaled))
  const coefficients = inverse.map((row) => dot(row, projections))
  const residuals = y.map((value, i) => value - columns.reduce((sum, column, j) => sum + at(column, i) * at(coefficients, j), 0))
  const covariance = inverse.map((row) => inverse.map((other) => dot(row, other)))
  const leverage = y.map((_, i) => basis.reduce((sum, q) => sum + at(q, i) ** 2, 0))
  const crossed = basis.map((q) => basis.map((other) => q.reduce((sum, value, i) => sum + value * at(weights, i) * at(other, i), 0)))
  return {
    coefficients,
    covariance,
    standardErrors: covariance.map((row, j) => Math.sqrt(at(row, j))),
    squares: total(residuals.map((residual, i) => at(weights, i) * residual ** 2)),
    squaresPP: total(residuals.map((residual, i) => (at(weights, i) * residual) ** 2)),
    traceP: total(weights.map((weight, i) => weight * (1 - at(leverage, i)))),
    tracePP: total(weights.map((weight, i) => weight ** 2 * (1 - 2 * at(leverage, i)))) + total(crossed.flat().map((value) => value ** 2)),
    logDeterminant: 2 * total(triangle.map((row, j) => Math.log(at(row, j)))),
  }
}

/** A column whose own part is this much smaller than itself is a combination of the others. */
const DEPENDENT = 1e-10

function orthogonalize(columns: readonly (readonly number[])[]): { basis: number[][]; triangle: number[][] | null } {
  const basis: number[][] = []
  const triangle = columns.map(() => columns.map(() => 0))
  for (const [j, column] of columns.entries()) {
    const rest = [...column]
    const before = norm(rest)
    for (let pass = 0; pass < 2; pass += 1) {
      for (const [i, q] of basis.entries()) {
        const share = dot(q, rest)
        const row = triangle[i]
        if (row !== undefined) row[j] = at(row, j) + share
        for (const [n, value] of q.entries()) rest[n] = at(rest, n) - share * value
      }
    }
    const length = norm(rest)
    if (!(length > before * DEPENDENT)) return { basis, triangle: null }
    const row = triangle[j]
    if (row !== undefined) row[j] = length
    basis.push(rest.map((value) => value / length))
  }
  return { basis, triangle }
}

function invertUpper(triangle: readonly (readonly number[])[]): number[][] {
  const size = triangle.length
  const inverse = triangle.map(() => triangle.map(() => 0))
  for (let j = size - 1; j >= 0; j -= 1) {
    for (let i = j; i >= 0; i -= 1) {
      const row = triangle[i] ?? []
      const rest = Array.from({ length: size - i - 1 }, (_, n) => i + 1 + n).reduce((sum, n) => sum + at(row, n) * at(inverse[n] ?? [], j), 0)
      const target = inverse[i]
      if (target !== undefined) target[j] = ((i === j ? 1 : 0) - rest) / at(row, i)
    }
  }
  return inverse
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * at(b, i), 0)
}

function norm(values: readonly number[]): number {
  return Math.sqrt(dot(values, values))
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** All arrays here have the length of the studies or of the coefficients. */
function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN
}
