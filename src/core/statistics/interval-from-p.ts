import { normalQuantile, Z_95 } from './distributions/normal.ts'

/** Beyond this share of itself, rounding of p and of the estimate leaves the standard error too vague to use (convention). */
const ROUNDING_SHARE = 0.3

/**
 * The 95% interval behind an estimate and its exact two-sided p value: standard error = |effect| / z(p) on the log scale
 * for ratios, on its own for differences (Cochrane Handbook 6.3.2; Altman & Bland 2011, BMJ 343:d2090).
 *
 * Null where p is a bound ("<0.001"), not a probability, or where the digits shown leave the standard error too vague: an
 * estimate near no difference, a p near 1, a p of one digit. For means it is the large-sample interval.
 */
export function intervalFromP({ estimate, p, scale }: { readonly estimate: number; readonly p: string; readonly scale: 'log' | 'raw' }): { readonly low: number; readonly high: number } | null {
  const stated = /^\s*(?:p\s*=\s*)?(0?\.\d+)\s*$/i.exec(p)?.[1]
  if (stated === undefined || (scale === 'log' && estimate <= 0)) return null
  const value = Number(stated)
  const half = 0.5 * 10 ** -(stated.split('.')[1]?.length ?? 0)
  if (value - half <= 0 || value + half >= 1) return null
  const on = (x: number): number => (scale === 'log' ? Math.log(x) : x)
  const decimals = /\.(\d+)$/.exec(String(estimate))?.[1]?.length ?? 0
  const blur = 0.5 * 10 ** -Math.max(decimals, scale === 'log' ? 2 : 0) / (scale === 'log' ? estimate : 1)
  const size = Math.abs(on(estimate))
  const standardError = size / zOf(value)
  const spread = (size + blur) / zOf(value + half) - Math.max(0, size - blur) / zOf(value - half)
  if (standardError === 0 || spread / standardError > 2 * ROUNDING_SHARE) return null
  const bound = (sign: number): number => (scale === 'log' ? Math.exp(on(estimate) + sign * Z_95 * standardError) : estimate + sign * Z_95 * standardError)
  return { low: bound(-1), high: bound(1) }
}

/** The standard normal value whose two tails hold p. */
function zOf(p: number): number {
  return normalQuantile(1 - p / 2)
}
