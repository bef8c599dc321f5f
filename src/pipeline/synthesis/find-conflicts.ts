import { areDisjoint, NO_CRITERIA } from '../../core/model/index.ts'
import { describeCriteria, type Vocabulary } from '../../core/terminology/index.ts'
import { type Position } from '../appraisal/index.ts'
import { areApart } from './divide-strata.ts'
import { conflictReasons, type Reason } from './conflict-reasons.ts'
import type { Conflict, PivotalTrial } from './types.ts'

const SIDE_WORDS = { for: 'for', neither: 'for', against: 'against', 'insufficient-evidence': 'insufficient', silent: 'silent' } as const

/**
 * Who disagrees with whom, and what the data give as the reason (docs/methods/guidelines.md): clinical bodies pair by pair,
 * insurers as two camps. A pair that differs in population or target is apparent; without a reason in the data the
 * ledger says so. Silence is never a side.
 */
export function findConflicts(vocabulary: Vocabulary, positions: readonly Position[], pivotal: readonly PivotalTrial[]): Conflict[] {
  const clinical = positions.filter(({ votes }) => votes)
  const conflicts: Conflict[] = []
  clinical.forEach((a, index) => {
    for (const b of clinical.slice(index + 1)) {
      const conflict = pair(vocabulary, a, b, pivotal)
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
      grounds: [],
    })
  }
  return conflicts
}

function pair(vocabulary: Vocabulary, a: Position, b: Position, pivotal: readonly PivotalTrial[]): Conflict | null {
  const sideA = SIDE_WORDS[a.recommendation.direction]
  const sideB = SIDE_WORDS[b.recommendation.direction]
  if (a.bodyId === b.bodyId) return null
  const targets = sideA === 'for' && sideB === 'for' && a.recommendation.target !== null && b.recommendation.target !== null && a.recommendation.target !== b.recommendation.target
  const strengths = sideA === 'for' && sideB === 'for' && a.votingStrength !== b.votingStrength && ![a, b].some(({ recommendation }) => recommendation.strength === 'ungraded')
  if (sideA === sideB && !targets && !strengths) return null
  const criteriaA = a.recommendation.criteria ?? NO_CRITERIA
  const criteriaB = b.recommendation.criteria ?? NO_CRITERIA
  const peopleA = describeCriteria(vocabulary, criteriaA)
  const peopleB = describeCriteria(vocabulary, criteriaB)
  const conditions = areApart(vocabulary, a.recommendation.conditions, b.recommendation.conditions)
  const disjoint = conditions || separates(a, b)
  const why: Reason[] = []
  if (peopleA !== peopleB) why.push({ text: `population: ${a.organization} speaks of ${peopleA === '' ? 'people with the condition' : peopleA}; ${b.organization} of ${peopleB === '' ? 'people with the condition' : peopleB}`, grounds: [] })
  if (conditions) why.push({ text: `condition: ${a.organization} speaks of ${labels(vocabulary, a.recommendation.conditions)}; ${b.organization} of ${labels(vocabulary, b.recommendation.conditions)}`, grounds: [] })
  if (targets) why.push({ text: `target: ${a.organization} ${a.recommendation.target ?? ''}; ${b.organization} ${b.recommendation.target ?? ''}`, grounds: [] })
  why.push(...conflictReasons(vocabulary, a, b, pivotal))
  const explains = why.some(({ isHint }) => isHint !== true)
  return {
    between: [a.organization, b.organization],
    about: targets ? 'the target' : strengths && sideA === sideB ? `how strongly to advise it (${a.votingStrength} against ${b.votingStrength})` : `whether to use it: ${a.organization} ${spoken(sideA)}, ${b.organization} ${spoken(sideB)}`,
    kind: disjoint || targets || (strengths && sideA === sideB) ? 'apparent' : 'true',
    why: [...(explains ? [] : ['the records do not show why']), ...why.map(({ text }) => text)],
    sides: [[a], [b]],
    grounds: why.flatMap(({ grounds }) => grounds),
  }
}

function separates(a: Position, b: Position): boolean {
  const x = a.recommendation.criteria ?? NO_CRITERIA
  const y = b.recommendation.criteria ?? NO_CRITERIA
  const narrowAgainst = (one: Position, other: Position): boolean => one.recommendation.direction === 'against' && (one.recommendation.criteria?.tags ?? []).some((tag) => !(other.recommendation.criteria?.tags ?? []).includes(tag))
  return areDisjoint(x, y) || narrowAgainst(a, b) || narrowAgainst(b, a)
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
