import { backTransform, type Scale } from '../../statistics/index.ts'
import type { ForestRow } from './forest-rows.ts'

/** Where values of the pool's scale fall between 0 (left edge) and 1 (right edge), and the marks of the axis. */
export type PlotScale = {
  readonly low: number
  readonly high: number
  place(value: number): number
  /** Values on the pool's scale with the words at them. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
}

/** Half-widths of a typical interval that the axis reaches beyond the outermost estimates; what is wider gets an arrow. */
const REACH = 2

/** An axis that holds all estimates, the value of no effect and pooled intervals, and most of the studies' intervals. */
export function plotScale(rows: readonly ForestRow[], noEffect: number | null, scale: Scale): PlotScale {
  const drawn = rows.flatMap((row) => (row.kind !== 'heading' && row.interval !== null ? [{ kind: row.kind, ...row.interval }] : []))
  const studies = drawn.filter(({ kind }) => kind === 'study')
  const halves = studies.map(({ low, high }) => (high - low) / 2).toSorted((a, b) => a - b)
  const reach = REACH * (halves[Math.floor(halves.length / 2)] ?? 1)
  const estimates = drawn.map(({ estimate }) => estimate)
  const [lowest, highest] = [Math.min(...estimates, noEffect ?? Infinity), Math.max(...estimates, noEffect ?? -Infinity)]
  const within = drawn.length === 0 ? { low: (noEffect ?? 0) - 1, high: (noEffect ?? 0) + 1 } : {
    low: Math.min(lowest, Math.max(lowest - reach, Math.min(...drawn.map(({ low }) => low)))),
    high: Math.max(highest, Math.min(highest + reach, Math.max(...drawn.map(({ high }) => high)))),
  }
  const margin = (within.high - within.low || Math.abs(within.high) || 1) * 0.04
  const [low, high] = [within.low - margin, within.high + margin]
  return { low, high, place: (value) => (Math.min(high, Math.max(low, value)) - low) / (high - low), ticks: ticksBetween(low, high, scale) }
}

function ticksBetween(low: number, high: number, scale: Scale): PlotScale['ticks'] {
  if (scale === 'log') return logTicks(low, high)
  const [from, to] = [backTransform(low, scale), backTransform(high, scale)]
  return roundSteps(from, to).flatMap((value) => {
    const on = scale === 'logit' ? Math.log(value / (1 - value)) : scale === 'fisherZ' ? Math.atanh(value) : value
    return Number.isFinite(on) && on >= low && on <= high ? [{ value: on, text: tickText(value) }] : []
  })
}

/** Powers of ten, with 2 and 5 between them where there is room. */
function logTicks(low: number, high: number): PlotScale['ticks'] {
  const decades = (high - low) / Math.LN10
  const factors = decades > 3 ? [1] : [1, 2, 5]
  const every = Math.max(1, Math.ceil(decades / 8))
  const found: { value: number; text: string }[] = []
  for (let power = Math.floor(low / Math.LN10); power <= Math.ceil(high / Math.LN10); power += 1) {
    if (power % every !== 0) continue
    for (const factor of factors) {
      const value = power * Math.LN10 + Math.log(factor)
      if (value >= low && value <= high) found.push({ value, text: tickText(Number(`${factor}e${power}`)) })
    }
  }
  if (found.length >= 2) return found
  return roundSteps(Math.exp(low), Math.exp(high)).flatMap((ratio) => (ratio > 0 ? [{ value: Math.log(ratio), text: tickText(ratio) }] : []))
}

/** About five round numbers between two others. */
function roundSteps(from: number, to: number): number[] {
  const width = to - from
  if (!(width > 0) || !Number.isFinite(width)) return [from]
  const raw = width / 5
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10)
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.min(20, Math.floor(to / step) - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

function tickText(value: number): string {
  const size = Math.abs(value)
  const text = size !== 0 && (size >= 1e5 || size < 1e-3) ? value.toExponential(0) : String(Number(value.toPrecision(4)))
  return text.replaceAll('-', '−')
}
