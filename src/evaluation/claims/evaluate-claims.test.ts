import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldsByComponent } from './component-folds.ts'
import { evaluateClaims, type ClaimPrediction } from './index.ts'
import { claimsOfPrompts, claimsOfQuestions } from './training-claims.ts'

/** Claims and passages made up for this test. */
const THINGS = ['ginger', 'massage', 'yoga', 'zinc', 'music', 'honey', 'qigong', 'melatonin', 'mint', 'rest']
const ROWS = THINGS.flatMap((thing, at) => [
  { id: `${at}a`, claim: `${thing} reduces nausea`, evidence: `In this trial ${thing} significantly reduced nausea.`, label: 'Supports' },
  { id: `${at}b`, claim: `${thing} reduces nausea`, evidence: `In this trial ${thing} did not reduce nausea and increased pain.`, label: 'Refutes' },
  { id: `${at}c`, claim: `${thing} reduces nausea`, evidence: `Participants of the ${thing} trial lived in town ${at}.`, label: 'Neutral' },
])

describe('evaluateClaims', () => {
  let folder = ''
  const write = async (name: string, rows: readonly unknown[]): Promise<string> => {
    await writeFile(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return join(folder, name)
  }
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'claims-')) })
  afterAll(async () => { await rm(folder, { recursive: true }) })

  it('scores the shipped reader beside words and the commonest label', async () => {
    const { scores, majority, bagOfWords } = await evaluateClaims(await write('all.jsonl', ROWS))
    expect(scores?.accuracy).toBeGreaterThan(0.6)
    expect(scores?.swaps).toBe(0)
    expect(majority?.accuracy).toBeCloseTo(1 / 3, 9)
    expect(bagOfWords?.rows).toBe(ROWS.length)
  })

  it('learns anew by folds', async () => {
    const { scores, refutes } = await evaluateClaims(await write('folds.jsonl', ROWS), { folds: 5 })
    expect(scores?.macroF1).toBeGreaterThan(0.8)
    expect(refutes?.precisionAtRecall30).toBeGreaterThan(0.8)
  })

  it('predicts the same whether labels are there or not, and scores nothing without', async () => {
    const made: ClaimPrediction[][] = []
    for (const rows of [ROWS, ROWS.map(({ label: _label, ...row }) => row)]) {
      const predictions: ClaimPrediction[] = []
      const { scores } = await evaluateClaims(await write('blind.jsonl', rows), { onPrediction: (prediction) => { predictions.push(prediction) } })
      expect(scores === null).toBe(made.length === 1)
      made.push(predictions)
    }
    expect(made[1]).toEqual(made[0])
  })

  it('refuses folds without labels and a file with some', async () => {
    await expect(evaluateClaims(await write('none.jsonl', ROWS.map(({ label: _label, ...row }) => row)), { folds: 3 })).rejects.toThrow(/need labels/)
    await expect(evaluateClaims(await write('some.jsonl', ROWS.map(({ label, ...row }, at) => (at === 0 ? row : { ...row, label }))))).rejects.toThrow(/have no label/)
  })

  const data = join(process.env['CONSILIUM_EVAL'] ?? '', 'claims', 'healthver.jsonl')
  it.skipIf(process.env['CONSILIUM_EVAL'] === undefined || !existsSync(data))('beats a bag of words on real claims it never saw (skipped: no data)', async () => {
    const { scores, bagOfWords } = await evaluateClaims(data, { folds: 5 })
    expect(scores?.macroF1).toBeGreaterThan(0.45)
    const refutes = scores?.labels.find(({ label }) => label === 'Refutes')
    expect(refutes?.precision).toBeGreaterThanOrEqual(0.6)
    expect(refutes?.recall).toBeGreaterThanOrEqual(0.3)
    expect(scores?.macroF1).toBeGreaterThan((bagOfWords?.macroF1 ?? 1) + 0.05)
    expect(scores?.swaps).toBeLessThan(bagOfWords?.swaps ?? 0)
  }, 60_000)
})

describe('foldsByComponent', () => {
  it('keeps rows together that share a claim or a passage, also through others', () => {
    const rows = [{ claim: 'a', evidence: '1' }, { claim: 'b', evidence: '1' }, { claim: 'B ', evidence: '2' }, { claim: 'c', evidence: '3' }, { claim: 'd', evidence: '4' }]
    const folds = foldsByComponent(rows, 2)
    expect(new Set(folds.slice(0, 3)).size).toBe(1)
    expect(folds[3]).not.toBe(folds[0])
  })

  it('does not depend on the order of the file', () => {
    const rows = ROWS.map(({ claim, evidence }) => ({ claim, evidence }))
    expect(foldsByComponent(rows.toReversed(), 3).toReversed()).toEqual(foldsByComponent(rows, 3))
  })
})

describe('claims made of other tasks', () => {
  it('takes a question with its conclusion, and with the conclusion of another', () => {
    const made = claimsOfQuestions([{ id: '1', question: 'Does tea reduce pain?', longAnswer: 'Tea reduces pain.', answer: 'yes', contexts: [{ label: 'AIM', text: 'Pain is common. We asked.' }] }, { id: '2', question: 'Does tea cause pain?', longAnswer: 'It does not.', answer: 'no' }])
    expect(made[0]).toEqual({ claim: 'Does tea reduce pain?', passage: 'Tea reduces pain.', stance: 'Supports' })
    expect(made.map(({ stance }) => stance)).toEqual(['Supports', 'Neutral', 'Neutral', 'Refutes', 'Neutral'])
  })

  it('claims more, less and no change of what a trial found', () => {
    const made = claimsOfPrompts([{ promptId: '1', pmcid: 'x', intervention: 'tea', comparator: 'water', outcome: 'pain', title: '', abstractText: '', label: 'significantly decreased', evidence: [{ text: 'Pain was significantly lower with tea than with water (p = 0.01).' }] }])
    expect(made.map(({ stance }) => stance)).toEqual(['Refutes', 'Supports', 'Refutes'])
  })
})
