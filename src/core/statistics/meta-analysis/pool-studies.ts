import { beggRank } from '../bias/begg-rank.ts'
import { eggerLinear } from '../bias/egger-linear.ts'
import { eggerMixed } from '../bias/egger-mixed.ts'
import { trimAndFill } from '../bias/trim-and-fill.ts'
import { MEASURE_FACTS } from '../effect-sizes/measure.ts'
import { interceptOnly } from '../models/design.ts'
import { estimateTau2 } from '../models/estimate-tau2.ts'
import { fitModel, USUAL_LEVEL } from '../models/fit-model.ts'
import { leaveOneOut } from '../models/leave-one-out.ts'
import { mantelHaenszel } from '../models/mantel-haenszel.ts'
import { metaRegression } from '../models/meta-regression.ts'
import type { InverseVarianceModel, ModelFit, ModelName } from '../models/model-fit.ts'
import { peto } from '../models/peto.ts'
import { qProfile } from '../models/q-profile.ts'
import type { StudyEstimate } from '../models/study-estimate.ts'
import { subgroups } from '../models/subgroups.ts'
import { chooseModel } from './choose-model.ts'
import type { InputStudy, MetaAnalysisInput } from './meta-analysis-input.ts'
import { FEWEST_FOR_ASYMMETRY, poolNotes } from './notes.ts'
import type { BiasTests, Models, PooledAnalysis } from './pooled-analysis.ts'
import { includedStudies, pooledStudies, sizeStudies } from './pooled-studies.ts'

export type PoolOptions = {
  /** Confidence level of all intervals, 0–1. */
  readonly level?: number
  /** Largest τ² looked at for the upper bound of its interval, by the τ² itself; without it the bound is found wherever it is. */
  readonly tau2SearchLimit?: (tau2: number) => number
}

type Included = StudyEstimate & { readonly input: InputStudy }

/**
 * One meta-analysis whole: effect sizes, all models, heterogeneity with its interval, prediction intervals, small-study
 * effects, leave-one-out, subgroups and meta-regression, each where the studies allow it.
 */
export function poolStudies(input: MetaAnalysisInput, options: PoolOptions = {}): PooledAnalysis {
  const level = options.level ?? USUAL_LEVEL
  const sized = sizeStudies(input)
  const included = includedStudies(sized)
  const k = included.length
  const models = fitModels(input, included, level)
  const headline = chooseModel(input.model, models, k)
  const limit = options.tau2SearchLimit?.(models.REML?.tau2 ?? 0)
  return {
    id: input.id, title: input.title, outcome: input.outcome, source: input.source, inputType: input.inputType,
    measure: input.measure, scale: MEASURE_FACTS[input.measure].scale, unit: input.unit, zeroCells: input.zeroCells,
    level, k,
    studies: pooledStudies(sized, headline === null ? null : tau2Of(headline.model, models), level),
    headline,
    models,
    heterogeneityInterval: qProfile(included, { level, ...(limit === undefined ? {} : { searchLimit: limit }) }),
    bias: k < FEWEST_FOR_ASYMMETRY ? null : testBias(included, level),
    leaveOneOut: k < 3 ? null : { FE: leaveOneOut('FE', included, level), DL: leaveOneOut('DL', included, level), REML: leaveOneOut('REML', included, level) },
    subgroups: poolSubgroups(input, included, level),
    metaRegression: regress(input, included, level),
    notes: poolNotes(input, sized, models, k),
  }
}

function fitModels(input: MetaAnalysisInput, included: readonly Included[], level: number): Models {
  const design = interceptOnly(included)
  const tau2 = { FE: 0, DL: estimateTau2('DL', design), REML: estimateTau2('REML', design), PM: estimateTau2('PM', design) }
  const fit = (model: InverseVarianceModel, method: keyof typeof tau2): ModelFit | null => fitModel(model, included, { level, tau2: tau2[method] })
  const tables = input.studies.flatMap(({ data }) => (typeof data !== 'string' && data.kind === '2x2' ? [data] : []))
  const { measure } = input
  const isCounted = tables.length > 0 && (measure === 'OR' || measure === 'RR' || measure === 'RD')
  return {
    FE: fit('FE', 'FE'),
    DL: fit('DL', 'DL'), DL_HK: fit('DL_HK', 'DL'), DL_HKadhoc: fit('DL_HKadhoc', 'DL'),
    REML: fit('REML', 'REML'), REML_HK: fit('REML_HK', 'REML'), REML_HKadhoc: fit('REML_HKadhoc', 'REML'),
    PM: fit('PM', 'PM'), PM_HK: fit('PM_HK', 'PM'), PM_HKadhoc: fit('PM_HKadhoc', 'PM'),
    MH: isCounted ? mantelHaenszel(measure, tables, level) : null,
    PETO: isCounted && measure === 'OR' ? peto(tables, level) : null,
  }
}

/** τ² behind the weights of a model; null where it weighs counts. */
function tau2Of(model: ModelName, models: Models): number | null {
  return model === 'MH' || model === 'PETO' ? null : models[model]?.tau2 ?? null
}

function testBias(studies: readonly StudyEstimate[], level: number): BiasTests {
  return {
    eggerLm: eggerLinear(studies, level), eggerMixedReml: eggerMixed(studies), beggRank: beggRank(studies),
    trimFillL0_FE: trimAndFill('FE', studies, level), trimFillL0_DL: trimAndFill('DL', studies, level),
  }
}

function poolSubgroups(input: MetaAnalysisInput, included: readonly Included[], level: number): PooledAnalysis['subgroups'] {
  if (input.group === null) return null
  const grouped = included.flatMap(({ yi, vi, input: { group } }) => (group === null ? [] : [{ yi, vi, group }]))
  return { FE: subgroups('FE', grouped, level), DL: subgroups('DL', grouped, level), REML: subgroups('REML', grouped, level) }
}

function regress({ moderators }: MetaAnalysisInput, included: readonly Included[], level: number): PooledAnalysis['metaRegression'] {
  if (moderators.length === 0) return null
  const complete = included.flatMap(({ yi, vi, input }) => {
    const values = moderators.map((name) => input.moderators[name] ?? null).filter((value) => value !== null)
    return values.length === moderators.length ? [{ yi, vi, values }] : []
  })
  if (complete.length < FEWEST_FOR_ASYMMETRY * moderators.length) return null
  const columns = moderators.map((name, j) => ({ name, values: complete.map(({ values }) => values[j] ?? Number.NaN) }))
  return { REML: metaRegression('REML', complete, columns, level), REML_HK: metaRegression('REML_HK', complete, columns, level), DL: metaRegression('DL', complete, columns, level) }
}
