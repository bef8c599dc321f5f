import { FEWEST_FOR_PREDICTION, MEASURE_FACTS, type ModelName, type PooledAnalysis, type PooledEstimate, type PooledStudy, type SubgroupModel } from '../../statistics/index.ts'
import { plainLine } from '../article-markdown/index.ts'
import { formatFigure, formatInterval, formatP } from './format-figure.ts'

/** An estimate with its interval on the scale of the pool. */
export type PlottedInterval = { readonly estimate: number; readonly low: number; readonly high: number }

/** One line of a forest plot. Labels are safe to show on one line; they still need escaping for markup. */
export type ForestRow =
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'study'; readonly label: string; readonly interval: PlottedInterval | null; readonly text: string; readonly weightPercent: number | null }
  | { readonly kind: 'pooled' | 'subtotal'; readonly label: string; readonly interval: PlottedInterval; readonly text: string }
  | { readonly kind: 'prediction'; readonly label: string; readonly interval: PlottedInterval; readonly text: string }

/** What a forest plot shows, before it is drawn: the same for the picture, the terminal and the description. */
export type ForestView = {
  readonly title: string
  readonly measureName: string
  readonly scale: PooledAnalysis['scale']
  /** Value of no effect on the scale of the pool; null where there is none. */
  readonly noEffect: number | null
  readonly levelPercent: string
  readonly rows: readonly ForestRow[]
  /** Heterogeneity in one line; null where nothing is pooled. */
  readonly heterogeneity: string | null
  /** Test between subgroups; null without. */
  readonly between: string | null
}

const MODEL_WORDS: Readonly<Record<ModelName, string>> = {
  FE: 'common effect', DL: 'random effects (DerSimonian–Laird)', REML: 'random effects (REML)', PM: 'random effects (Paule–Mandel)',
  DL_HK: 'random effects (DerSimonian–Laird, Hartung–Knapp unmodified)', REML_HK: 'random effects (REML, Hartung–Knapp unmodified)', PM_HK: 'random effects (Paule–Mandel, Hartung–Knapp unmodified)',
  // Never narrower than the normal interval: the usual choice, so it goes by the plain name.
  DL_HKadhoc: 'random effects (DerSimonian–Laird, Hartung–Knapp)', REML_HKadhoc: 'random effects (REML, Hartung–Knapp)', PM_HKadhoc: 'random effects (Paule–Mandel, Hartung–Knapp)',
  MH: 'Mantel–Haenszel', PETO: 'Peto',
}

/** A model in words: "random effects (REML, Hartung–Knapp)". */
export function modelWords(model: ModelName): string {
  return MODEL_WORDS[model]
}

/** The lines of the forest plot of one analysis. */
export function forestView(analysis: PooledAnalysis): ForestView {
  const { scale, measure, headline, level } = analysis
  const facts = MEASURE_FACTS[measure]
  const fit = headline === null ? null : analysis.models[headline.model]
  const isPool = headline !== null && fit !== null && analysis.k > 1
  const subgroups = isPool ? analysis.subgroups?.[subgroupModelOf(headline.model)] ?? null : null
  return {
    title: plainLine([analysis.title, analysis.outcome].filter((part) => part !== null && part !== '').join(': ') || `Meta-analysis of ${analysis.studies.length} studies`),
    measureName: facts.name, scale,
    noEffect: facts.noEffect === null ? null : scale === 'log' ? Math.log(facts.noEffect) : facts.noEffect,
    levelPercent: percentOf(level),
    rows: [
      ...(subgroups === null ? analysis.studies.map((study) => studyRow(study, scale)) : [
        ...subgroups.groups.flatMap(({ name, fit: subtotal }): ForestRow[] => [
          { kind: 'heading', label: plainLine(name) },
          ...analysis.studies.filter(({ group }) => group === name).map((study) => studyRow(study, scale)),
          pooledRow('subtotal', 'Subtotal', subtotal, scale),
        ]),
        ...withoutGroup(analysis, new Set(subgroups.groups.map(({ name }) => name))),
      ]),
      ...(isPool ? [pooledRow('pooled', `All: ${modelWords(headline.model)}`, fit, scale)] : []),
      ...(isPool ? predictionRow(headline.model, analysis) : []),
    ],
    heterogeneity: isPool ? heterogeneityLine(fit, analysis) : null,
    between: subgroups === null ? null : `Between subgroups: Q ${formatFigure(subgroups.Qbetween)}, ${subgroups.df} df, ${formatP(subgroups.pValue)}`,
  }
}

