import type { Certainty, Stance } from '../../model/index.ts'

const STANCE_LABELS: Readonly<Record<Stance, string>> = {
  recommended: 'Recommended',
  conditional: 'Conditional',
  contested: 'Contested',
  'not-recommended': 'Not recommended',
  'insufficient-evidence': 'Insufficient evidence',
  'no-evidence': 'No evidence found',
  'not-a-decision': 'Not a decision this page can make',
}

/** A stance in the words a reader sees. */
export function stanceLabel(stance: Stance): string {
  return STANCE_LABELS[stance]
}

/** GRADE's four levels with their marks, so that the level never rests on colour or on a word alone (GRADE handbook 5). */
export function certaintyMarks(certainty: Certainty): string {
  return { high: '⊕⊕⊕⊕', moderate: '⊕⊕⊕◯', low: '⊕⊕◯◯', 'very-low': '⊕◯◯◯' }[certainty]
}

/** A certainty in words: "very low". */
export function certaintyWords(certainty: Certainty): string {
  return certainty.replaceAll('-', ' ')
}
