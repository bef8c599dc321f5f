import { beforeAll, describe, expect, it } from 'vitest'
import { loadEffectModel, prepareArticle } from '../effect-direction/index.ts'
import { sentencesOfAbstract, termsOf } from '../sentences/index.ts'
import { answerRules } from './answer-rules.ts'
import { decideYesNo, loadYesNoModel, type YesNoModel } from './index.ts'
import { saysOpposite } from './opposites.ts'
import { questionFeatures } from './question-features.ts'
import { viewQuestion, weighSentences } from './question-view.ts'

function rules(question: string, sentence: string): string[] {
  const prepared = prepareArticle(sentencesOfAbstract('', sentence)).sentences[0]
  return prepared === undefined ? [] : answerRules(prepared, viewQuestion(question))
}

describe('answerRules', () => {
  it('hears a denial of the very thing that is asked', () => {
    expect(rules('Is ginger effective for nausea?', 'Ginger was not effective against nausea.')).toEqual(expect.arrayContaining(['denies:effect', 'denied-term']))
  })

  it('hears whether the direction is the one asked about', () => {
    expect(rules('Does salt increase thirst?', 'Salt decreased thirst.')).toContain('direction:opposes')
    expect(rules('Does salt increase thirst?', 'Thirst rose with salt.')).toContain('direction:agrees')
    expect(rules('Does salt increase thirst?', 'Salt did not reduce thirst.')).toContain('direction:agrees')
  })
})

describe('saysOpposite', () => {
  it('sets a word against its contrary, and not where both are said', () => {
    const question = new Set(termsOf('Is it inherited in a dominant way'))
    expect(saysOpposite(question, new Set(termsOf('a recessive disease')))).toBe(true)
    expect(saysOpposite(question, new Set(termsOf('dominant and recessive forms')))).toBe(false)
  })
})

describe('questionFeatures', () => {
  it('reads the question after a title', () => {
    expect([...questionFeatures(viewQuestion('Storage of vaccines: is the cold chain safe?')).keys()]).toContain('q:first:is')
  })
})

describe('weighSentences', () => {
  it('gives most attention to the sentence that speaks of what is asked', () => {
    const article = prepareArticle(sentencesOfAbstract('', 'The weather was fine. Ginger reduced nausea. Nobody came.'))
    const shares = weighSentences(article.sentences, viewQuestion('Does ginger reduce nausea?'), article).map(({ share }) => share)
    expect(shares[1]).toBe(Math.max(...shares))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })
})

describe('the model that ships', () => {
  let model: YesNoModel
  beforeAll(async () => { model = await loadYesNoModel((await loadEffectModel()).difference) })

  it('follows a plain conclusion', () => {
    const answer = (conclusion: string): string => decideYesNo(model, 'Does ginger reduce nausea after surgery?', { kind: 'abstract', contexts: [{ label: 'RESULTS', text: 'We studied 200 people.' }], conclusion }).answer
    expect(answer('Ginger significantly reduced nausea after surgery and is effective.')).toBe('yes')
    expect(answer('There was no significant difference in nausea. Ginger does not reduce nausea after surgery.')).toBe('no')
  })

  it('reads passages, and never says maybe there', () => {
    const { answer, chances } = decideYesNo(model, 'Is ginger effective for nausea?', { kind: 'snippets', snippets: ['No effect of ginger on nausea was observed.', 'Ginger did not improve nausea compared with placebo.'] })
    expect(answer).toBe('no')
    expect(chances[2]).toBe(0)
  })

  it('answers from an abstract without any labelled results', () => {
    expect(['yes', 'no', 'maybe']).toContain(decideYesNo(model, 'Is it so?', { kind: 'abstract', contexts: [], conclusion: null }).answer)
  })
})
