import { describe, expect, it } from 'vitest'
import { NO_CRITERIA, type Stance } from '../../core/model/index.ts'
import { buildBody } from '../../../test/support/build-body.ts'
import { buildPosition, type PositionParts } from '../../../test/support/build-position.ts'
import { applyModifiers, type ModifierInput } from './apply-modifiers.ts'
import type { AbsoluteEffect } from './types.ts'

const bystander = (name: string, bodyClass: NonNullable<PositionParts['bodyClass']>, parts: PositionParts = {}): ReturnType<typeof buildPosition> => buildPosition(name, { bodyClass, votes: false, qualified: false, ...parts })
const insurer = (name: string, parts: PositionParts = {}): ReturnType<typeof buildPosition> => bystander(name, 'coverage', { direction: 'against', ...parts })

function verdict(input: Partial<ModifierInput>): ReturnType<typeof applyModifiers> {
  return applyModifiers({ stance: 'conditional', certainty: 'low', guideline: 'G2', bystanders: [], bodies: [], people: NO_CRITERIA, ...input })
}

describe('M1: payers call it unproven', () => {
  const two = [insurer('Alpha'), insurer('Beta', { direction: 'insufficient-evidence' })]

  it('turns conditional into contested at low certainty when two say so', () => {
    expect(verdict({ bystanders: two })).toMatchObject({ stance: 'contested', modifiers: [{ id: 'M1' }] })
  })

  it.each([
    ['one alone', { bystanders: two.slice(0, 1) }],
    ['two policies of one insurer', { bystanders: [insurer('Alpha'), insurer('Alpha')] }],
    ['moderate certainty', { bystanders: two, certainty: 'moderate' }],
    ['an exclusion of some people by an insurer that covers others', { bystanders: [insurer('Alpha'), insurer('Beta', { recommendation: { carveOut: true } })] }],
    ['a policy that was replaced', { bystanders: [insurer('Alpha'), insurer('Beta', { superseded: true })] }],
    ['insurers that cover it', { bystanders: [insurer('Alpha', { direction: 'for' }), insurer('Beta', { direction: 'for' })] }],
    ['clinical drafts', { bystanders: [bystander('Alpha', 'draft', { direction: 'against' }), bystander('Beta', 'draft', { direction: 'against' })] }],
  ] as const)('does nothing for %s', (_case, input) => {
    expect(verdict(input)).toEqual({ stance: 'conditional', modifiers: [] })
  })

  it('counts technology assessors too, and certainty that nobody knows as low', () => {
    expect(verdict({ certainty: null, bystanders: [insurer('Alpha'), bystander('Assessor', 'hta', { direction: 'against' })] }).stance).toBe('contested')
  })

  it.each(['recommended', 'not-recommended', 'insufficient-evidence', 'contested'] as const)('coverage never makes or unmakes %s', (stance: Stance) => {
    for (const direction of ['for', 'against', 'insufficient-evidence'] as const) {
      const payers = ['Alpha', 'Beta', 'Gamma'].map((name) => insurer(name, { direction }))
      expect(verdict({ stance, bystanders: payers })).toEqual({ stance, modifiers: [] })
    }
  })
})

describe('M2: regulator and assessor point opposite ways', () => {
  const licence = bystander('Regulator', 'licence')
  const refusal = bystander('Assessor', 'hta', { direction: 'against' })

  it('is contested where no clinical body speaks', () => {
    expect(verdict({ stance: 'not-recommended', guideline: 'G0', bystanders: [licence, refusal] })).toMatchObject({ stance: 'contested', modifiers: [{ id: 'M2' }] })
  })

  it('does nothing where a clinical body speaks', () => {
    expect(verdict({ stance: 'recommended', guideline: 'G1', bystanders: [licence, refusal] }).stance).toBe('recommended')
  })

  it('does nothing where both point the same way', () => {
    expect(verdict({ stance: 'conditional', certainty: 'high', guideline: 'G0', bystanders: [licence, bystander('Assessor', 'hta')] })).toEqual({ stance: 'conditional', modifiers: [] })
  })
})

