import type { CountsFit, MantelHaenszelFit, ModelFit, PooledAnalysis, PooledEstimate, SubgroupFit, TrimAndFill } from '../../core/statistics/index.ts'
import { INVERSE_VARIANCE_MODELS } from '../../core/statistics/index.ts'

/** Figures under the reference file's own names: numbers, truth values, words, in objects and arrays. */
export type Figures = { readonly [name: string]: Figure }
export type Figure = number | boolean | string | null | readonly Figure[] | Figures

/** The reference leaves one study out in turn only for so many studies. */
const MOST_FOR_LEAVE_ONE_OUT = 40

/** An analysis as the reference file would tell it. What cannot be computed is absent, as there. */
export function predictedFigures(analysis: PooledAnalysis): Figures {
  const { studies, models, heterogeneityInterval, bias, leaveOneOut, subgroups, metaRegression, k } = analysis
  return present({
    yi: studies.map(({ yi }) => yi),
    vi: studies.map(({ vi }) => vi),
    included: studies.map(({ included }) => included),
    models: present({
      ...Object.fromEntries(INVERSE_VARIANCE_MODELS.map((name) => [name, models[name] === null ? null : modelFigures(models[name])])),
      REML: models.REML === null ? null : { ...modelFigures(models.REML), ...heterogeneityInterval },
      MH: models.MH === null ? null : countFigures(models.MH),
      PETO: models.PETO === null ? null : countFigures(models.PETO),
    }),
    bias: bias === null ? null : present({
      eggerLm: bias.eggerLm,
      eggerMixedReml: bias.eggerMixedReml,
      beggRank: bias.beggRank,
      trimFillL0_FE: bias.trimFillL0_FE === null ? null : withoutFilled(bias.trimFillL0_FE),
      trimFillL0_DL: bias.trimFillL0_DL === null ? null : withoutFilled(bias.trimFillL0_DL),
    }),
    leaveOneOut: leaveOneOut === null || k > MOST_FOR_LEAVE_ONE_OUT ? null : present({ FE: leaveOneOut.FE, DL: leaveOneOut.DL }),
    subgroups: subgroups === null ? null : present(Object.fromEntries(Object.entries(subgroups).map(([model, fit]) => [model, fit === null ? null : subgroupFigures(fit)]))),
    metaRegression: metaRegression === null ? null : present(Object.fromEntries(Object.entries(metaRegression).map(([model, fit]) => {
      if (fit === null) return [model, null]
      const { k: _studies, ...figures } = fit
      return [model, present(figures)]
    }))),
  })
}

function modelFigures(fit: ModelFit): Figures {
  return present({ k: fit.k, ...estimateFigures(fit), tau2: fit.tau2, tau: fit.tau, I2: fit.I2, H2: fit.H2, Q: fit.Q, Qdf: fit.Qdf, Qp: fit.Qp, piLow: fit.piLow, piHigh: fit.piHigh, piLowT: fit.piLowT, piHighT: fit.piHighT })
}

function estimateFigures({ estimate, se, statistic, df, pValue, ciLow, ciHigh }: PooledEstimate): Figures {
  return present({ estimate, se, statistic, df, pValue, ciLow, ciHigh })
}

function countFigures(fit: CountsFit | MantelHaenszelFit): Figures {
  const tests = 'cmhChi2' in fit ? { cmhChi2: fit.cmhChi2, cmhP: fit.cmhP, breslowDay: fit.breslowDay, breslowDayP: fit.breslowDayP } : {}
  return present({ ...estimateFigures(fit), Q: fit.Q, Qdf: fit.Qdf, Qp: fit.Qp, I2: fit.I2, ...tests })
}

function subgroupFigures({ groups, Qbetween, df, pValue }: SubgroupFit): Figures {
  return { groups: Object.fromEntries(groups.map(({ name, fit }) => [name, groupFigures(fit)])), Qbetween, df, pValue }
}

/** Subgroups are told without prediction intervals. */
function groupFigures(fit: ModelFit): Figures {
  return modelFigures({ ...fit, piLow: null, piHigh: null, piLowT: null, piHighT: null })
}

function withoutFilled({ k0, side, estimate, se, ciLow, ciHigh }: TrimAndFill): Figures {
  return { k0, side, estimate, se, ciLow, ciHigh }
}

/** Without what is null or undefined. */
function present(figures: Readonly<Record<string, Figure | undefined>>): Figures {
  return Object.fromEntries(Object.entries(figures).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])))
}
