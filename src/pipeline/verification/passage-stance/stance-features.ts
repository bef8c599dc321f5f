import { SIGN_OF, type Comparison } from './compare-texts.ts'
import type { Statement } from './read-statement.ts'
import { ABSOLUTES, DIFFERENCE, SAMENESS } from './stance-words.ts'

/** What a comparison gives a classifier, by name: about language and overlap alone, no word of any topic. */
export function stanceFeatures(comparison: Comparison): Map<string, number> {
  const features = new Map<string, number>()
  const add = (name: string, value = 1): void => { features.set(name, (features.get(name) ?? 0) + value) }
  addOverlap(comparison, add)
  addClaimForm(comparison, add)
  for (const weighed of comparison.clauses) addClause(comparison, weighed, add)
  addMeeting(comparison, add)
  for (const name of TURNING) {
    const value = features.get(name)
    if (value !== undefined) add(`${comparison.relation}+${name}`, INTERACTION * value)
  }
  return features
}

/** What changes the meaning of a relation: an agreement that is denied or about something else. */
const TURNING = ['rarest', 'ways-same', 'ways-opposed', 'covered-back', 'denials-mismatched', 'opposes', 'agrees']
const INTERACTION = 0.7

type Add = (name: string, value?: number) => void

function addOverlap({ coverage, reverseCoverage, bestCoverage, rarestHeld, subjectCoverage, objectCoverage, passage }: Comparison, add: Add): void {
  add('covered', 2 * coverage)
  add(`covered:${Math.min(5, Math.floor(8 * coverage))}`)
  add('covered-back', 2 * reverseCoverage)
  add('best', 2 * bestCoverage)
  add('rarest', rarestHeld)
  if (subjectCoverage !== null) add('subject', subjectCoverage)
  if (objectCoverage !== null) add('object', objectCoverage)
  if (subjectCoverage !== null && objectCoverage !== null) add('subject-and-object', 2 * Math.min(subjectCoverage, objectCoverage))
  add('length', Math.min(3, Math.log(1 + passage.reduce((sum, { words }) => sum + words.length, 0) / 15)))
}

function addClaimForm({ claim, claimBearing }: Comparison, add: Add): void {
  const clauses = claim.flatMap((statement) => statement.clauses)
  add(`claim:${claimBearing}`, 0.5)
  if (clauses.some(({ isDenied }) => isDenied)) add('claim-denied')
  if (clauses.some(({ isHedged }) => isHedged)) add('claim-hedged')
  if (says(claim, ABSOLUTES)) add('claim-absolute')
}

function addClause({ claim, claimSign, bestCoverage }: Comparison, { clause, share, relation, ways, denials }: Comparison['clauses'][number], add: Add): void {
  const claimDenied = claim.some(({ clauses }) => clauses.some(({ isDenied }) => isDenied))
  add(`passage:${clause.bearing}`, share)
  const product = Math.sign(claimSign) * SIGN_OF[clause.bearing]
  if (product !== 0) {
    add(product > 0 ? 'agrees' : 'opposes', share * Math.abs(product))
    add(product > 0 ? 'agrees-covered' : 'opposes-covered', 2 * share * Math.abs(product) * bestCoverage)
  }
  if (relation === 'denied') add('denies-relation', share * (1 + bestCoverage))
  if (relation === 'both-null' || relation === 'null-vs-some') add(relation, share)
  if (clause.isOpen) add('open', share)
  if (clause.isHedged) add('hedged', share)
  if (clause.isDenied) add('passage-denied', share)
  if (clause.isDenied !== claimDenied) add(claimDenied ? 'only-claim-denied' : 'only-passage-denied', share)
  else if (claimDenied) add('both-denied', share)
  add('denials-mismatched', 4 * share * denials.mismatched)
  add('denials-matched', 4 * share * denials.matched)
  add('ways-same', 4 * share * ways.same)
  add('ways-opposed', 4 * share * ways.opposed)
  add('ways-one', 4 * share * ways.one)
}

function addMeeting({ relation, subjectCoverage, objectCoverage, contraries, numbers, claim, passage }: Comparison, add: Add): void {
  add(`relation:${relation}`)
  if (subjectCoverage !== null) add(`relation-subject:${relation}`, subjectCoverage)
  if (subjectCoverage !== null && objectCoverage !== null) add(`relation-both:${relation}`, Math.min(1, 2 * Math.sqrt(subjectCoverage * objectCoverage)))
  if (contraries.opposed.length > 0) add('contrary', contraries.opposed.length)
  if (contraries.shared > 0) add('same-side', contraries.shared)
  if (numbers !== 'none-claimed') add(`numbers:${numbers}`)
  const same = { claim: says(claim, SAMENESS), passage: says(passage, SAMENESS) }
  const other = { claim: says(claim, DIFFERENCE), passage: says(passage, DIFFERENCE) }
  if ((same.claim && other.passage) || (other.claim && same.passage)) add('same-and-different')
  if ((same.claim && same.passage) || (other.claim && other.passage)) add('same-and-same')
}

function says(statements: readonly Statement[], list: ReadonlySet<string>): boolean {
  return statements.some(({ words }) => words.some((word) => list.has(word)))
}