/** Subgroups are pooled like the whole: with a common effect, by moments, or by REML. */
function subgroupModelOf(model: ModelName): SubgroupModel {
  if (model.startsWith('DL')) return 'DL'
  return model === 'FE' || model === 'MH' || model === 'PETO' ? 'FE' : 'REML'
}

function withoutGroup({ studies, scale }: PooledAnalysis, names: ReadonlySet<string>): ForestRow[] {
  const rest = studies.filter(({ group }) => group === null || !names.has(group))
  return rest.length === 0 ? [] : [{ kind: 'heading', label: 'Subgroup not stated' }, ...rest.map((study) => studyRow(study, scale))]
}

function studyRow(study: PooledStudy, scale: PooledAnalysis['scale']): ForestRow {
  const { yi, ciLow, ciHigh, weightPercent } = study
  const label = plainLine(study.study)
  if (!study.included || yi === null || ciLow === null || ciHigh === null) return { kind: 'study', label, interval: null, text: `not pooled: ${plainLine(study.reason ?? 'no estimate')}`, weightPercent: null }
  const interval = { estimate: yi, low: ciLow, high: ciHigh }
  return { kind: 'study', label, interval, text: formatInterval(interval, scale), weightPercent }
}

function pooledRow(kind: 'pooled' | 'subtotal', label: string, { estimate, ciLow, ciHigh }: PooledEstimate, scale: PooledAnalysis['scale']): ForestRow {
  const interval = { estimate, low: ciLow, high: ciHigh }
  return { kind, label, interval, text: formatInterval(interval, scale) }
}

/** Shown from five studies on, with t and k − 2 degrees of freedom; below, it says nothing (docs/methods/effects.md). */
function predictionRow(model: ModelName, { k, scale, models }: PooledAnalysis): ForestRow[] {
  const fit = model === 'MH' || model === 'PETO' ? null : models[model]
  if (fit === null || k < FEWEST_FOR_PREDICTION) return []
  const { estimate, piLowT, piHighT, tau2 } = fit
  if (piLowT === null || piHighT === null || !(tau2 > 0)) return []
  const interval = { estimate, low: piLowT, high: piHighT }
  return [{ kind: 'prediction', label: 'Prediction interval', interval, text: formatInterval(interval, scale).replace(/^\S+ /u, '') }]
}

function heterogeneityLine(fit: PooledEstimate & { readonly Q: number; readonly Qdf: number; readonly Qp: number; readonly I2: number; readonly tau2?: number }, { heterogeneityInterval, level }: PooledAnalysis): string {
  const interval = fit.tau2 === undefined || fit.tau2 === 0 || heterogeneityInterval === null ? '' : ` (${percentOf(level)}% CI ${heterogeneityInterval.I2CiLow.toFixed(0)} to ${heterogeneityInterval.I2CiHigh.toFixed(0)}%)`
  const tau2 = fit.tau2 === undefined ? '' : `τ² ${formatFigure(fit.tau2)}, `
  return `Heterogeneity: ${tau2}I² ${fit.I2.toFixed(0)}%${interval}, Q ${formatFigure(fit.Q)}, ${fit.Qdf} df, ${formatP(fit.Qp)}`
}

function percentOf(level: number): string {
  return String(Number((level * 100).toFixed(2)))
}
