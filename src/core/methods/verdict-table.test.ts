import { EVIDENCE_SIGNAL_WORDS, GUIDELINE_SIGNAL_WORDS, lookUp, VERDICT_TABLE, type CellContext } from '../methods/index.ts'
import { describe, expect, it } from 'vitest'
import type { Stance } from '../../core/model/index.ts'
import type { EvidenceSignal, GuidelineSignal } from './verdict-table.ts'

const PLAIN: CellContext = { certainty: 'low', randomized: true, metMargin: false, panelStatesModerate: false, strongQualifiedFor: false }

/** One row a cell that needs no condition: who advises what, what the evidence shows, the verdict. */
const CELLS: readonly (readonly [GuidelineSignal, EvidenceSignal, Stance])[] = [
  // All clinical bodies for it, at least one strongly and by an explicit, independent method.
  ['G1', 'E1', 'recommended'], //           important benefit
  ['G1', 'E3c', 'conditional'], //          large trials contradict each other
  ['G1', 'E3i', 'conditional'], //          results leave it open
  ['G1', 'E4', 'contested'], //             no important benefit
  ['G1', 'E5', 'contested'], //             important harm
  // All for it, none of them strongly by such a method.
  ['G2', 'E1', 'conditional'],
  ['G2', 'E2', 'conditional'], //           a small or uncertain benefit
  ['G2', 'E3c', 'conditional'],
  ['G2', 'E3i', 'conditional'],
  ['G2', 'E4', 'contested'],
  ['G2', 'E5', 'contested'],
  ['G2', 'E0', 'conditional'], //           no result can be placed
  // Some for it, some against it.
  ['G3', 'E1', 'contested'],
  ['G3', 'E2', 'contested'],
  ['G3', 'E3c', 'contested'],
  ['G3', 'E3i', 'contested'],
  ['G3', 'E4', 'contested'],
  ['G3', 'E5', 'contested'],
  ['G3', 'E0', 'contested'],
  // All against it, none strongly by an explicit method.
  ['G4', 'E1', 'contested'],
  ['G4', 'E2', 'not-recommended'],
  ['G4', 'E3c', 'not-recommended'],
  ['G4', 'E3i', 'not-recommended'],
  ['G4', 'E4', 'not-recommended'],
  ['G4', 'E5', 'not-recommended'],
  ['G4', 'E0', 'not-recommended'],
  // All against it, at least one strongly by an explicit method.
  ['G5', 'E1', 'contested'],
  ['G5', 'E2', 'not-recommended'],
  ['G5', 'E3c', 'not-recommended'],
  ['G5', 'E3i', 'not-recommended'],
  ['G5', 'E4', 'not-recommended'],
  ['G5', 'E5', 'not-recommended'],
  ['G5', 'E0', 'not-recommended'],
  // All call the evidence insufficient.
  ['G6', 'E1', 'conditional'],
  ['G6', 'E2', 'insufficient-evidence'],
  ['G6', 'E3c', 'contested'],
  ['G6', 'E3i', 'insufficient-evidence'],
  ['G6', 'E4', 'not-recommended'],
  ['G6', 'E5', 'not-recommended'],
  ['G6', 'E0', 'insufficient-evidence'],
  // Some for it, some call the evidence insufficient.
  ['G7', 'E1', 'conditional'],
  ['G7', 'E2', 'conditional'],
  ['G7', 'E3c', 'contested'],
  ['G7', 'E3i', 'insufficient-evidence'],
  ['G7', 'E4', 'contested'],
  ['G7', 'E5', 'contested'],
  // Nobody who may vote takes a position.
  ['G0', 'E1', 'conditional'],
  ['G0', 'E3c', 'contested'],
  ['G0', 'E3i', 'insufficient-evidence'],
  ['G0', 'E4', 'not-recommended'],
  ['G0', 'E5', 'not-recommended'],
  ['G0', 'E0', 'insufficient-evidence'],
]

/** Cells that ask for something more: what must hold, with the verdict when it does and when it does not. */
const CONDITIONAL_CELLS: readonly (readonly [GuidelineSignal, EvidenceSignal, string, Partial<CellContext>, Stance])[] = [
  ['G1', 'E2', 'certainty is high', { certainty: 'high' }, 'recommended'],
  ['G1', 'E2', 'certainty is moderate', { certainty: 'moderate' }, 'recommended'],
  ['G1', 'E2', 'certainty is low', { certainty: 'low' }, 'conditional'],
  ['G1', 'E2', 'certainty is not known', { certainty: null }, 'conditional'],
  ['G1', 'E0', 'a qualified panel states at least moderate certainty', { panelStatesModerate: true }, 'recommended'],
  ['G1', 'E0', 'no qualified panel states so', { panelStatesModerate: false }, 'conditional'],
  ['G7', 'E0', 'the support is strong and qualified', { strongQualifiedFor: true }, 'conditional'],
  ['G7', 'E0', 'the support is neither', { strongQualifiedFor: false }, 'insufficient-evidence'],
  ['G0', 'E2', 'randomized, low certainty', { randomized: true, certainty: 'low' }, 'conditional'],
  ['G0', 'E2', 'randomized, very low certainty', { randomized: true, certainty: 'very-low' }, 'insufficient-evidence'],
  ['G0', 'E2', 'randomized, very low certainty, a non-inferiority margin met', { metMargin: true, certainty: 'very-low' }, 'conditional'],
  ['G0', 'E2', 'not randomized', { randomized: false, certainty: 'low' }, 'insufficient-evidence'],
  ['G0', 'E2', 'certainty is not known', { randomized: true, certainty: null }, 'insufficient-evidence'],
]

describe('the decision table', () => {
  it.each(CELLS)('%s with %s is %s', (guideline, evidence, stance) => {
    expect(lookUp(guideline, evidence, PLAIN)).toBe(stance)
  })

  it.each(CONDITIONAL_CELLS)('%s with %s, where %s', (guideline, evidence, _when, context, stance) => {
    expect(lookUp(guideline, evidence, { ...PLAIN, ...context })).toBe(stance)
  })

  it('has 56 cells, each of them above', () => {
    const all = Object.entries(VERDICT_TABLE).flatMap(([guideline, row]) => Object.keys(row).map((evidence) => `${guideline}×${evidence}`)).toSorted()
    const told = new Set([...CELLS, ...CONDITIONAL_CELLS].map(([guideline, evidence]) => `${guideline}×${evidence}`))
    expect(all).toHaveLength(56)
    expect([...told].toSorted()).toEqual(all)
  })

  it('gives a plain cell the same verdict whatever the context', () => {
    const contexts: readonly CellContext[] = [
      { certainty: 'high', randomized: true, metMargin: true, panelStatesModerate: true, strongQualifiedFor: true },
      { certainty: null, randomized: false, metMargin: false, panelStatesModerate: false, strongQualifiedFor: false },
    ]
    for (const context of contexts) for (const [guideline, evidence, stance] of CELLS) expect(lookUp(guideline, evidence, context)).toBe(stance)
  })

  it('has words for every row and column', () => {
    expect(Object.keys(GUIDELINE_SIGNAL_WORDS).toSorted()).toEqual(Object.keys(VERDICT_TABLE).toSorted())
    expect(Object.keys(EVIDENCE_SIGNAL_WORDS).toSorted()).toEqual(Object.keys(VERDICT_TABLE.G0).toSorted())
  })
})
