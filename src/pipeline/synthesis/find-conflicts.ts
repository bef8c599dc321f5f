import { NO_CRITERIA } from '../../core/model/index.ts'
import { describeCriteria, type Vocabulary } from '../../core/terminology/index.ts'
import { type Position } from '../appraisal/index.ts'
import { areApart } from './divide-strata.ts'
import type { Conflict } from './types.ts'

const SIDE_WORDS = { for: 'for', neither: 'for', against: 'against', 'insufficient-evidence': 'insufficient', silent: 'silent' } as const

/**
 * Who disagrees with whom, and what the data give as the reason (docs/methods/guidelines.md): clinical bodies pair by pair,
 * insurers as two camps. A pair that differs in population or target is apparent; without a reason in the data the
 * ledger says so. Silence is never a side.
 */
export function findConflicts(vocabulary: Vocabulary, positions: readonly Position[], pivotalYear: number | null): Conflict[] {
  const clinical = positions.filter(({ votes }) => votes)
  const conflicts: Conflict[] = []
  clinical.forEach((a, index) => {
    for (const b of clinical.slice(index + 1)) {
      const conflict = pair(vocabulary, a, b, pivotalYear)
      if (conflict !== null) conflicts.push(conflict)
    }
  })
  const payers = positions.filter(({ bodyClass, recommendation }) => (bodyClass === 'coverage' || bodyClass === 'hta') && recommendation.direction !== 'silent')
  const covers = payers.filter(({ recommendation }) => SIDE_WORDS[recommendation.direction] === 'for')
  const refuses = payers.filter(({ recommendation }) => ['against', 'insufficient'].includes(SIDE_WORDS[recommendation.direction]) && !recommendation.carveOut)
  if (covers.length > 0 && refuses.length > 0) {
    conflicts.push({
      between: names([...covers, ...refuses]),
      about: `coverage: ${names(covers).join(', ')} cover it with criteria; ${names(refuses).join(', ')} do not`,
      kind: 'true',
      why: ['a coverage rule weighs contract and cost beside evidence; it is shown and does not vote', ...(refuses.some(({ recommendation }) => recommendation.direction === 'against') && refuses.some(({ recommendation }) => recommendation.direction === 'insufficient-evidence') ? ['"not necessary" and "unproven" are two words for the same coverage judgement'] : [])],
      sides: [covers, refuses],
    })
  }
  return conflicts
}

function pair(vocabulary: Vocabulary, a: Position, b: Position, pivotalYear: number | null): Conflict | null {
  const sideA = SIDE_WORDS[a.recommendation.direction]
  const sideB = SIDE_WORDS[b.recommendation.direction]
  if (a.bodyId === b.bodyId) return null
  const targets = sideA === 'for' && sideB === 'for' && a.recommendation.target !== null && b.recommendation.target !== null && a.recommendation.target !== b.recommendation.target
  const strengths = sideA === 'for' && sideB === 'for' && a.votingStrength !== b.votingStrength
  if (sideA === sideB && !targets && !strengths) return null
  const criteriaA = a.recommendation.criteria ?? NO_CRITERIA
  const criteriaB = b.recommendation.criteria ?? NO_CRITERIA
  const peopleA = describeCriteria(vocabulary, criteriaA)
  const peopleB = describeCriteria(vocabulary, criteriaB)
  const conditions = areApart(vocabulary, a.recommendation.conditions, b.recommendation.conditions)
  const disjoint = conditions || separates(a, b)
  const why: string[] = []
  if (peopleA !== peopleB) why.push(`population: ${a.organization} speaks of ${peopleA === '' ? 'people with the condition' : peopleA}; ${b.organization} of ${peopleB === '' ? 'people with the condition' : peopleB}`)
  if (conditions) why.push(`condition: ${a.organization} speaks of ${labels(vocabulary, a.recommendation.conditions)}; ${b.organization} of ${labels(vocabulary, b.recommendation.conditions)}`)
  if (targets) why.push(`target: ${a.organization} ${a.recommendation.target ?? ''}; ${b.organization} ${b.recommendation.target ?? ''}`)
  why.push(...dateReasons(a, b, pivotalYear), ...methodReasons(a, b))
  return {
    between: [a.organization, b.organization],
    about: targets ? 'the target' : strengths && sideA === sideB ? `how strongly to advise it (${a.votingStrength} against ${b.votingStrength})` : `whether to use it: ${a.organization} ${spoken(sideA)}, ${b.organization} ${spoken(sideB)}`,
    kind: disjoint || targets || (strengths && sideA === sideB) ? 'apparent' : 'true',
    why: why.length === 0 ? ['the records do not show why'] : why,
    sides: [[a], [b]],
  }
}

function separates(a: Position, b: Position): boolean {
  const x = a.recommendation.criteria ?? NO_CRITERIA
  const y = b.recommendation.criteria ?? NO_CRITERIA
  const narrowAgainst = (one: Position, other: Position): boolean => one.recommendation.direction === 'against' && (one.recommendation.criteria?.tags ?? []).some((tag) => !(other.recommendation.criteria?.tags ?? []).includes(tag))
  const ranges = Object.keys(x.ranges).some((dimension) => {
    const p = x.ranges[dimension]
    const q = y.ranges[dimension]
    return p !== undefined && q !== undefined && ((p.min ?? -Infinity) > (q.max ?? Infinity) || (q.min ?? -Infinity) > (p.max ?? Infinity))
  })
  return ranges || x.tags.some((tag) => y.notTags.includes(tag)) || y.tags.some((tag) => x.notTags.includes(tag)) || narrowAgainst(a, b) || narrowAgainst(b, a)
}

function dateReasons(a: Position, b: Position, pivotalYear: number | null): string[] {
  const yearA = a.date === null ? null : Number(a.date.slice(0, 4))
  const yearB = b.date === null ? null : Number(b.date.slice(0, 4))
  if (yearA === null || yearB === null || yearA === yearB) return []
  const [older, newer] = yearA < yearB ? [a, b] : [b, a]
  const olderYear = Math.min(yearA, yearB)
  const reasons = [`date: ${older.organization} rests on evidence to ${older.date ?? ''}, ${newer.organization} to ${newer.date ?? ''}`]
  if (pivotalYear !== null && olderYear < pivotalYear && Math.max(yearA, yearB) >= pivotalYear) reasons.push(`${older.organization} predates the largest trial held (${pivotalYear})`)
  return reasons
}

function methodReasons(a: Position, b: Position): string[] {
  const reasons: string[] = []
  if (a.qualified !== b.qualified) {
    const [explicit, other] = a.qualified ? [a, b] : [b, a]
    reasons.push(`method: ${explicit.organization} uses an explicit evidence-to-decision method; ${other.organization} is not on the list of bodies known to`)
  }
  for (const position of [a, b]) {
    if (position.linked === true) reasons.push(`independence: ${position.organization} declares ties to the maker`)
    else if (position.interested === true) reasons.push(`independence: members of ${position.organization} perform the procedure`)
  }
  return reasons
}

function spoken(side: string): string {
  return side === 'for' ? 'advises it' : side === 'against' ? 'advises against it' : 'calls the evidence insufficient'
}

function labels(vocabulary: Vocabulary, ids: readonly string[]): string {
  return ids.map((id) => vocabulary.concept(id)?.label ?? id).join(', ')
}

function names(positions: readonly Position[]): string[] {
  return [...new Set(positions.map(({ organization }) => organization))]
}
