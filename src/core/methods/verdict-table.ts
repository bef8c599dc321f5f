import type { Certainty, Stance } from '../model/index.ts'
import { certaintyRank } from './certainty.ts'

/** What the clinical bodies say together (rows) and what the best comparison says (columns); docs/methods/verdict.md. */
export type GuidelineSignal = 'G0' | 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7'
export type EvidenceSignal = 'E0' | 'E1' | 'E2' | 'E3c' | 'E3i' | 'E4' | 'E5'

/** What a cell may still ask for before it gives its stance. */
export type CellContext = {
  readonly certainty: Certainty | null
  /** Whether the deciding evidence is randomized. */
  readonly randomized: boolean
  /** Whether a qualified panel that votes *for* states at least moderate certainty or level A or B. */
  readonly panelStatesModerate: boolean
  /** Whether a trial against active or usual care met its stated non-inferiority margin, in the comparison that decides. */
  readonly metMargin: boolean
  /** Whether a *for* is both strong and from a qualified body. */
  readonly strongQualifiedFor: boolean
}

export type Cell = Stance | ((context: CellContext) => Stance)

const atLeast = (level: Certainty, certainty: Certainty | null): boolean => certainty !== null && certaintyRank(certainty) >= certaintyRank(level)

/**
 * The decision table: guideline signal by evidence signal gives the stance. It is the whole of the rule; nothing else
 * in Consilium turns evidence into a verdict, and the wording of a question is not an input.
 *
 * Source: docs/methods/verdict.md, which says why each row and column is what it is.
 */
export const VERDICT_TABLE: Readonly<Record<GuidelineSignal, Readonly<Record<EvidenceSignal, Cell>>>> = {
  G1: {
    E1: 'recommended',
    E2: ({ certainty }) => (atLeast('moderate', certainty) ? 'recommended' : 'conditional'),
    E3c: 'conditional',
    E3i: 'conditional',
    E4: 'contested',
    E5: 'contested',
    E0: ({ panelStatesModerate }) => (panelStatesModerate ? 'recommended' : 'conditional'),
  },
  G2: { E1: 'conditional', E2: 'conditional', E3c: 'conditional', E3i: 'conditional', E4: 'contested', E5: 'contested', E0: 'conditional' },
  G3: { E1: 'contested', E2: 'contested', E3c: 'contested', E3i: 'contested', E4: 'contested', E5: 'contested', E0: 'contested' },
  G4: { E1: 'contested', E2: 'not-recommended', E3c: 'not-recommended', E3i: 'not-recommended', E4: 'not-recommended', E5: 'not-recommended', E0: 'not-recommended' },
  G5: { E1: 'contested', E2: 'not-recommended', E3c: 'not-recommended', E3i: 'not-recommended', E4: 'not-recommended', E5: 'not-recommended', E0: 'not-recommended' },
  G6: { E1: 'conditional', E2: 'insufficient-evidence', E3c: 'contested', E3i: 'insufficient-evidence', E4: 'not-recommended', E5: 'not-recommended', E0: 'insufficient-evidence' },
  G7: {
    E1: 'conditional', E2: 'conditional', E3c: 'contested', E3i: 'insufficient-evidence', E4: 'contested', E5: 'contested',
    E0: ({ strongQualifiedFor }) => (strongQualifiedFor ? 'conditional' : 'insufficient-evidence'),
  },
  G0: {
    E1: 'conditional',
    E2: ({ certainty, randomized, metMargin }) => (randomized && (metMargin || atLeast('low', certainty)) ? 'conditional' : 'insufficient-evidence'),
    E3c: 'contested', E3i: 'insufficient-evidence', E4: 'not-recommended', E5: 'not-recommended', E0: 'insufficient-evidence',
  },
}

/** The stance of a cell in its context. */
export function lookUp(guideline: GuidelineSignal, evidence: EvidenceSignal, context: CellContext): Stance {
  const cell = VERDICT_TABLE[guideline][evidence]
  return typeof cell === 'function' ? cell(context) : cell
}

/** What each row and column stands for, in words, for the reasons a reader sees. */
export const GUIDELINE_SIGNAL_WORDS: Readonly<Record<GuidelineSignal, string>> = {
  G0: 'no clinical body that may vote takes a position',
  G1: 'every clinical body that takes a position is for it, at least one strongly and by an independent, explicit method',
  G2: 'the clinical bodies that take a position are for it, none of them strongly by an independent, explicit method',
  G3: 'clinical bodies take opposite positions',
  G4: 'the clinical bodies that take a position are against it, none strongly by an explicit method',
  G5: 'the clinical bodies that take a position are against it, at least one strongly by an explicit method',
  G6: 'the clinical bodies that take a position call the evidence insufficient',
  G7: 'some clinical bodies are for it and some call the evidence insufficient',
}

export const EVIDENCE_SIGNAL_WORDS: Readonly<Record<EvidenceSignal, string>> = {
  E0: 'no result for a critical outcome can be placed (none is held with an interval)',
  E1: 'an important benefit at moderate or high certainty',
  E2: 'a benefit that is small, or important at low or very low certainty',
  E3c: 'large trials contradict each other',
  E3i: 'results that leave open whether it helps or harms',
  E4: 'no important benefit where it was tested',
  E5: 'an important harm and no important benefit',
}
