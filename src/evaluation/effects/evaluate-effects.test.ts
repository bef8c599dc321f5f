import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateEffects, type EffectPrediction } from './index.ts'

/** Trials made up for this test, in the shape of Evidence Inference: each tells one outcome of each label. */
const OUTCOMES = { appetite: 'significantly increased', nausea: 'significantly decreased', vomiting: 'no significant difference' } as const
const PROMPTS = ['ginger', 'massage', 'yoga', 'zinc', 'music', 'honey', 'qigong', 'melatonin'].flatMap((intervention, document) => {
  const told = {
    appetite: `Appetite was significantly higher with ${intervention} than with placebo (p = 0.01).`,
    nausea: `Nausea was significantly lower with ${intervention} than with placebo (p = 0.01).`,
    vomiting: `Vomiting did not differ significantly between ${intervention} and placebo (p = 0.4).`,
  }
  const abstractText = `METHODS: We randomised people. RESULTS: ${Object.values(told).join(' ')} CONCLUSION: More trials are needed.`
  return (['appetite', 'nausea', 'vomiting'] as const).map((outcome) => ({
    promptId: `${document}-${outcome}`, pmcid: `PMC${document}`, intervention, comparator: 'placebo', outcome, label: OUTCOMES[outcome], evidence: [{ text: told[outcome] }], title: `A trial of ${intervention}`, abstractText,
  }))
})

describe('evaluateEffects', () => {
  let folder = ''
  const path = (name: string): string => join(folder, name)
  const write = async (name: string, rows: readonly unknown[]): Promise<string> => {
    await writeFile(path(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return path(name)
  }
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'effects-')) })
  afterAll(async () => { await rm(folder, { recursive: true }) })

  it('scores the shipped model beside words and majority', async () => {
    const { scores, bagOfWords, majority, folds } = await evaluateEffects(await write('new.jsonl', PROMPTS))
    expect(folds).toBe(0)
    expect(scores?.accuracy).toBeGreaterThan(0.9)
    expect(scores?.swaps).toBe(0)
    expect(majority?.accuracy).toBeCloseTo(1 / 3, 6)
    expect(bagOfWords?.rows).toBe(PROMPTS.length)
  })

  it('learns anew by folds', async () => {
    const { scores, folds } = await evaluateEffects(await write('folds.jsonl', PROMPTS), { folds: 4 })
    expect(folds).toBe(4)
    expect(scores?.accuracy).toBeGreaterThan(0.6)
  })

  it('predicts without labels, and no otherwise than with them', async () => {
    const withLabels: EffectPrediction[] = []
    const without: EffectPrediction[] = []
    await evaluateEffects(await write('with.jsonl', PROMPTS), { onPrediction: (prediction) => { withLabels.push(prediction) } })
    const result = await evaluateEffects(await write('without.jsonl', PROMPTS.map(({ label: _label, evidence: _evidence, ...row }) => row)), { onPrediction: (prediction) => { without.push(prediction) } })
    expect(result.scores).toBeNull()
    expect(without).toEqual(withLabels)
    expect(PROMPTS[0]?.abstractText).toContain(without[0]?.evidence)
  })

  it('refuses folds without labels and a file that is labelled in part', async () => {
    await expect(evaluateEffects(await write('none.jsonl', PROMPTS.map(({ label: _label, ...row }) => row)), { folds: 2 })).rejects.toThrow(/need labels/)
    await expect(evaluateEffects(await write('part.jsonl', PROMPTS.map((row, at) => (at === 0 ? { ...row, label: null } : row))))).rejects.toThrow(/1 of the 24/)
  })
})
