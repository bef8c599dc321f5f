import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Source } from '../../../core/model/index.ts'
import { readMeaning, type Meaning } from '../meaning/index.ts'
import { beyondSource } from './beyond-source.ts'
import { compareClaim, speaksToSense, type Before, type ClaimContext, type Comparison } from './compare-claim.ts'
import { creditedSources, isKinToCredited } from './credited-sources.ts'
import type { Ground } from './ground.ts'
import { bodiesNamedIn, studiesNamedIn, type LibraryIndex } from './library-index.ts'
import { nearerStatement, tellsSize } from './nearer-statement.ts'
import { takenAsSettled } from './taken-as-settled.ts'
import type { AuditedClaim, PageClaim, Problem } from './types.ts'
import { isOfUntoldDeath } from './untold-death.ts'

export type Judgement = { readonly check: AuditedClaim['check']; readonly best: Ground | null; readonly problems: readonly Problem[] }

/** Statements compared in full with each claim; the rest share too little. */
const COMPARED = 30
/** Least coverage (0–1) at which a statement says a claim, with its numbers or without any (convention). */
const SAYS_WITH_NUMBERS = 0.4
const SAYS_IT = 0.6
/** Nearness within which two statements of a source may both be meant (convention). */
const AS_NEAR = 0.1
/** Least coverage at which a statement is about the same thing, so that what differs is a fault of the claim (convention). */
const ABOUT_IT = 0.4

/**
 * What the library says to one claim: the statement that bears it out, or the one it is about and what differs. Clauses
 * that stand side by side are judged each by itself; the worst counts.
 */
export function judgeClaim(dependencies: { readonly vocabulary: Vocabulary; readonly index: LibraryIndex }, claim: PageClaim, citedSources: readonly Source[], before: Before): Judgement {
  const whole = judgeClause(dependencies, claim, citedSources, before)
  const clauses = claim.said.includes(': ') && claim.text.includes(' | ') ? [] : claim.said.split(/;\s+|,?\s+(?:but|yet|whereas|while|although|though)\s+|,?\s+and\s+(?=(?:it|they|conditionally|strongly|suggest\w*|recommend\w*|advis\w*|warns?)\b)/).filter((clause) => clause.split(' ').length >= 5)
  if (clauses.length < 2 || whole.check.verdict === 'supported') return whole
  const parts = clauses.map((said) => judgeClause(dependencies, { ...claim, said }, citedSources, before))
  const worst = parts.find(({ check }) => check.verdict === 'contradicted') ?? parts.find(({ check }) => check.verdict === 'not-supported' || check.verdict === 'partly')
  return worst ?? parts.find(({ check }) => check.verdict === 'cannot-tell') ?? parts[0] ?? whole
}

function judgeClause(dependencies: { readonly vocabulary: Vocabulary; readonly index: LibraryIndex }, page: PageClaim, citedSources: readonly Source[], before: Before): Judgement {
  const { vocabulary, index } = dependencies
  const judged = judgeByStatements(dependencies, page, citedSources, before)
  if (judged.problems.length > 0) return judged
  const named = studiesNamedIn(index, page.said).flatMap((name) => index.studies.get(name) ?? [])
  const credited = [...citedSources, ...named, ...(judged.check.verdict === 'supported' && judged.best !== null ? [judged.best.source] : [])]
  const earlier = credited.length > 0 || before.source === null || !REFERS_BACK.test(page.said) ? [] : [before.source]
  const sources = [...new Map([...credited, ...earlier].map((source) => [source.id, source])).values()]
  const taken = judged.check.verdict === 'cannot-tell' ? takenAsSettled(page.said, before.ground) : null
  if (taken !== null && before.ground !== null && (citedSources.length === 0 || citedSources.includes(before.ground.source))) return decide(before.ground, [taken])
  const beyond = beyondSource(vocabulary, readMeaning(vocabulary, page.said), sources, (id) => index.statementsOf(id))
  return beyond === null ? judged : decide(beyond.ground, [beyond.problem])
}

