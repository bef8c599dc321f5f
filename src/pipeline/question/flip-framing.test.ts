import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { flipFraming } from './flip-framing.ts'
import { restateQuestion } from './restate-question.ts'
import { rewordQuestion } from './reword-question.ts'
import { understandQuestion } from './understand-question.ts'

const vocabulary = starterVocabulary()
const read = (text: string): ReturnType<typeof understandQuestion> => understandQuestion({ vocabulary }, { text })

describe('asking the question in other words', () => {
  it.each([
    'Is basivertebral nerve ablation indicated for low back pain?',
    'Should a 75-year-old take aspirin to prevent a first heart attack?',
    'Does ivermectin help in COVID-19?',
    'Apixaban versus warfarin in atrial fibrillation',
    'Are SGLT2 inhibitors recommended in heart failure with preserved ejection fraction?',
    'Should metoprolol be continued after a heart attack?',
    'How much does semaglutide lower heart attacks in people with obesity?',
    'Does HRT increase the risk of breast cancer?',
    'Is alteplase beneficial in acute ischaemic stroke within 4.5 hours?',
    'A 58-year-old woman has Modic 2 changes. Is Intracept indicated for low back pain?',
  ])('reads "%s" the same in every framing', (text) => {
    const check = flipFraming({ vocabulary }, { text }, read(text))
    expect(check.variants).toBeGreaterThanOrEqual(5)
    expect(check.different).toEqual([])
    expect(check.same).toBe(true)
  })

  it('says so when a reading depends on the framing', () => {
    const check = flipFraming({ vocabulary }, { text: 'Is aspirin indicated for primary prevention?' }, read('Is apixaban indicated for atrial fibrillation?'))
    expect(check.same).toBe(false)
    expect(check.different.length).toBeGreaterThan(3)
  })

  it('negates, asks why, turns the people to the front and takes other names', () => {
    const variants = rewordQuestion(vocabulary, 'Is aspirin indicated for people with diabetes?')
    expect(variants).toContain("Isn't aspirin indicated for people with diabetes?")
    expect(variants).toContain('Is aspirin not indicated for people with diabetes?')
    expect(variants).toContain('Why is aspirin not indicated for people with diabetes?')
    expect(variants).toContain('For people with diabetes, is aspirin indicated?')
    expect(variants.some((variant) => /diabetes mellitus/.test(variant))).toBe(true)
  })

  it('does not tear a sentence apart, and makes none of words it does not know', () => {
    expect(rewordQuestion(vocabulary, 'Do steroid injections in the knee help osteoarthritis?').filter((variant) => variant.startsWith('In the knee'))).toEqual([])
    expect(restateQuestion(vocabulary, read('Is frobnication indicated for low back pain?'))).toEqual([])
  })

  it('says a question anew by its kind: topic, why not, passive', () => {
    expect(restateQuestion(vocabulary, read('Is aspirin indicated for diabetes?'))).toContain('aspirin for diabetes')
    expect(restateQuestion(vocabulary, read('Is aspirin indicated for diabetes?'))).toContain('Why should aspirin not be used for diabetes?')
    expect(restateQuestion(vocabulary, read('How much does semaglutide lower heart attacks in people with obesity?'))).toContain('Is myocardial infarction reduced by semaglutide in obesity?')
  })
})

describe('readings that depended on the wording', () => {
  const meaning = (text: string): unknown => {
    const { kind, intervention, population, outcomes, criteria, stopping } = read(text)
    return { kind, intervention: intervention.concepts, population: population.concepts, outcomes: outcomes.map(({ concepts }) => concepts), criteria, stopping }
  }

  it.each([
    ['Shouldn’t metoprolol be continued after a heart attack?', 'Should metoprolol be continued after a heart attack?'],
    ['Does semaglutide not prevent heart attacks in obesity?', 'Does semaglutide prevent heart attacks in obesity?'],
    ['Does semaglutide lower myocardial infarction in obesity?', 'Does semaglutide lower heart attacks in people with obesity?'],
    ['Does aspirin increase the risk of cancer of the breast?', 'Does aspirin increase the risk of breast cancer?'],
    ['Does the HPV vaccine prevent cancer of the cervix?', 'Does the HPV vaccine prevent cervical cancer?'],
    ['Does aspirin help in pre-eclampsia?', 'Does aspirin prevent pre-eclampsia?'],
    ['Does alteplase help in acute ischaemic stroke, hours since onset 4.5 or below?', 'Does alteplase help in acute ischaemic stroke within 4.5 hours?'],
    ['Can’t acupuncture reverse damage in dementia?', 'Can acupuncture reverse damage in dementia?'],
    ['Should a patient with heart failure and preserved ejection fraction take an SGLT2 inhibitor?', 'Should a patient with heart failure with preserved ejection fraction take an SGLT2 inhibitor?'],
  ])('"%s" is "%s"', (one, other) => {
    expect(meaning(one)).toEqual(meaning(other))
  })

  it('reads no age out of hours, months or days of something', () => {
    expect(read('Does exercise help in back pain, months of pain 3 or over?').criteria.ranges).toEqual({ 'pain-months': { min: 3 } })
    expect(read('Does alteplase help in stroke, hours since onset 4.5 or below?').criteria.ranges).toEqual({ 'hours-since-onset': { max: 4.5 } })
    expect(read('Does exercise help in back pain at 65 or over?').criteria.ranges).toEqual({ age: { min: 65 } })
  })
})
