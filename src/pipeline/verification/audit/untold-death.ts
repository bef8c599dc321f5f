import type { Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'

const OF_DEATH = /\b(?:deaths?|mortality|died|survival)\b/i
const TELLS_DEATH = /\b(?:deaths?|mortality|die[ds]?|dying|dead|deadly|kill\w*|surviv\w*|li(?:fe|ves|ved?|ving)|fatal\w*|lethal|alive|lost|perish\w*|succumb\w*)\b/i

/** Deaths are told with a word of dying: "lung cancer was found less often" is no result on death from lung cancer. */
export function isOfUntoldDeath(claim: Meaning, { finding }: Ground): boolean {
  if (finding === null || finding.components.length > 1 || !OF_DEATH.test(finding.outcome)) return false
  return !TELLS_DEATH.test(claim.text) || (finding.outcomeConcept === 'death' && /\b(?:died|die|deaths?|dying|mortality|killed)\s+(?:from|of|due to|by)\s+(?!any\b|all\b|whatever\b|every\b)/i.test(claim.text))
}
