import { backTransform, type PooledAnalysis, zForLevel } from '../../statistics/index.ts'
import { plainLine } from '../article-markdown/index.ts'
import { formatFigure, formatP } from './format-figure.ts'
import { forestView } from './forest-rows.ts'
import { plotScale, type PlotScale } from './plot-scale.ts'
import { escapeXml, px, shorten } from './svg-text.ts'

const WIDTH = 640
const HEIGHT = 480
const PLOT = { left: 72, right: 616, top: 52, bottom: 412 }
const INK = '#1a1a1a'

/**
 * The funnel plot of one analysis as a self-contained SVG: each study by its estimate and standard error, the largest
 * studies on top, with the lines between which 95% of studies of one common effect would lie; studies put in by trim
 * and fill are hollow. Description and titles of the points tell it in words.
 */
export function funnelPlotSvg(analysis: PooledAnalysis): string {
  const view = forestView(analysis)
  const points = analysis.studies.flatMap(({ study, yi, vi, included }) => (included && yi !== null && vi !== null ? [{ label: plainLine(study), yi, se: Math.sqrt(vi) }] : []))
  const filled = (analysis.bias?.trimFillL0_DL?.filled ?? []).map(({ yi, vi }) => ({ yi, se: Math.sqrt(vi) }))
  const centre = analysis.models.FE?.estimate ?? null
  const largest = Math.max(0, ...points.map(({ se }) => se), ...filled.map(({ se }) => se)) * 1.05 || 1
  const reach = zForLevel(0.95) * largest
  const spread = [...points, ...filled].map(({ yi }) => yi)
  const axis = plotScale([{ kind: 'study', label: '', text: '', weightPercent: null, interval: { estimate: centre ?? 0, low: Math.min((centre ?? 0) - reach, ...spread), high: Math.max((centre ?? 0) + reach, ...spread) } }], null, view.scale)
  const x = (value: number): number => PLOT.left + axis.place(value) * (PLOT.right - PLOT.left)
  const y = (se: number): number => PLOT.top + (se / largest) * (PLOT.bottom - PLOT.top)
  const funnel = centre === null ? [] : [`<polyline points="${px(x(centre - reach))},${PLOT.bottom} ${px(x(centre))},${PLOT.top} ${px(x(centre + reach))},${PLOT.bottom}" fill="none" stroke="#767676" stroke-dasharray="4 3"/>`, `<line x1="${px(x(centre))}" y1="${PLOT.top}" x2="${px(x(centre))}" y2="${PLOT.bottom}" stroke="#767676"/>`]
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="funnel-title funnel-description" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" font-size="12" fill="${INK}">`,
    `<title id="funnel-title">${escapeXml(`Funnel plot: ${view.title}`)}</title>`,
    `<desc id="funnel-description">${escapeXml(describe(analysis, points.length, filled.length, view.measureName))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${PLOT.left}" y="26" font-size="15" font-weight="600">${escapeXml(shorten(view.title, 70))}</text>`,
    ...funnel,
    ...points.map(({ label, yi, se }) => `<circle cx="${px(x(yi))}" cy="${px(y(se))}" r="4.5" fill="${INK}"><title>${escapeXml(`${label}: ${formatFigure(backTransform(yi, view.scale))}, standard error ${formatFigure(se)}`)}</title></circle>`),
    ...filled.map(({ yi, se }) => `<circle cx="${px(x(yi))}" cy="${px(y(se))}" r="4.5" fill="#ffffff" stroke="${INK}" stroke-width="1.5"><title>put in by trim and fill</title></circle>`),
    ...axes(axis, x, y, largest, view.measureName),
    '</svg>',
  ].join('\n')}\n`
}

function axes({ ticks }: PlotScale, x: (value: number) => number, y: (se: number) => number, largest: number, measureName: string): string[] {
  let last = -Infinity
  return [
    `<polyline points="${PLOT.left},${PLOT.top} ${PLOT.left},${PLOT.bottom} ${PLOT.right},${PLOT.bottom}" fill="none" stroke="${INK}"/>`,
    ...ticks.flatMap(({ value, text }) => {
      const at = x(value)
      if (at - last < 34) return []
      last = at
      return [`<line x1="${px(at)}" y1="${PLOT.bottom}" x2="${px(at)}" y2="${PLOT.bottom + 5}" stroke="${INK}"/>`, `<text x="${px(at)}" y="${PLOT.bottom + 19}" text-anchor="middle">${escapeXml(text)}</text>`]
    }),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => `<text x="${PLOT.left - 8}" y="${px(y(share * largest) + 4)}" text-anchor="end">${escapeXml(share === 0 ? '0' : formatFigure(share * largest))}</text>`),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 40}" text-anchor="middle">${escapeXml(measureName)}</text>`,
    `<text x="18" y="${(PLOT.top + PLOT.bottom) / 2}" text-anchor="middle" transform="rotate(-90 18 ${(PLOT.top + PLOT.bottom) / 2})">standard error</text>`,
  ]
}

function describe({ bias, k }: PooledAnalysis, points: number, filled: number, measureName: string): string {
  const egger = bias?.eggerLm === undefined || bias.eggerLm === null ? `No test for asymmetry: ${k} studies are too few or cannot be compared.` : `Egger’s test: intercept ${formatFigure(bias.eggerLm.intercept)}, ${formatP(bias.eggerLm.pValue)}.`
  return `Funnel plot of ${points} studies: ${measureName} against standard error, the largest studies on top. ${egger}${filled === 0 ? '' : ` Trim and fill puts in ${filled} ${filled === 1 ? 'study' : 'studies'}, drawn hollow.`}`
}
