import type { Audience } from '../../core/model/index.ts'
import type { DraftSection } from './types.ts'

/** Terms of the field, each by who defined it; our own words. */
const TERMS: readonly { readonly id: string; readonly pattern: RegExp; readonly text: string }[] = [
  { id: 'hazard-ratio', pattern: /hazard ratio/, text: 'Hazard ratio: how often an event happens at any moment in one group, divided by how often in the other; below 1 means less often.' },
  { id: 'risk-ratio', pattern: /risk ratio/, text: 'Risk ratio: the share of people with the event in one group divided by the share in the other.' },
  { id: 'odds-ratio', pattern: /odds ratio/, text: 'Odds ratio: the odds of the event in one group divided by the odds in the other; further from 1 than the risk ratio when events are common.' },
  { id: 'interval', pattern: /interval/, text: 'Interval: the range of effects that the data are compatible with, at the level stated; a wide one means little information.' },
  { id: 'per-protocol', pattern: /per-protocol/i, text: 'Per-protocol: only people who kept to the plan are analysed, which can flatter a treatment; intention-to-treat analyses everyone as randomized.' },
  { id: 'certainty', pattern: /certainty/i, text: 'Certainty (GRADE): how sure one can be that the true effect lies on this side of the line that matters, from very low to high, lowered for risk of bias, inconsistency, imprecision, indirectness and publication bias.' },
  { id: 'sham', pattern: /sham/, text: 'Sham: a pretend procedure, so that people do not know which one they had.' },
]

const PATIENT_QUESTIONS: readonly string[] = [
  'What happens if I wait or do nothing?',
  'Am I like the people in these studies?',
  'What else could I try first, and how well does it work?',
  'What could go wrong, and how often?',
  'What will it cost me, and does my plan need more facts?',
]

/** For students the terms that occur; for patients the questions to ask. Other readers get neither. */
export function closingSection(audience: Audience, printed: string): DraftSection | null {
  if (audience === 'student') {
    const claims = TERMS.filter(({ pattern }) => pattern.test(printed)).map(({ id, text }) => ({ id: `term:${id}`, text, kind: 'definition' as const, cites: [] }))
    return claims.length === 0 ? null : { id: 'terms', title: 'Terms used', claims }
  }
  if (audience === 'patient') return { id: 'questions', title: 'Questions to ask', claims: PATIENT_QUESTIONS.map((text, index) => ({ id: `ask:${index + 1}`, text, kind: 'advice' as const, cites: [] })) }
  return null
}
