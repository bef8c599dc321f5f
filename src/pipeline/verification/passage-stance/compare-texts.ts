import { valuesIn } from '../../../core/text/index.ts'
import { findContraries, type Contraries } from './contraries.ts'
import { readClaim, readStatements, type Clause, type Statement } from './read-statement.ts'
import { sharedSpelling } from './shared-spelling.ts'
import { ACTIONS, DENIALS, HEDGES, PRAISE } from './stance-words.ts'
import type { Bearing, WeightOf } from './types.ts'

/** How what a clause says stands to what the claim says. */
export type Relation = 'agree' | 'weak-agree' | 'oppose' | 'weak-oppose' | 'denied' | 'both-null' | 'null-vs-some' | 'none' | `claim-none:${Bearing}`

/** How much of the claim's subject and of its three rarest terms a clause's sentence holds, and how much of the clause is of the claim; 0 to 1. */
type Held = { readonly subject: number; readonly rarest: number; readonly clause: number }

/** A clause of the passage, how much of the claim it holds (0 to 1), and its share of attention; shares add up to 1. */
export type WeighedClause = { readonly clause: Clause; readonly coverage: number; readonly share: number; readonly relation: Relation; readonly ways: { readonly same: number; readonly opposed: number; readonly one: number }; readonly denials: { readonly mismatched: number; readonly matched: number }; readonly held: Held }

/** A claim beside a passage: what both say, and how much the passage speaks of it. */
export type Comparison = {
  readonly claim: readonly Statement[]
  readonly passage: readonly Statement[]
  readonly claimBearing: Bearing
  /** Above 0: the claim praises; below: it blames. */
  readonly claimSign: number
  /** The relation with the largest share of attention that says anything. */
  readonly relation: Relation
  readonly clauses: readonly WeighedClause[]
  /** Weight of the claim's terms that the passage holds, and the reverse; 0 to 1. */
  readonly coverage: number
  readonly reverseCoverage: number
  readonly bestCoverage: number
  /** Of the claim's terms before its first verb and after it; null where there are none. */
  readonly subjectCoverage: number | null
  readonly objectCoverage: number | null
  /** Of the three rarest terms of the claim, the share that the passage holds. */
  readonly rarestHeld: number
  /** Words of the claim whose terms the passage holds, the rarest first. */
  readonly sharedWords: readonly string[]
  /** How much of the claim the passage spells alike, and its best sentence; 0 to 1. */
  readonly spelling: { readonly passage: number; readonly sentence: number }
  readonly form: { readonly isQuestion: boolean; readonly opensAsQuestion: boolean }
  readonly contraries: Contraries
  readonly numbers: 'none-claimed' | 'shared' | 'others' | 'none-read'
}

/** For how good or bad a bearing counts; a denied good is a weak harm. */
export const SIGN_OF: Readonly<Record<Bearing, number>> = { for: 1, against: -1, 'no-good': -0.7, 'no-harm': 0.7, 'no-relation': 0, none: 0 }
/** Sharpness of attention, as for yes/no questions one more: a clause that holds all of the claim counts e⁴ times one that holds nothing. */
const SHARPNESS = 4
/** Terms of a claim by which its passage is told from others. */
const RAREST = 3
const OPENS_AS_QUESTION = /^(?:can|does|do|is|are|will|should|could|has|have|did)\b/i
const AUXILIARIES = new Set(['is', 'are', 'was', 'were', 'can', 'has', 'have'])

