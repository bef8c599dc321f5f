import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateYesNo, type YesNoPrediction } from './index.ts'

/** Questions made up for this test, in the shape of PubMedQA and of BioASQ. */
const THINGS = ['ginger', 'massage', 'yoga', 'zinc', 'music', 'honey', 'qigong', 'melatonin', 'mint', 'rest']
const ABSTRACTS = THINGS.map((thing, at) => ({
  id: String(at),
  question: `Does ${thing} reduce nausea?`,
  contexts: [{ label: 'RESULTS', text: at % 2 === 0 ? `Nausea was significantly lower with ${thing} (p = 0.01).` : `Nausea did not differ significantly with ${thing} (p = 0.5).` }],
  longAnswer: at % 2 === 0 ? `${thing} reduces nausea.` : `${thing} does not reduce nausea.`,
  answer: at % 2 === 0 ? 'yes' : 'no',
}))
const SNIPPETS = ABSTRACTS.map(({ id, question, longAnswer, answer }) => ({ id, question, snippets: [{ text: longAnswer }], idealAnswers: [answer], answer }))

describe('evaluateYesNo', () => {
  let folder = ''
  const write = async (name: string, rows: readonly unknown[]): Promise<string> => {
    await writeFile(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    return join(folder, name)
  }
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'yesno-')) })
  afterAll(async () => { await rm(folder, { recursive: true }) })

  it('answers from abstracts, with and without the conclusion', async () => {
    const path = await write('abstracts.jsonl', ABSTRACTS)
    expect((await evaluateYesNo(path)).scores?.accuracy).toBeGreaterThan(0.8)
    expect((await evaluateYesNo(path, { withConclusion: true })).scores?.accuracy).toBeGreaterThan(0.8)
  })

  it('answers from passages, beside words and majority', async () => {
    const { scores, bagOfWords, majority } = await evaluateYesNo(await write('snippets.jsonl', SNIPPETS))
    expect(scores?.accuracy).toBeGreaterThan(0.8)
    expect(majority?.accuracy).toBe(0.5)
    expect(bagOfWords?.rows).toBe(SNIPPETS.length)
  })

  it('learns anew by folds', async () => {
    expect((await evaluateYesNo(await write('folds.jsonl', ABSTRACTS), { folds: 5, withConclusion: true })).scores?.rows).toBe(10)
  })

  it('reads neither the conclusion nor what gives the answer away unless asked', async () => {
    const answers: YesNoPrediction[][] = []
    for (const rows of [ABSTRACTS, ABSTRACTS.map(({ answer: _answer, longAnswer: _longAnswer, ...row }) => ({ ...row, idealAnswers: ['no'] }))]) {
      const made: YesNoPrediction[] = []
      await evaluateYesNo(await write('blind.jsonl', rows), { onPrediction: (prediction) => { made.push(prediction) } })
      answers.push(made)
    }
    expect(answers[1]).toEqual(answers[0])
  })

  it('refuses rows with nothing to read', async () => {
    await expect(evaluateYesNo(await write('empty.jsonl', [{ id: '1', question: 'Is it so?' }]))).rejects.toThrow(/neither contexts nor snippets/)
  })
})