/** Words that take up the study, body or result of the sentence before. */
const REFERS_BACK = /\b(?:it|its|they|their|them|those|these|this|that|such|the (?:trial|study|review|drug|drugs|vaccine|device|treatment|procedure|result|finding|gap|gain|difference|effect|authors|panel|guideline|label|same)|both (?:arms|groups))\b/i

function judgeByStatements(dependencies: { readonly vocabulary: Vocabulary; readonly index: LibraryIndex }, { said }: PageClaim, citedSources: readonly Source[], before: Before): Judgement {
  const { vocabulary, index } = dependencies
  const read = readMeaning(vocabulary, said)
  const studies = studiesNamedIn(index, said)
  // The 1 of "STEP 1" counts nothing.
  const names = studies.map((name) => ({ from: said.indexOf(name), to: said.indexOf(name) + name.length }))
  const claim: Meaning = { ...read, quantities: read.quantities.filter(({ start, end }) => !names.some(({ from, to }) => start < to && end > from)), bodies: bodiesNamedIn(index, vocabulary, said) }
  const context: ClaimContext = { vocabulary, index, claim, cited: citedSources.map(({ id }) => id), studies, before }
  const compared = nearest(context).map((ground) => compareClaim(context, ground))
  const retracted = citedSources.find(({ retraction }) => retraction.state === 'retracted')
  const [first] = compared
  if (first === undefined) return cannotTell(null)
  if (retracted !== undefined && !/\bretract/i.test(said)) return decide(compared.find(({ ground }) => ground.source.id === retracted.id)?.ground ?? first.ground, [{ kind: 'retracted', verdict: 'contradicted', why: `it rests on a retracted source (${retracted.id})` }])

  const best = (pool: readonly Comparison[], by: (comparison: Comparison) => number): Comparison | undefined => pool.toSorted((a, b) => by(b) - by(a))[0]
  const pools = ownPools(context, compared)
  const isCredited = citedSources.length > 0 || studies.length > 0
  for (const { pool, from } of pools) {
    const says = best(pool.filter((comparison) => isSaid(claim, comparison) && !isDecidedByRow(claim, comparison, pool)), ({ relevance }) => relevance)
    const meant = says === undefined ? null : nearerStatement(claim, says, pool)
    if (meant !== null) return decide(meant.ground, meant.problems)
    if (says !== undefined) return pool === pools[0]?.pool ? supported(says.ground) : elsewhere(context, says) ?? (from === 'any' && isCredited && !isKinToCredited(context, says.ground) ? cannotTell(says.ground) : supported(says.ground))
    const candidates = pool.filter((comparison) => (from !== 'any' || citedSources.length === 0 || isKinToCredited(context, comparison.ground)) && isAbout(context, comparison, from !== 'any') && !isDecidedByRow(claim, comparison, pool))
    const closest = best(candidates, (comparison) => nearness(claim, comparison))
    // Of two statements that are as near, the one that agrees is meant.
    const near = closest === undefined || closest.problems.length === 0 ? closest : candidates.find((other) => other.problems.length === 0 && other.ground.source.id === closest.ground.source.id && other.ground.kind === closest.ground.kind && other.numbersOwn >= closest.numbersOwn && nearness(claim, other) > nearness(claim, closest) - AS_NEAR && other.fit > closest.fit - AS_NEAR) ?? closest
    if (near !== undefined && near.problems.length > 0) {
      const other = best(compared.filter((comparison) => isSaid(claim, comparison) && comparison.numbersAsked > 0), ({ relevance }) => relevance)
      const moved = other === undefined ? null : elsewhere(context, other)
      return moved ?? decide(near.ground, near.problems)
    }
    const rival = near === undefined ? null : nearerStatement(claim, near, pool)
    if (near !== undefined) return rival !== null && rival.fit >= ABOUT_IT - 0.1 ? decide(rival.ground, rival.problems) : cannotTell(near.ground)
    const missing = from === 'any' || from === 'earlier' ? [] : pool.map(({ absent }) => absent).reduce((all, absent) => all.filter((number) => absent.includes(number)))
    const nearestOwn = best(pool, ({ relevance }) => relevance)
    if (missing.length > 0 && nearestOwn !== undefined && nearestOwn.coverage >= 0.2) return decide(nearestOwn.ground, [{ kind: 'number', verdict: 'not-supported', why: `nothing that the source named says holds ${missing.join(', ')}` }])
  }
  return cannotTell(null)
}