/** Reads a claim and a passage side by side. */
export function compareTexts(claimText: string, passageText: string, weightOf: WeightOf): Comparison {
  const claim = readClaim(claimText)
  const passage = readStatements(passageText)
  const claimTerms = new Set(claim.flatMap(({ terms }) => [...terms]))
  const passageTerms = new Set(passage.flatMap(({ terms }) => [...terms]))
  const shareOf = (terms: ReadonlySet<string>, held: ReadonlySet<string>): number => {
    const total = weightIn(terms, weightOf)
    return total === 0 ? 0 : weightIn([...terms].filter((term) => held.has(term)), weightOf) / total
  }
  const claimClauses = claim.flatMap(({ clauses }) => clauses)
  const bearings = claimClauses.map(({ bearing }) => bearing).filter((bearing) => bearing !== 'none')
  const claimSign = bearings.reduce((sum, bearing) => sum + SIGN_OF[bearing], 0)
  const isNull = bearings.includes('no-relation')
  const { subject, object } = partsOf(claim)
  const rarest = [...claimTerms].toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, RAREST)
  const rarestIn = (terms: ReadonlySet<string>): number => rarest.filter((term) => terms.has(term)).length / RAREST
  const clauses = weighClauses(passage, (terms) => shareOf(claimTerms, terms), (clause, sentence) => ({
    relation: relationOf(clause.bearing, claimSign, isNull),
    ways: compareWays(claimClauses, clause, weightOf, weightIn(claimTerms, weightOf)),
    denials: compareDenials(claimClauses, clause, weightOf, weightIn(claimTerms, weightOf)),
    held: { subject: shareOf(subject ?? claimTerms, sentence.terms), rarest: rarestIn(sentence.terms), clause: shareOf(clause.terms, claimTerms) },
  }))
  return {
    claim, passage, claimSign, clauses,
    claimBearing: bearings[0] ?? 'none',
    relation: strongest(clauses),
    coverage: shareOf(claimTerms, passageTerms),
    reverseCoverage: shareOf(passageTerms, claimTerms),
    bestCoverage: Math.max(0, ...clauses.map(({ coverage }) => coverage)),
    subjectCoverage: subject === null || weightIn(subject, weightOf) === 0 ? null : shareOf(subject, passageTerms),
    objectCoverage: object === null || weightIn(object, weightOf) === 0 ? null : shareOf(object, passageTerms),
    rarestHeld: rarestIn(passageTerms),
    sharedWords: [...new Set([...claimTerms].filter((term) => passageTerms.has(term)).toSorted((a, b) => weightOf(b) - weightOf(a)).map((term) => wordOf(term, claim)))],
    spelling: { passage: sharedSpelling(claimText, passageText), sentence: Math.max(0, ...passage.map(({ words }) => sharedSpelling(claimText, words.join(' ')))) },
    form: { isQuestion: /\?\s*["”]?$/.test(claimText.trim()), opensAsQuestion: OPENS_AS_QUESTION.test(claimText) },
    contraries: findContraries(claim.flatMap(({ words }) => words), passage.flatMap(({ words }) => words)),
    numbers: compareNumbers(valuesIn(claimText), valuesIn(passageText)),
  }
}

/** The word of the claim that a term was made of. */
function wordOf(term: string, claim: readonly Statement[]): string {
  return claim.flatMap(({ tokens }) => tokens).find(({ stems }) => stems.includes(term))?.lower ?? term
}

function weightIn(terms: Iterable<string>, weightOf: WeightOf): number {
  let sum = 0
  for (const term of terms) sum += weightOf(term)
  return sum
}

function weighClauses(passage: readonly Statement[], coverageOf: (terms: ReadonlySet<string>) => number, compare: (clause: Clause, sentence: Statement) => Pick<WeighedClause, 'relation' | 'ways' | 'denials' | 'held'>): WeighedClause[] {
  // A clause is read in its sentence: what it is about often stands before its border.
  const covered = passage.flatMap((sentence) => sentence.clauses.map((clause) => ({ clause, sentence, coverage: (coverageOf(clause.terms) + coverageOf(sentence.terms)) / 2 })))
  const powers = covered.map(({ coverage }) => Math.exp(SHARPNESS * coverage))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return covered.map(({ clause, sentence, coverage }, at) => ({ clause, coverage, share: (powers[at] ?? 0) / total, ...compare(clause, sentence) }))
}

function relationOf(bearing: Bearing, claimSign: number, isNull: boolean): Relation {
  if (isNull) return bearing === 'no-relation' ? 'both-null' : SIGN_OF[bearing] === 0 ? 'none' : 'null-vs-some'
  if (claimSign === 0) return bearing === 'none' ? 'none' : `claim-none:${bearing}`
  if (bearing === 'no-relation') return 'denied'
  const product = Math.sign(claimSign) * SIGN_OF[bearing]
  if (product === 0) return 'none'
  return product > 0 ? (product === 1 ? 'agree' : 'weak-agree') : product === -1 ? 'oppose' : 'weak-oppose'
}

function strongest(clauses: readonly WeighedClause[]): Relation {
  const shares = new Map<Relation, number>()
  for (const { relation, share } of clauses) if (relation !== 'none') shares.set(relation, (shares.get(relation) ?? 0) + share)
  return [...shares].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'none'
}

/** Weight of the claim's terms that the clause says to go the same way, the other way, or that only one of the two gives a way; as shares of the claim. */
function compareWays(claim: readonly Clause[], clause: Clause, weightOf: WeightOf, total: number): WeighedClause['ways'] {
  const ways = { same: 0, opposed: 0, one: 0 }
  for (const { terms, wayOf } of claim) {
    for (const term of terms) {
      if (!clause.terms.has(term)) continue
      const said = wayOf.get(term) ?? 0
      const read = clause.wayOf.get(term) ?? 0
      const weight = weightOf(term) / Math.max(total, 1e-9)
      if (said * read > 0) ways.same += weight
      else if (said * read < 0) ways.opposed += weight
      else if (said !== 0 || read !== 0) ways.one += weight
    }
  }
  return ways
}

/** Weight of the shared terms that one text denies and the other states, and that both deny; as shares of the claim. */
function compareDenials(claim: readonly Clause[], clause: Clause, weightOf: WeightOf, total: number): WeighedClause['denials'] {
  const denials = { mismatched: 0, matched: 0 }
  for (const { terms, denied } of claim) {
    for (const term of terms) {
      if (!clause.terms.has(term)) continue
      const weight = weightOf(term) / Math.max(total, 1e-9)
      if (denied.has(term) !== clause.denied.has(term)) denials.mismatched += weight
      else if (denied.has(term)) denials.matched += weight
    }
  }
  return denials
}

/** The claim's terms before its first verb and from there on; null where no verb is known or the claim opens with it. */
function partsOf(claim: readonly Statement[]): { readonly subject: ReadonlySet<string> | null; readonly object: ReadonlySet<string> | null } {
  const tokens = claim.flatMap((statement) => statement.tokens)
  const pivot = tokens.findIndex(({ lower }, at) => at > 0 && (ACTIONS.has(lower) || PRAISE.has(lower) || DENIALS.has(lower) || HEDGES.has(lower) || AUXILIARIES.has(lower)))
  if (pivot < 1) return { subject: null, object: null }
  return { subject: new Set(tokens.slice(0, pivot).flatMap(({ stems }) => stems)), object: new Set(tokens.slice(pivot).flatMap(({ stems }) => stems)) }
}

function compareNumbers(claimed: readonly number[], read: readonly number[]): Comparison['numbers'] {
  if (claimed.length === 0) return 'none-claimed'
  if (claimed.some((value) => read.includes(value))) return 'shared'
  return read.length > 0 ? 'others' : 'none-read'
}
