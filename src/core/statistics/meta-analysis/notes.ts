import type { ModelName } from '../models/model-fit.ts'
import type { MetaAnalysisInput } from './meta-analysis-input.ts'
import type { Models } from './pooled-analysis.ts'
import type { SizedStudy } from './pooled-studies.ts'

/** Fewest studies for tests of asymmetry and for meta-regression, per moderator (Cochrane Handbook 10.11.5.1 and 13.3.5.4). */
export const FEWEST_FOR_ASYMMETRY = 10
/** Fewest studies for a prediction interval to be shown (convention, docs/methods/effects.md). */
export const FEWEST_FOR_PREDICTION = 5

/** What a reader of the result must know, in sentences. */
export function poolNotes(input: MetaAnalysisInput, sized: readonly SizedStudy[], models: Models, k: number): string[] {
  const out = sized.filter(({ size }) => !size.isIncluded)
  const corrected = sized.filter(({ size }) => size.isIncluded && size.isCorrected).length
  const names = sized.map((one) => one.input.study)
  const repeated = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
  const { add } = input.zeroCells
  return [
    ...out.map(({ input: { study }, size }) => `${study} does not enter: ${size.isIncluded ? '' : size.reason}.`),
    ...(corrected > 0 ? [`${add} was added to every cell of ${corrected} ${corrected === 1 ? 'study' : 'studies'} with a zero cell${input.inputType === '2x2' ? '; Mantel–Haenszel and Peto use the counts as they are' : ''}.`] : []),
    ...(repeated.length > 0 ? [`Listed more than once and treated as if independent: ${repeated.join(', ')}. Evidence should be counted once a study.`] : []),
    ...(input.model !== null && models[input.model] === null ? [`The model ${input.model} cannot be computed from these studies${whyNot(input.model, input)}.`] : []),
    ...(k === 2 ? ['Two studies: the random-effects models are shown beside the common effect, but two are too few to estimate heterogeneity.'] : []),
    ...(k > 0 && k < FEWEST_FOR_ASYMMETRY ? [`Tests for funnel-plot asymmetry need at least ${FEWEST_FOR_ASYMMETRY} studies; there ${k === 1 ? 'is' : 'are'} ${k}.`] : []),
    ...(input.moderators.length > 0 && k < FEWEST_FOR_ASYMMETRY * input.moderators.length ? [`Meta-regression needs at least ${FEWEST_FOR_ASYMMETRY} studies a moderator; it was not done.`] : []),
    ...(k === 0 ? ['No study has an estimate with a usable variance: nothing is pooled.'] : []),
  ]
}

function whyNot(model: ModelName, { inputType, measure }: MetaAnalysisInput): string {
  if (model === 'PETO' && (inputType !== '2x2' || measure !== 'OR')) return ': Peto’s method needs events and totals, measure OR'
  return model === 'MH' && inputType !== '2x2' ? ': Mantel–Haenszel needs events and totals' : ''
}
