import { describe, expect, it } from 'vitest'
import { sentencesOfAbstract } from '../sentences/index.ts'
import { numberComparison } from './compared-numbers.ts'
import { directionSignals } from './direction-signals.ts'
import { decideEffect, loadEffectModel, prepareArticle, prepareExample, readDifference, termsOfQuestion, trainEffectModel, type EffectExample, type EffectQuestion } from './index.ts'
import { viewSentence, type SentenceView } from './sentence-view.ts'

const PAIN: EffectQuestion = { intervention: 'acupuncture', comparator: 'sham needling', outcome: 'back pain' }

function seen(sentence: string, question: EffectQuestion = PAIN): SentenceView {
  const article = prepareArticle(sentencesOfAbstract('A trial.', sentence))
  const last = article.sentences.at(-1)
  if (last === undefined) throw new Error('no sentence')
  return viewSentence(last, termsOfQuestion(question, article.shortenings), article)
}

describe('directionSignals', () => {
  it.each([
    ['Back pain was lower in the acupuncture group.', -1], ['Back pain was lower in the sham group.', 1], ['Acupuncture gave less back pain than sham.', -1],
    ['Compared with sham, back pain was higher.', 1], ['The acupuncture group had a greater reduction of back pain.', -1], ['Back pain rose.', 1],
  ])('reads "%s" for the intervention', (sentence, sign) => {
    expect(directionSignals(seen(sentence)).map((signal) => signal.sign)).toEqual([sign])
  })

  it('marks what is denied', () => {
    expect(directionSignals(seen('Back pain was not reduced by acupuncture.')).map(({ isDenied }) => isDenied)).toEqual([true])
  })
})

describe('numberComparison', () => {
  it.each([
    ['Back pain was 3.6 in the acupuncture group versus 5.1 in the sham group (p < 0.05).', -1], ['Back pain was 5.1 in the sham group versus 3.6 in the acupuncture group.', -1],
    ['Back pain was 6.0 ± 1.2 with acupuncture and 4.4 ± 1.3 with sham.', 1], ['Back pain changed by -2.9 with acupuncture and -0.8 with sham.', -1],
  ])('gives the numbers of "%s" to the arms', (sentence, sign) => {
    expect(numberComparison(seen(sentence))?.sign).toBe(sign)
  })

  it('compares nothing where there is one number', () => {
    expect(numberComparison(seen('Back pain fell by 3 points with acupuncture.'))).toBeNull()
  })
})

describe('viewSentence', () => {
  it('finds the clause that names the outcome', () => {
    const { clause, sentence } = seen('Sleep improved with acupuncture, whereas back pain did not differ.')
    expect(sentence.tokens.slice(clause.first, clause.end).map(({ lower }) => lower).join(' ')).toBe('back pain did not differ')
  })
})

/** Small trials that all say the same in other words: enough to learn from, made up for this test. */
const TREATMENTS = ['balneotherapy', 'gabapentin', 'hypnosis', 'massage', 'yoga', 'magnesium']
const OUTCOMES = ['knee pain', 'sleep quality', 'fatigue score', 'blood pressure']
const EXAMPLES: readonly EffectExample[] = TREATMENTS.flatMap((intervention) => OUTCOMES.flatMap((outcome) => (['significantly increased', 'significantly decreased', 'no significant difference'] as const).map((label) => {
  const says = label === 'no significant difference' ? `There was no significant difference in ${outcome} between ${intervention} and placebo (p = 0.40).` : `The ${outcome} was significantly ${label === 'significantly increased' ? 'higher' : 'lower'} with ${intervention} than with placebo (p = 0.01).`
  const article = prepareArticle(sentencesOfAbstract(`A trial of ${intervention}`, `METHODS: We randomised sixty people to ${intervention} or placebo. RESULTS: Fifty people ended the trial. ${says} CONCLUSION: More trials are needed.`))
  return { question: { intervention, comparator: 'placebo', outcome }, article, label, evidence: [says] }
})))

describe('decideEffect', () => {
  const model = trainEffectModel(EXAMPLES.map((example) => prepareExample(example)))
  const article = prepareArticle(sentencesOfAbstract('Tai chi for the hip', 'METHODS: Eighty people had tai chi or placebo. RESULTS: Nine people left. Hip stiffness was significantly lower with tai chi than with placebo (p = 0.02). CONCLUSION: Further trials are needed.'))
  const question: EffectQuestion = { intervention: 'tai chi', comparator: 'placebo', outcome: 'hip stiffness' }

  it('tells the direction and the sentence that says it, by its place', () => {
    const { label, evidence, chances } = decideEffect(model, question, article)
    expect(label).toBe('significantly decreased')
    expect(evidence?.text).toMatch(/^Hip stiffness/)
    expect(article.text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text)
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
  })

  it('turns with the arms', () => {
    expect(decideEffect(model, { ...question, intervention: 'placebo', comparator: 'tai chi' }, article).label).toBe('significantly increased')
  })

  it('gives the same answer each time', () => {
    expect(decideEffect(trainEffectModel(EXAMPLES.map((example) => prepareExample(example))), question, article)).toEqual(decideEffect(model, question, article))
  })

  it('quotes nothing from an empty article', () => {
    expect(decideEffect(model, question, prepareArticle({ text: '', sentences: [] }))).toEqual({ label: 'no significant difference', chances: [0, 1, 0], evidence: null })
  })
})

describe('the model that ships', () => {
  it('reads plain sentences', async () => {
    const model = await loadEffectModel()
    const article = prepareArticle(sentencesOfAbstract('A trial', 'RESULTS: Nausea was significantly less frequent with ginger than with placebo (12% vs 31%, p = 0.003). Vomiting did not differ significantly between the groups (p = 0.61). Appetite was significantly higher in the ginger group than in the placebo group (p < 0.001).'))
    const read = (outcome: string): string => decideEffect(model, { intervention: 'ginger', comparator: 'placebo', outcome }, article).label
    expect([read('nausea'), read('vomiting'), read('appetite')]).toEqual(['significantly decreased', 'no significant difference', 'significantly increased'])
  })

  it('knows a sentence that tells a difference', async () => {
    const { difference } = await loadEffectModel()
    const article = prepareArticle(sentencesOfAbstract('A trial', 'Mortality was significantly lower (p < 0.001). Mortality did not differ between groups (p = 0.8).'))
    const [, yes, no] = article.sentences.map((sentence) => readDifference(difference, 'Does it reduce mortality?', sentence, article))
    expect(yes).toBeGreaterThan(0.5)
    expect(no).toBeLessThan(0.5)
  })
})
