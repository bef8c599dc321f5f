import { compareTexts } from './compare-texts.ts'
import { explainStance } from './explain-stance.ts'
import { stanceFeatures } from './stance-features.ts'
import { stanceChances, type StanceModel } from './stance-model.ts'
import { STANCES, type PassageStance, type Stance, type WeightOf } from './types.ts'

/** "Contradicted" wrongly said is worse than "cannot be told": a claim is refuted where that is likelier than not. */
const LEAST_TO_REFUTE = 0.5
const REFUTES = STANCES.indexOf('Refutes')
const NEUTRAL = STANCES.indexOf('Neutral')

/** Whether a passage supports a claim, refutes it, or leaves it open. The same texts, model and weights give the same answer. */
export function readStance(model: StanceModel, claim: string, passage: string, weightOf: WeightOf): PassageStance {
  const comparison = compareTexts(claim, passage, weightOf)
  const chances = stanceChances(model, stanceFeatures(comparison))
  const stance = chooseStance(chances)
  return { stance, score: chances[STANCES.indexOf(stance)] ?? 0, chances, reasons: explainStance(comparison) }
}

/** The stance with the largest chance; a refutation that is not likely enough cannot be told. */
export function chooseStance(chances: readonly number[], leastToRefute = LEAST_TO_REFUTE): Stance {
  const best = chances.indexOf(Math.max(...chances))
  return STANCES[best === REFUTES && (chances[REFUTES] ?? 0) < leastToRefute ? NEUTRAL : best] ?? 'Neutral'
}
