import type { PooledAnalysis } from '../../statistics/index.ts'
import { describeForest } from './describe-forest.ts'
import { forestView, type ForestRow, type ForestView } from './forest-rows.ts'
import { plotScale, type PlotScale } from './plot-scale.ts'
import { escapeXml, px, shorten } from './svg-text.ts'

const WIDTH = 960
const ROW = 24
const TOP = 66
const PLOT = { left: 300, right: 660 }
const TEXT_COLUMN = 672
const WEIGHT_COLUMN = WIDTH - 12
const LABEL_CHARACTERS = 42
const TEXT_CHARACTERS = 46
const SMALLEST_SQUARE = 4
const LARGEST_SQUARE = 16
const INK = '#1a1a1a'
const FAINT = '#767676'

/**
 * The forest plot of one analysis as a self-contained SVG: squares by weight, intervals, a diamond for the pool, a bar
 * for the prediction interval. Black and grey alone; title and description tell all of it in words; no fonts or
 * scripts from elsewhere. Equal input gives equal bytes.
 */
export function forestPlotSvg(analysis: PooledAnalysis): string {
  const view = forestView(analysis)
  const axis = plotScale(view.rows, view.noEffect, view.scale)
  const bottom = TOP + view.rows.length * ROW
  const feet = [view.heterogeneity, view.between].filter((foot) => foot !== null)
  const height = bottom + 56 + feet.length * 20
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="forest-title forest-description" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" font-size="13" fill="${INK}">`,
    `<title id="forest-title">${escapeXml(view.title)}</title>`,
    `<desc id="forest-description">${escapeXml(describeForest(view))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="12" y="24" font-size="16" font-weight="600">${escapeXml(shorten(view.title, 104))}</text>`,
    ...columnHeads(view),
    ...noEffectLine(view, axis, bottom),
    ...view.rows.flatMap((row, index) => drawRow(row, TOP + index * ROW + ROW / 2, axis)),
    ...drawAxis(axis, bottom, view.measureName),
    ...feet.map((foot, index) => `<text x="12" y="${bottom + 62 + index * 20}" fill="#444444">${escapeXml(foot)}</text>`),
    '</svg>',
  ].join('\n')}\n`
}

function columnHeads({ levelPercent, measureName }: ForestView): string[] {
  return [
    '<g font-weight="600">',
    '<text x="12" y="52">Study</text>',
    `<text x="${TEXT_COLUMN}" y="52">${escapeXml(shorten(measureName, 22))} (${levelPercent}% CI)</text>`,
    `<text x="${WEIGHT_COLUMN}" y="52" text-anchor="end">Weight</text>`,
    '</g>',
    `<line x1="12" y1="58" x2="${WEIGHT_COLUMN}" y2="58" stroke="${INK}"/>`,
  ]
}

function at(axis: PlotScale, value: number): number {
  return PLOT.left + axis.place(value) * (PLOT.right - PLOT.left)
}

function noEffectLine({ noEffect }: ForestView, axis: PlotScale, bottom: number): string[] {
  if (noEffect === null) return []
  const x = px(at(axis, noEffect))
  return [`<line x1="${x}" y1="${TOP - 4}" x2="${x}" y2="${bottom + 4}" stroke="${FAINT}" stroke-dasharray="4 3"/>`]
}

function drawRow(row: ForestRow, y: number, axis: PlotScale): string[] {
  const baseline = px(y + 4.5)
  if (row.kind === 'heading') return [`<text x="12" y="${baseline}" font-weight="600">${escapeXml(shorten(row.label, LABEL_CHARACTERS))}</text>`]
  const weight = row.kind === 'study' ? '' : ' font-weight="600"'
  return [
    `<text x="${row.kind === 'study' ? 20 : 12}" y="${baseline}"${weight}>${escapeXml(shorten(row.label, LABEL_CHARACTERS))}</text>`,
    ...(row.interval === null ? [] : drawInterval(row, y, axis)),
    `<text x="${TEXT_COLUMN}" y="${baseline}"${weight}${row.interval === null ? ` fill="#444444"` : ''}>${escapeXml(shorten(row.text, row.interval === null ? TEXT_CHARACTERS : 60))}</text>`,
    ...(row.kind === 'study' && row.weightPercent !== null ? [`<text x="${WEIGHT_COLUMN}" y="${baseline}" text-anchor="end">${row.weightPercent.toFixed(1)}%</text>`] : []),
  ]
}

function drawInterval(row: Exclude<ForestRow, { kind: 'heading' }>, y: number, axis: PlotScale): string[] {
  if (row.interval === null) return []
  const { estimate, low, high } = row.interval
  const [x, left, right] = [at(axis, estimate), at(axis, low), at(axis, high)]
  const ends = [...(low < axis.low ? [arrow(left, y, -1)] : []), ...(high > axis.high ? [arrow(right, y, 1)] : [])]
  switch (row.kind) {
    case 'study': {
      const side = SMALLEST_SQUARE + (LARGEST_SQUARE - SMALLEST_SQUARE) * Math.sqrt((row.weightPercent ?? 10) / 100)
      return [line(left, right, y, 1.5), ...ends, `<rect x="${px(x - side / 2)}" y="${px(y - side / 2)}" width="${px(side)}" height="${px(side)}" fill="${INK}"/>`]
    }
    case 'prediction': return [line(left, right, y, 5, FAINT), ...ends]
    case 'pooled': case 'subtotal':
      return [`<polygon points="${px(left)},${px(y)} ${px(x)},${px(y - 7)} ${px(right)},${px(y)} ${px(x)},${px(y + 7)}" fill="${row.kind === 'pooled' ? INK : '#ffffff'}" stroke="${INK}" stroke-width="1.5"/>`, ...ends]
  }
}

function line(from: number, to: number, y: number, width: number, colour = INK): string {
  return `<line x1="${px(from)}" y1="${px(y)}" x2="${px(to)}" y2="${px(y)}" stroke="${colour}" stroke-width="${width}"/>`
}

/** The interval goes on beyond the axis. */
function arrow(x: number, y: number, direction: -1 | 1): string {
  return `<polygon points="${px(x + direction * 7)},${px(y)} ${px(x)},${px(y - 4)} ${px(x)},${px(y + 4)}" fill="${INK}"/>`
}

/** Fewest pixels between the middles of two numbers on the axis. */
const TICK_GAP = 38

function drawAxis(axis: PlotScale, bottom: number, measureName: string): string[] {
  const y = bottom + 6
  let last = -Infinity
  const ticks = axis.ticks.flatMap(({ value, text }) => {
    const x = at(axis, value)
    if (x - last < TICK_GAP) return []
    last = x
    return [`<line x1="${px(x)}" y1="${y}" x2="${px(x)}" y2="${y + 5}" stroke="${INK}"/>`, `<text x="${px(x)}" y="${y + 19}" text-anchor="middle" font-size="12">${escapeXml(text)}</text>`]
  })
  return [
    `<line x1="${PLOT.left}" y1="${y}" x2="${PLOT.right}" y2="${y}" stroke="${INK}"/>`, ...ticks,
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${y + 36}" text-anchor="middle" font-size="12">${escapeXml(measureName)}</text>`,
  ]
}
