import type { PooledAnalysis } from '../../statistics/index.ts'
import { forestView, type ForestRow } from './forest-rows.ts'
import { plotScale, type PlotScale } from './plot-scale.ts'
import { shorten } from './svg-text.ts'

const NARROWEST_PLOT = 16

/** The forest plot of one analysis for a terminal of `width` columns; one line a study, ■ estimate, ◆ pool, ┊ no effect. */
export function forestPlotText(analysis: PooledAnalysis, width: number): string[] {
  const { rows, noEffect, scale, heterogeneity, between, measureName, levelPercent } = forestView(analysis)
  const axis = plotScale(rows, noEffect, scale)
  const numbers = Math.max(12, ...rows.map((row) => (row.kind === 'heading' || row.interval === null ? 0 : row.text.length)))
  const longest = Math.max(5, ...rows.map(({ label }) => Array.from(label).length))
  const room = width - numbers - 12
  const labels = Math.max(10, Math.min(longest, room - NARROWEST_PLOT))
  const plot = Math.max(NARROWEST_PLOT, room - labels)
  const column = (value: number): number => Math.round(axis.place(value) * (plot - 1))
  return [
    `${'Study'.padEnd(labels)}  ${' '.repeat(plot)}  ${`${levelPercent}% CI`.padEnd(numbers)}  weight`,
    ...rows.flatMap((row) => {
      if (row.kind === 'heading') return [row.label]
      const name = padded(shorten(row.label, labels), labels)
      if (row.interval === null) return [`${name}  ${shorten(row.text, Math.max(20, width - labels - 2))}`]
      const weight = row.kind === 'study' && row.weightPercent !== null ? `${row.weightPercent.toFixed(1)}%`.padStart(6) : ''
      return [`${name}  ${drawn(row, axis, plot, column, noEffect)}  ${row.text.padEnd(numbers)}  ${weight}`.trimEnd()]
    }),
    ...axisLines(axis, plot, column).map((line) => `${' '.repeat(labels + 2)}${line}`.trimEnd()),
    `${' '.repeat(labels + 2)}${measureName}`,
    ...(heterogeneity === null ? [] : ['', heterogeneity]),
    ...(between === null ? [] : [between]),
  ]
}

function drawn(row: Exclude<ForestRow, { kind: 'heading' }>, axis: PlotScale, width: number, column: (value: number) => number, noEffect: number | null): string {
  const cells = Array.from({ length: width }, () => ' ')
  if (noEffect !== null) cells[column(noEffect)] = '┊'
  if (row.interval !== null) {
    const { estimate, low, high } = row.interval
    const stroke = row.kind === 'prediction' ? '═' : row.kind === 'study' ? '─' : '━'
    for (let i = column(low); i <= column(high); i += 1) cells[i] = stroke
    if (low < axis.low) cells[0] = '◄'
    if (high > axis.high) cells[width - 1] = '►'
    if (row.kind !== 'prediction') cells[column(estimate)] = row.kind === 'study' ? '■' : row.kind === 'pooled' ? '◆' : '◇'
  }
  return cells.join('')
}

/** The axis with its marks, and the numbers that fit below them. */
function axisLines({ ticks }: PlotScale, width: number, column: (value: number) => number): string[] {
  const line = Array.from({ length: width }, () => '─')
  const numbers = Array.from({ length: width + 8 }, () => ' ')
  let free = 0
  for (const { value, text } of ticks) {
    const middle = column(value)
    const start = Math.max(0, middle - Math.floor(text.length / 2))
    if (start < free) continue
    line[middle] = '┬'
    for (const [i, character] of Array.from(text).entries()) numbers[start + i] = character
    free = start + text.length + 1
  }
  return [line.join(''), numbers.join('')]
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - Array.from(text).length))
}
