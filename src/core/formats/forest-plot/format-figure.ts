import { backTransform, type Scale } from '../../statistics/index.ts'

/** A number as a reader wants it: two decimals near 1, fewer for large and more for small ones, a true minus sign. */
export function formatFigure(value: number): string {
  const size = Math.abs(value)
  const text = size === 0 ? '0.00' : size >= 1e6 || size < 1e-4 ? value.toExponential(1) : size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : size >= 0.095 ? value.toFixed(2) : value.toPrecision(2)
  return (/^-0(?:\.0*)?$/u.test(text) ? text.slice(1) : text).replaceAll('-', '−')
}

/** Estimate and interval of a pool, as they are read: "0.82 (0.73 to 0.92)". */
export function formatInterval({ estimate, low, high }: { readonly estimate: number; readonly low: number; readonly high: number }, scale: Scale): string {
  const [middle, from, to] = [estimate, low, high].map((value) => formatFigure(backTransform(value, scale)))
  return `${middle} (${from} to ${to})`
}

/** A p value: never 0. */
export function formatP(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`
}
