import { effectSize, leftOut, type EffectSize } from './effect-size.ts'
import { fisherZ } from './fisher-z.ts'
import { logOddsRatio } from './log-odds-ratio.ts'
import { logRateRatio } from './log-rate-ratio.ts'
import { logRatioOfMeans } from './log-ratio-of-means.ts'
import { logRiskRatio } from './log-risk-ratio.ts'
import { meanDifference } from './mean-difference.ts'
import type { Measure } from './measure.ts'
import { logitProportion, rawProportion } from './proportion.ts'
import { riskDifference } from './risk-difference.ts'
import { standardizedMeanDifference } from './standardized-mean-difference.ts'
import type { StudyData, TwoByTwo, TwoMeans } from './study-data.ts'
import { twoByTwoCells } from './two-by-two-cells.ts'
import type { ZeroCellRule } from './zero-cell-rule.ts'

/** The effect size of one study in a measure, or why it cannot enter. The measure must be one of its kind of data (`isMeasureOf`). */
export function effectSizeOf(data: StudyData, measure: Measure, rule: ZeroCellRule): EffectSize {
  switch (data.kind) {
    case '2x2': return ofCells(data, measure, rule)
    case 'means': return ofMeans(data, measure)
    case 'rates': return logRateRatio(data, rule)
    case 'proportion': return measure === 'PR' ? rawProportion(data, rule) : logitProportion(data, rule)
    case 'correlation': return fisherZ(data)
    case 'generic': return effectSize(data.estimate, data.variance)
  }
}

function ofCells(data: TwoByTwo, measure: Measure, rule: ZeroCellRule): EffectSize {
  const cells = twoByTwoCells(data, rule)
  if (cells === null) return leftOut('no events, or only events, in both groups')
  if (measure === 'RD') return riskDifference(cells)
  return measure === 'OR' ? logOddsRatio(cells) : logRiskRatio(cells)
}

function ofMeans(data: TwoMeans, measure: Measure): EffectSize {
  if (measure === 'SMD') return standardizedMeanDifference(data)
  return measure === 'ROM' ? logRatioOfMeans(data) : meanDifference(data)
}