type Pool = { readonly pool: readonly Comparison[]; readonly from: 'credited' | 'earlier' | 'any' }

/** The statements that a claim must stand on: of the study, body or source that it names or cites; then any. */
function ownPools({ claim, cited, studies, before }: ClaimContext, compared: readonly Comparison[]): Pool[] {
  const own = compared.filter(({ ground }) => ground.source.studyName !== null && studies.includes(ground.source.studyName))
  const named = compared.filter(({ ground }) => studies.some((name) => ground.meaning.text.includes(name)))
  const bodies = compared.filter(({ ground }) => claim.bodies.includes(ground.source.evidence?.body?.id ?? ''))
  const held = compared.filter(({ ground }) => cited.includes(ground.source.id))
  const earlier = compared.filter(({ ground }) => before.source !== null && ground.source.id === before.source.id)
  const refers = /\b(?:it|its|they|their|the (?:trial|study|review|authors|investigators|reviewers|panel|guideline|label|same)|both (?:arms|groups)|this|these|that)\b/i.test(claim.text)
  // A study named beside a citation may be told from the source that is cited.
  const first = held.length > 0 && own.length > 0 ? [...new Set([...own, ...held])] : own
  const pools: readonly Pool[] = [...[first, named, bodies, held].map((pool) => ({ pool, from: 'credited' as const })), { pool: refers || claim.mentions.length === 0 ? earlier : [], from: 'earlier' }, { pool: compared, from: 'any' }]
  return pools.filter(({ pool }) => pool.length > 0)
}

function isSaid(claim: Meaning, { problems, about, numbersAsked, numbersHeld, coverage, ground }: Comparison): boolean {
  if (isOfUntoldDeath(claim, ground)) return false
  if (ground.kind === 'limitation' && claim.bodies.length > 0 && claim.advice !== null && claim.advice.direction !== 'silent') return false
  return problems.length === 0 && about && numbersHeld === numbersAsked && speaksToSense(claim, ground) && coverage >= (tellsSize(claim) && numbersAsked > 0 ? SAYS_WITH_NUMBERS : SAYS_IT)
}

/** Share (0–1) of a claim's numbers from which a result's own row decides, and no summary of it (convention). */
const ROW_DECIDES = 0.6

/**
 * A summary sentence or a limitation tells several results in one breath; where a result of the same source holds the
 * claim's numbers, or a recommendation of it is about the same treatment, that row says what belongs to what.
 */
function isDecidedByRow(claim: Meaning, { ground }: Comparison, pool: readonly Comparison[]): boolean {
  if (ground.kind === 'finding' || ground.kind === 'recommendation') return false
  return pool.some((other) => other.ground.source.id === ground.source.id && (
    (other.ground.kind === 'finding' && other.numbersAsked === 0 && other.coverage >= 0.5 && other.problems.some(({ kind }) => kind === 'direction' || kind === 'negation'))
    || (other.ground.kind === 'finding' && other.numbersAsked > 0 && other.numbersHeld / other.numbersAsked >= ROW_DECIDES && other.problems.length > 0 && !other.problems.every(({ kind }) => kind === 'number'))
    || (other.ground.kind === 'recommendation' && claim.advice !== null && other.about && (other.coverage >= 0.5 || claim.mentions.some(({ conceptId, kind }) => kind === 'intervention' && (other.ground.recommendation?.interventions ?? []).includes(conceptId))))))
}

function isAbout({ claim, studies, cited }: ClaimContext, { about, advisesOnAll, coverage, numbersHeld, decimalsOwn, numbersAsked, ground, relevance }: Comparison, own: boolean): boolean {
  if (numbersHeld === 0 && isOfUntoldDeath(claim, ground)) return false
  // Two sizes told to the decimal are one result's own, whatever words stand around them.
  if (decimalsOwn > 1) return true
  if (numbersHeld > 0 && (coverage >= 0.3 || (own && numbersHeld === numbersAsked && tellsSize(claim)))) return about || own
  if (own && about && advisesOnAll && claim.advice !== null) return true
  const pinned = own || studies.length > 0 || claim.bodies.length > 0 || cited.includes(ground.source.id)
  return about && (coverage >= (pinned ? ABOUT_IT - 0.1 : ABOUT_IT + 0.1) || relevance >= 0.9)
}

