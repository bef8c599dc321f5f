import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import { forestPlotText, forestView, formatFigure, formatInterval, formatP, modelWords } from '../../../core/formats/forest-plot/index.ts'
import { backTransform, FEWEST_FOR_ASYMMETRY, MEASURE_FACTS, type BiasTests, type ModelName, type PooledAnalysis } from '../../../core/statistics/index.ts'
import type { Terminal } from '../terminal.ts'
import { renderTable } from './render-table.ts'
import { hang } from './wrap-words.ts'

/** Models shown beside the one on top; JSON has all. */
const BESIDE: readonly ModelName[] = ['FE', 'DL', 'REML', 'REML_HKadhoc', 'MH', 'PETO']

/** A meta-analysis for a terminal: forest plot, models, small-study effects, what a reader must know. */
export function renderPooled(analysis: PooledAnalysis, terminal: Terminal): string {
  const { width, paint } = terminal
  const view = forestView(analysis)
  const plot = forestPlotText(analysis, width)
  return `${[
    ...hang('', view.title, width).map((line) => paint.bold(line)),
    ...(analysis.headline === null ? [] : hang('', `Shown: ${modelWords(analysis.headline.model)} (${analysis.headline.why}).`, width).map((line) => paint.dim(line))),
    '',
    ...plot.map((line, index) => (index === 0 ? paint.bold(line) : line)),
    ...modelTable(analysis, terminal),
    ...section('Small-study effects', biasLines(analysis), terminal),
    ...section('Leaving one study out', leaveOneOutLines(analysis), terminal),
    ...section('Meta-regression', regressionLines(analysis), terminal),
    ...section('Note', analysis.notes.map((note) => plainLine(note)), terminal),
  ].join('\n')}\n`
}

function section(title: string, lines: readonly string[], { width, paint }: Terminal): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines.flatMap((line) => hang('  • ', line, width))]
}

function modelTable({ models, headline, scale, k, measure, level }: PooledAnalysis, { width, paint }: Terminal): string[] {
  const names = [...new Set([...(headline === null ? [] : [headline.model]), ...BESIDE])]
  // A proportion is not tested against anything.
  const isTested = MEASURE_FACTS[measure].noEffect !== null
  const rows = k < 2 ? [] : names.flatMap((name) => {
    const fit = models[name]
    if (fit === null) return []
    const { estimate, ciLow: low, ciHigh: high, pValue, I2 } = fit
    return [[modelWords(name), formatInterval({ estimate, low, high }, scale), isTested ? formatP(pValue).replace(/^p (?:= )?/u, '') : '–', 'tau2' in fit && name !== 'FE' ? formatFigure(fit.tau2) : '–', `${I2.toFixed(0)}%`]]
  })
  return rows.length === 0 ? [] : ['', ...renderTable({ columns: ['Model', `Estimate (${Number((level * 100).toFixed(2))}% CI)`, 'p', 'τ²', 'I²'], rows }, width, paint)]
}

function biasLines({ bias, scale, k }: PooledAnalysis): string[] {
  if (bias === null || k < FEWEST_FOR_ASYMMETRY) return []
  const { eggerLm, beggRank } = bias
  return [
    ...(eggerLm === null ? [] : [`Egger’s regression: intercept ${formatFigure(eggerLm.intercept)}, ${formatP(eggerLm.pValue)}; estimate at a standard error of 0: ${formatInterval({ estimate: eggerLm.limitEstimate, low: eggerLm.limitCiLow, high: eggerLm.limitCiHigh }, scale)}`]),
    ...(beggRank === null ? [] : [`Begg’s rank correlation: τ ${formatFigure(beggRank.kendallTau)}, ${formatP(beggRank.pValue)}`]),
    ...trimLine(bias, scale),
  ]
}

function trimLine({ trimFillL0_DL: trim }: BiasTests, scale: PooledAnalysis['scale']): string[] {
  if (trim === null) return []
  const { k0, side, estimate, ciLow: low, ciHigh: high } = trim
  return [k0 === 0 ? 'Trim and fill: no study seems to be missing' : `Trim and fill: ${k0} ${k0 === 1 ? 'study seems' : 'studies seem'} to be missing on the ${side}; with ${k0 === 1 ? 'it' : 'them'}, random effects: ${formatInterval({ estimate, low, high }, scale)}`]
}

function leaveOneOutLines({ leaveOneOut, studies, scale }: PooledAnalysis): string[] {
  const fit = leaveOneOut?.REML ?? null
  if (fit === null) return []
  const names = studies.filter(({ included }) => included).map(({ study }) => plainLine(study))
  const [lowest, highest] = [Math.min(...fit.estimate), Math.max(...fit.estimate)]
  const told = (value: number): string => `${formatFigure(backTransform(value, scale))} without ${names[fit.estimate.indexOf(value)] ?? ''}`
  return [`random effects (REML): from ${told(lowest)} to ${told(highest)}`]
}

function regressionLines({ metaRegression }: PooledAnalysis): string[] {
  const fit = metaRegression?.REML_HK ?? null
  if (fit === null) return []
  return [
    ...fit.terms.map((term, j) => `${term === 'intrcpt' ? 'intercept' : plainLine(term)}: ${formatFigure(fit.estimate[j] ?? Number.NaN)} (${formatFigure(fit.ciLow[j] ?? Number.NaN)} to ${formatFigure(fit.ciHigh[j] ?? Number.NaN)}), ${formatP(fit.pValue[j] ?? Number.NaN)}, on the scale of the pool`),
    `${fit.R2 === null ? 'nothing to explain' : `explains ${fit.R2.toFixed(0)}% of the between-study variance`}; left over: τ² ${formatFigure(fit.tau2)}, ${formatP(fit.QEp)} (REML, Hartung–Knapp, ${fit.k} studies)`,
  ]
}
