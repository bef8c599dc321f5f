import type { Arm, Finding, Span } from '../../../../core/model/index.ts'
import type { OutcomeCategory, Vocabulary } from '../../../../core/terminology/index.ts'
import type { ExtractedFinding } from '../types.ts'
import type { OutcomeWords } from './outcome-words.ts'

/** What a place in the document says of one result. */
export type ReadFinding = {
  readonly outcome: OutcomeWords
  readonly effect: Pick<Finding, 'measure' | 'estimate' | 'ciLow' | 'ciHigh' | 'ciLevel' | 'p' | 'unit'> | null
  readonly arms: readonly Arm[]
  readonly timeMonths: number | null
  readonly role: Finding['role']
  readonly analysis: Finding['analysis']
  readonly statedDirection: ExtractedFinding['statedDirection']
  readonly text: string
  readonly span: Span
}

/** Categories in which more is good for the patient; in all others that are about health, less is. */
const MORE_IS_GOOD: readonly OutcomeCategory[] = ['recovery', 'response', 'function', 'qol']
const NEITHER: readonly OutcomeCategory[] = ['cost', 'administrative', 'surrogate', 'utilization']

/** A finding with everything else "not held": nothing is filled in that its sentence does not say. */
export function buildFinding(vocabulary: Vocabulary, id: string, read: ReadFinding): ExtractedFinding {
  const category = read.outcome.concept === null ? null : vocabulary.outcome(read.outcome.concept)?.category ?? null
  const higherIsBetter = category === null || NEITHER.includes(category) ? null : MORE_IS_GOOD.includes(category)
  const effect = read.effect ?? { measure: 'other' as const, estimate: null, ciLow: null, ciHigh: null, ciLevel: null, p: null, unit: null }
  return {
    id, outcome: read.outcome.words, outcomeConcept: read.outcome.concept, components: [],
    outcomeKind: category === 'harm' || category === 'harm-serious' ? 'harm' : category === 'cost' ? 'cost' : category === 'administrative' ? 'administrative' : 'benefit',
    instrument: null, scale: null, higherIsBetter, role: read.role, interventions: [], comparators: [], comparatorType: 'not-stated', contrast: null,
    criteria: null, conditions: [], analysis: read.analysis, indirect: false, timeMonths: read.timeMonths, ...effect, statedDifference: null, i2: null, nonInferiorityMargin: null, nonInferiorityMet: null,
    arms: [...read.arms], favours: favours(effect, higherIsBetter), relayedFrom: null, notAnEffect: null, statedDirection: read.statedDirection, text: read.text, span: read.span,
  }
}

/** Whom an interval that excludes no effect favours, where more or less is known to be good; else unclear. */
function favours({ measure, ciLow, ciHigh }: NonNullable<ReadFinding['effect']>, higherIsBetter: boolean | null): Finding['favours'] {
  const none = ['OR', 'RR', 'HR', 'IRR'].includes(measure) ? 1 : ['MD', 'SMD', 'RD'].includes(measure) ? 0 : null
  if (none === null || ciLow === null || ciHigh === null || higherIsBetter === null || (ciLow <= none && ciHigh >= none)) return 'unclear'
  return (ciLow > none) === higherIsBetter ? 'intervention' : 'comparator'
}
