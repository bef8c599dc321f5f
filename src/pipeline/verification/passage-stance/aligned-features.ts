import { SIGN_OF, type Comparison, type WeighedClause } from './compare-texts.ts'
import { stanceFeatures } from './stance-features.ts'

type Add = (name: string, value?: number) => void

/**
 * The features of a comparison with, in addition, whether what agrees or opposes speaks of the same thing: what each
 * clause says, by how much of the claim's subject and rarest terms its sentence holds and how much of the clause is of
 * the claim; then the passage as a whole, and the form of the claim. For learning from claims that people made: claims
 * made of other tasks share one form and are about their passages, and what is learned here from those misleads.
 */
export function alignedFeatures(comparison: Comparison): Map<string, number> {
  const features = stanceFeatures(comparison)
  const add: Add = (name, value = 1) => { features.set(name, (features.get(name) ?? 0) + value) }
  for (const clause of comparison.clauses) addHeld(comparison.claimSign, clause, add)
  addByRelation(comparison, add)
  addBalance(comparison, add)
  addForm(comparison, add)
  return features
}

function addHeld(claimSign: number, { clause, share, relation, held }: WeighedClause, add: Add): void {
  const product = Math.sign(claimSign) * SIGN_OF[clause.bearing]
  for (const [name, value] of [['subject', held.subject], ['rarest', held.rarest], ['clause', 2 * held.clause]] as const) {
    add(`held-${name}`, share * value)
    if (product !== 0) add(`${product > 0 ? 'agrees' : 'opposes'}-${name}`, 2 * share * Math.abs(product) * value)
    if (relation === 'denied') add(`denied-${name}`, 2 * share * value)
  }
}

function addByRelation({ relation, coverage, reverseCoverage, rarestHeld, spelling }: Comparison, add: Add): void {
  add(`covered+${relation}`, 3 * coverage)
  add(`covered-back+${relation}`, 3 * reverseCoverage)
  add(`rarest+${relation}`, rarestHeld)
  add('spelling', 2 * spelling.passage)
  add('spelling-best', 3 * spelling.sentence)
}

/** Whether the passage points one way, and how it ends: conclusions come last. */
function addBalance({ clauses, passage }: Comparison, add: Add): void {
  const agreeing = clauses.filter(({ relation }) => relation === 'agree' || relation === 'weak-agree').length
  const opposing = clauses.filter(({ relation }) => relation === 'oppose' || relation === 'weak-oppose' || relation === 'denied' || relation === 'null-vs-some').length
  if (agreeing + opposing > 0) {
    add('balance', (agreeing - opposing) / (agreeing + opposing))
    add(opposing === 0 ? 'only-agrees' : agreeing === 0 ? 'only-opposes' : 'both-ways')
  }
  const last = clauses.at(-1)
  if (last === undefined || passage.length < 2) return
  add(`last-relation:${last.relation}`)
  add(`last:${last.clause.bearing}`, 0.5)
}

function addForm({ claim, form }: Comparison, add: Add): void {
  if (form.isQuestion) add('claim-question')
  if (form.opensAsQuestion) add('claim-asks')
  add('claim-length', Math.log(1 + claim.reduce((sum, { words }) => sum + words.length, 0) / 10))
  add('claim-sentences', Math.min(3, claim.length) / 2)
}
