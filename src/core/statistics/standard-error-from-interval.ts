import { zForLevel } from './distributions/normal.ts'

export type ReportedInterval = {
  readonly estimate: number
  readonly low: number
  readonly high: number
  /** 0–1; an interval of 97.5% is wider than one of 95% for the same standard error. */
  readonly level: number
  /** Ratios are symmetric on the log scale, differences on their own. */
  readonly scale: 'log' | 'raw'
}

/** Beyond what rounding explains, halves of an interval may differ by this share of its width before it is crooked (convention). */
const ASYMMETRY = 0.15

/**
 * Standard error behind a reported interval, on its scale: width over 2z (Cochrane Handbook 6.3.1–6.3.2).
 *
 * Null where the interval cannot be read that way: a bound that touches zero on the log scale, no width, or halves
 * that differ by more than rounding explains, as in adaptive or exact designs (docs/methods/effects.md).
 */
export function standardErrorFromInterval({ estimate, low, high, level, scale }: ReportedInterval): number | null {
  if (scale === 'log' && !(low > 0 && estimate > 0)) return null
  const on = (x: number): number => (scale === 'log' ? Math.log(x) : x)
  const below = on(estimate) - on(low)
  const above = on(high) - on(estimate)
  const width = below + above
  if (!Number.isFinite(width) || width <= 0) return null
  if (Math.abs(below - above) > ASYMMETRY * width + rounding([estimate, low, high], scale)) return null
  return width / (2 * zForLevel(level))
}

/** How far rounding to the digits shown can move one half against the other. */
function rounding(values: readonly [number, number, number], scale: ReportedInterval['scale']): number {
  const half = 0.5 * 10 ** -Math.max(...values.map((value) => decimalsOf(value)))
  const [estimate, low, high] = values
  return scale === 'raw' ? 4 * half : half * (2 / estimate + 1 / low + 1 / high)
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}
