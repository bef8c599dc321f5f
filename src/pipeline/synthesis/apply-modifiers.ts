import { certaintyRank, RULES } from '../../core/methods/index.ts'
import type { Certainty, PopulationCriteria, Stance } from '../../core/model/index.ts'
import type { Position } from '../appraisal/index.ts'
import { criteriaHold } from './criteria-hold.ts'
import type { GuidelineSignal, ModifierNote, OutcomeBody } from './types.ts'

export type ModifierInput = {
  readonly stance: Stance
  readonly certainty: Certainty | null
  readonly guideline: GuidelineSignal
  /** Positions that do not vote, on these people. */
  readonly bystanders: readonly Position[]
  /** Outcomes of the comparison that decided. */
  readonly bodies: readonly OutcomeBody[]
  /** Who these people are: a restriction for narrower people does not touch them. */
  readonly people: PopulationCriteria
}

/**
 * The named modifiers, in order (all our convention): the only way in which payers, technology assessors, licences,
 * and relayed positions touch a verdict. Coverage never makes or unmakes `recommended` or `not-recommended`.
 */
export function applyModifiers(input: ModifierInput): { readonly stance: Stance; readonly modifiers: readonly ModifierNote[] } {
  let { stance } = input
  const bystanders = input.bystanders.filter(({ superseded }) => superseded !== true)
  const modifiers: ModifierNote[] = []
  const act = (id: ModifierNote['id'], next: Stance, text: string): void => {
    stance = next
    modifiers.push({ id, text })
  }

  const unproven = organizations(bystanders.filter(({ bodyClass, recommendation }) => (bodyClass === 'coverage' || bodyClass === 'hta') && ['against', 'insufficient-evidence'].includes(recommendation.direction) && !recommendation.carveOut))
  const doubtful = input.certainty === null || certaintyRank(input.certainty) <= certaintyRank('low')
  if (stance === 'conditional' && doubtful && unproven.length >= RULES.coverageBodiesForM1) {
    act('M1', 'contested', `certainty is ${words(input.certainty)} and ${unproven.join(', ')} call it unproven or not necessary for these people`)
  }

  const licences = bystanders.filter(({ bodyClass }) => bodyClass === 'licence')
  const assessors = bystanders.filter(({ bodyClass, source }) => bodyClass === 'hta' || (bodyClass === 'draft' && source.evidence?.body?.id.startsWith('nice') === true))
  if (input.guideline === 'G0' && opposite(licences, assessors)) {
    act('M2', 'contested', `no clinical body held takes a position, and ${organizations([...licences, ...assessors]).join(' and ')} point opposite ways`)
  }

  const warnings = licences.filter(({ recommendation }) => recommendation.direction === 'against')
  const restricted = warnings.filter(({ recommendation }) => recommendation.criteria === null || isGeneral(recommendation.criteria) || criteriaHold(recommendation.criteria, input.people))
  const contraindicated = restricted.filter(({ recommendation }) => CONTRAINDICATED.test(recommendation.text))
  if (contraindicated.length > 0 && stance !== 'not-recommended') act('M3', 'not-recommended', `${organizations(contraindicated).join(', ')}: contraindicated for these people`)
  else if (restricted.length > 0 && stance === 'recommended') act('M3', 'conditional', `${organizations(restricted).join(', ')}: a boxed warning or a restriction of the licence`)

  const elsewhere = organizations(warnings.filter((warning) => !restricted.includes(warning) && CONTRAINDICATED.test(warning.recommendation.text)))
  if (elsewhere.length > 0) modifiers.push({ id: 'note', text: `${elsewhere.join(', ')}: contraindicated for some of these people` })

  const relayed = bystanders.filter(({ bodyClass, recommendation }) => bodyClass === 'relayed' && ((stance === 'recommended' && recommendation.direction === 'against') || (stance === 'not-recommended' && recommendation.direction === 'for')))
  const relayedNames = organizations(relayed)
  if (relayedNames.length >= RULES.relayedBodiesForM4) act('M4', 'contested', `${relayedNames.join(', ')} are relayed as holding the opposite`)
  else if (relayedNames.length === 1) modifiers.push({ id: 'note', text: `${relayedNames[0] ?? ''} is relayed as holding the opposite` })

  const benefit = largest(input.bodies, 'important-benefit')
  const harm = largest(input.bodies.filter((body) => certaintyRank(body.certainty) >= certaintyRank('moderate')), 'important-harm')
  if (stance === 'recommended' && benefit !== null && harm !== null && harm >= benefit) {
    act('M5', 'conditional', `about ${Math.round(harm)} more per 1000 have an important harm, as many as the ${Math.round(benefit)} per 1000 who benefit`)
  }
  return { stance, modifiers }
}

const CONTRAINDICATED = /contra-?indicat/i

function isGeneral(criteria: PopulationCriteria): boolean {
  return criteria.tags.length + criteria.notTags.length + Object.keys(criteria.ranges).length === 0
}

function organizations(positions: readonly Position[]): string[] {
  return [...new Set(positions.map(({ organization }) => organization))].toSorted()
}

function opposite(a: readonly Position[], b: readonly Position[]): boolean {
  const says = (positions: readonly Position[], direction: string): boolean => positions.some(({ recommendation }) => recommendation.direction === direction)
  return (says(a, 'for') && says(b, 'against')) || (says(a, 'against') && says(b, 'for'))
}

/** The largest critical effect of a zone, in people per 1000. */
function largest(bodies: readonly OutcomeBody[], zone: OutcomeBody['zone']): number | null {
  const sizes = bodies.filter((body) => body.importance === 'critical' && body.zone === zone && body.absolute !== null).map((body) => Math.abs(body.absolute?.difference ?? 0))
  return sizes.length === 0 ? null : Math.max(...sizes)
}

function words(certainty: Certainty | null): string {
  return certainty === null ? 'not stated' : certainty.replace('-', ' ')
}