describe('M3: warnings of the licence', () => {
  const warning = bystander('Regulator', 'licence', { direction: 'against', recommendation: { text: 'Boxed warning: serious bleeding.' } })
  const contraindicated = bystander('Regulator', 'licence', { direction: 'against', criteria: { tags: ['pregnancy'] }, recommendation: { text: 'Contraindicated in pregnancy.' } })

  it('caps at conditional', () => {
    expect(verdict({ stance: 'recommended', certainty: 'high', guideline: 'G1', bystanders: [warning] })).toMatchObject({ stance: 'conditional', modifiers: [{ id: 'M3' }] })
  })

  it('never lifts a verdict to conditional', () => {
    expect(verdict({ stance: 'not-recommended', bystanders: [warning] }).stance).toBe('not-recommended')
  })

  it('makes a contraindicated group not recommended', () => {
    expect(verdict({ stance: 'recommended', certainty: 'high', guideline: 'G1', people: { ...NO_CRITERIA, tags: ['pregnancy'] }, bystanders: [contraindicated] })).toMatchObject({ stance: 'not-recommended', modifiers: [{ id: 'M3' }] })
  })

  it('leaves everyone else alone and says that some are contraindicated', () => {
    expect(verdict({ stance: 'recommended', certainty: 'high', guideline: 'G1', bystanders: [contraindicated] })).toMatchObject({ stance: 'recommended', modifiers: [{ id: 'note' }] })
  })

  it('does nothing for a plain licence', () => {
    expect(verdict({ stance: 'recommended', certainty: 'high', guideline: 'G1', bystanders: [bystander('Regulator', 'licence')] })).toEqual({ stance: 'recommended', modifiers: [] })
  })
})

describe('M4: bodies known only from another document', () => {
  const relayed = (name: string): ReturnType<typeof buildPosition> => bystander(name, 'relayed')

  it('is contested when two hold the opposite', () => {
    expect(verdict({ stance: 'not-recommended', guideline: 'G4', bystanders: [relayed('Alpha'), relayed('Beta')] })).toMatchObject({ stance: 'contested', modifiers: [{ id: 'M4' }] })
  })

  it('is a note when one does', () => {
    expect(verdict({ stance: 'not-recommended', guideline: 'G4', bystanders: [relayed('Alpha')] })).toMatchObject({ stance: 'not-recommended', modifiers: [{ id: 'note' }] })
  })

  it('does nothing when they agree', () => {
    expect(verdict({ stance: 'recommended', certainty: 'high', guideline: 'G1', bystanders: [relayed('Alpha'), relayed('Beta')] })).toEqual({ stance: 'recommended', modifiers: [] })
  })
})

describe('M5: as much harm as benefit', () => {
  const absolute = (difference: number): AbsoluteEffect => ({ controlPer1000: 100, treatedPer1000: 100 + difference, difference, low: null, high: null, numberNeeded: null })
  const benefit = buildBody({ zone: 'important-benefit', absolute: absolute(-20) })
  const harm = (difference: number, certainty: 'low' | 'high' = 'high'): ReturnType<typeof buildBody> => buildBody({ zone: 'important-harm', kind: 'harm', absolute: absolute(difference), certainty })
  const recommended = { stance: 'recommended', certainty: 'high', guideline: 'G1' } as const

  it('turns recommended into conditional', () => {
    expect(verdict({ ...recommended, bodies: [benefit, harm(20)] })).toMatchObject({ stance: 'conditional', modifiers: [{ id: 'M5' }] })
  })

  it.each([
    ['a smaller harm', [benefit, harm(19)]],
    ['a harm of low certainty', [benefit, harm(40, 'low')]],
    ['no benefit in absolute terms to compare with', [buildBody({ zone: 'important-benefit' }), harm(40)]],
  ])('does nothing for %s', (_case, bodies) => {
    expect(verdict({ ...recommended, bodies })).toEqual({ stance: 'recommended', modifiers: [] })
  })
})
