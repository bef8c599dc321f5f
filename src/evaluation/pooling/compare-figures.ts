import type { Figure } from './predicted-figures.ts'

/** A figure that is not as expected: its path in the reference file, both values, and why, where that can be told. */
export type FigureDifference = { readonly id: string; readonly path: string; readonly expected: unknown; readonly predicted: unknown; readonly why: string }

export type FigureComparison = { readonly compared: number; readonly differences: readonly FigureDifference[] }

const RELATIVE = 1e-6
const SMALLEST_SIZE = 0.01

/** The tolerance of the data set's README. */
export function isWithinTolerance(predicted: number, expected: number): boolean {
  return Math.abs(predicted - expected) <= RELATIVE * Math.max(SMALLEST_SIZE, Math.abs(expected))
}

/** Compares every figure that is expected, however deep, with the one predicted. */
export function compareFigures(id: string, expected: unknown, predicted: Figure | undefined, path = ''): FigureComparison {
  if (typeof expected === 'object' && expected !== null) {
    const parts = Array.isArray(expected) ? expected.map((value: unknown, i): [string, unknown] => [String(i), value]) : Object.entries(expected)
    const found = parts.map(([name, value]) => compareFigures(id, value, partOf(predicted, name), path === '' ? name : `${path}.${name}`))
    return { compared: found.reduce((sum, { compared }) => sum + compared, 0), differences: found.flatMap(({ differences }) => differences) }
  }
  const isEqual = typeof expected === 'number' ? typeof predicted === 'number' && isWithinTolerance(predicted, expected) : expected === (predicted ?? null)
  return { compared: 1, differences: isEqual ? [] : [{ id, path, expected, predicted: predicted ?? null, why: reasonFor(path, expected, predicted) }] }
}

function partOf(figure: Figure | undefined, name: string): Figure | undefined {
  if (figure === undefined || figure === null || typeof figure !== 'object') return undefined
  if (isList(figure)) return figure[Number(name)]
  return figure[name]
}

function isList(figure: Figure): figure is readonly Figure[] {
  return Array.isArray(figure)
}

/** A between-study variance of this order is zero (the data set's README); so is a τ whose square is. */
const ZERO_VARIANCE = 1e-10

function reasonFor(path: string, expected: unknown, predicted: Figure | undefined): string {
  if (predicted === undefined || predicted === null) return 'not computed here'
  if (typeof expected !== 'number' || typeof predicted !== 'number') return 'another value'
  if (/(?:^|\.)tau$/u.test(path) && expected ** 2 < ZERO_VARIANCE && predicted ** 2 < ZERO_VARIANCE) {
    return 'both are zero: the reference stopped its iteration just above the bound τ² = 0, and the root of what was left is larger than the tolerance'
  }
  return `off by ${Math.abs(predicted - expected).toExponential(2)}`
}