/** Which statement a claim is about: nearest in words, speaking to its sense, of the kind that measures or advises. */
function nearness(claim: Meaning, { relevance, ground, problems, about, advisesOnAll }: Comparison): number {
  const kind = ground.kind === 'recommendation' ? (claim.advice === null ? 0 : advisesOnAll ? 0.4 : 0.2) : ground.kind === 'finding' ? (claim.advice === null || claim.bodies.length === 0 ? 0.12 : -0.1) : 0
  const foreign = problems.some((problem) => problem.kind === 'intervention' || problem.kind === 'source') ? 0.4 : 0
  return relevance + kind + (about ? 0.1 : 0) - foreign - (speaksToSense(claim, ground) ? 0 : 0.15) - 0.06 * problems.length
}

const ORDER: readonly Problem['verdict'][] = ['contradicted', 'not-supported', 'partly']

function decide(ground: Ground, problems: readonly Problem[]): Judgement {
  const sorted = problems.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
  const [worst] = sorted
  return { check: { verdict: worst?.verdict ?? 'cannot-tell', why: sorted.map(({ why }) => why).join('; '), kind: worst?.kind ?? null }, best: ground, problems: sorted }
}

function supported(best: Ground): Judgement {
  return { check: { verdict: 'supported', why: 'its words and numbers stand in the source', kind: null }, best, problems: [] }
}

function cannotTell(best: Ground | null): Judgement {
  return { check: { verdict: 'cannot-tell', why: best === null ? 'nothing held speaks to it' : 'what is held neither says nor denies it', kind: null }, best, problems: [] }
}

/** The statements nearest by words, names and numbers, before anything is compared. */
function nearest({ claim, index, cited, studies, before }: ClaimContext): Ground[] {
  const ids = new Set(claim.mentions.map(({ conceptId }) => conceptId))
  const numbers = new Set(claim.quantities.map(({ value }) => value))
  const score = (ground: Ground): number => {
    let sum = 0
    for (const { key } of claim.content) if (ground.stems.has(key)) sum += index.weight(key)
    else if (ground.context.has(key)) sum += 0.5 * index.weight(key)
    for (const id of ids) if (ground.concepts.has(id)) sum += 3
    for (const { value } of ground.meaning.quantities) if (numbers.has(value)) sum += 2
    if (claim.bodies.includes(ground.source.evidence?.body?.id ?? '')) sum += 8
    if (ground.source.studyName !== null && studies.includes(ground.source.studyName)) sum += 8
    if (cited.includes(ground.source.id)) sum += 8
    if (before.source?.id === ground.source.id) sum += 4
    return sum
  }
  return index.grounds.map((ground) => ({ ground, points: score(ground) })).toSorted((a, b) => b.points - a.points).slice(0, COMPARED).map(({ ground }) => ground)
}

/** A claim that another source bears out than the one it names or cites; null where the two are kin. */
function elsewhere(context: ClaimContext, { ground, numbersAsked }: Comparison): Judgement | null {
  const { claim } = context
  const found = ground.source
  const credited = creditedSources(context)
  if (claim.bodies.length > 0 && ground.kind !== 'recommendation') return null
  // One round number may stand anywhere.
  const telling = claim.quantities.filter(({ unit, value, decimals }) => !['duration', 'age', 'year'].includes(unit) && !(unit === 'percent' && value === 95) && (decimals > 0 || (unit === 'people' && value >= 100)))
  const sizes = claim.quantities.filter(({ unit }) => ['percent', 'ratio', 'rate', 'points', 'per-1000'].includes(unit))
  if (credited.length === 0 || numbersAsked === 0 || (telling.length === 0 && sizes.length < 2) || isKinToCredited(context, ground)) return null
  return decide(ground, [{ kind: 'source', verdict: 'contradicted', why: `the source named does not say this; ${found.studyName ?? found.organization ?? found.title} does` }])
}
