import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../../../test/support/build-vocabulary.ts'
import type { Recommendation } from '../../../../core/model/index.ts'
import { viewOf } from '../document-view.ts'
import { recommendationsOf } from './recommendations.ts'

function adviceIn(text: string, kind: 'guideline' | 'rct' = 'guideline'): Recommendation[] {
  const source = buildSource({ kind, evidence: null, textKind: 'fulltext', text, sections: [{ title: 'Recommendations', kind: 'body', start: 0, end: text.length }] })
  return recommendationsOf(buildVocabulary(), viewOf(source), kind === 'guideline' ? 'guideline' : 'randomised-trial')
}

describe('recommendations', () => {
  it.each([
    ['GRADE strong', 'We recommend heat for adults with back pain (strong recommendation, moderate-quality evidence).', 'for', 'strong', 'moderate'],
    ['GRADE conditional against', 'We suggest against injections in adults with back pain (conditional recommendation, low certainty evidence).', 'against', 'conditional', 'low'],
    ['GRADE numbers', 'We suggest exercise for adults with back pain (2C).', 'for', 'conditional', 'low'],
    ['GRADE after the sentence', 'We recommend exercise for adults with back pain. (Grade 1A)', 'for', 'strong', 'high'],
    ['ACC/AHA class I', 'In patients with heart failure, a beta-blocker is recommended (Class I, Level of Evidence A).', 'for', 'strong', 'high'],
    ['ACC/AHA IIa', 'Ablation is reasonable in patients with symptoms (Class IIa, LOE B-NR).', 'for', 'conditional', 'low'],
    ['ACC/AHA IIb', 'Low-dose aspirin may be considered in adults at raised risk (Class IIb; Level of Evidence: A).', 'for', 'conditional', 'high'],
    ['ACC/AHA III is always against', 'Low-dose aspirin should be given to no adult over 70 (Class III: Harm, LOE B-R).', 'against', 'strong', 'moderate'],
    ['USPSTF A', 'The USPSTF recommends screening for cancer in adults aged 50 to 75 years (Grade A).', 'for', 'strong', null],
    ['USPSTF C', 'The USPSTF recommends selectively offering screening to adults aged 76 to 85 years. Grade: C', 'for', 'conditional', null],
    ['USPSTF D', 'The USPSTF recommends against screening in men aged 70 years and older (D recommendation, Grade D).', 'against', 'strong', null],
    ['USPSTF I', 'The USPSTF concludes that the current evidence is insufficient to assess statins in adults 76 years or older (I statement).', 'insufficient-evidence', 'ungraded', null],
    ['NICE offer', 'Offer exercise to people with back pain.', 'for', 'strong', null],
    ['NICE do not offer', '1.2.3 Do not offer belts or corsets for managing low back pain.', 'against', 'strong', null],
    ['NICE consider', '1.2.4 Consider radiofrequency denervation for people with chronic back pain.', 'for', 'conditional', null],
    ['SIGN letter', 'Grade B: Patients with asthma should be offered self-management education.', 'for', 'strong', null],
    ['SIGN good practice point', 'Good practice point: patients should be assessed each year by a nurse.', 'for', 'consensus', null],
    ['Oxford levels', 'Exercise should be offered to patients with back pain (Level 1a, Grade A).', 'for', 'strong', 'high'],
    ['SIGN letter before a dash', 'D - A diagnosis should not be made from imaging alone in adults.', 'against', 'conditional', null],
    ['a letter grades advice of any verb', 'C - Heat is an alternative therapy option in older people with back pain.', 'for', 'conditional', null],
    ['the letter outweighs the verb', 'A - Patients with back pain should be considered for heat.', 'for', 'strong', null],
    ['Endocrine Society signs', 'The Task Force suggests heat in adults with back pain. (2|++OO)', 'for', 'conditional', 'low'],
    ['one sign of four', 'The Task Force recommends against heat in adults with back pain. (1|+OOO)', 'against', 'strong', 'very-low'],
    ['strength and quality spelled out', 'People with back pain should be encouraged to move. (Strength of recommendation: Strong; Quality of evidence: Very low)', 'for', 'strong', 'very-low'],
    ['a bracketed pair', 'Do not give live vaccines to adults with fever (strong, low).', 'against', 'strong', 'low'],
    ['level and grade as equations', 'All staff must receive training on hazards. (LE=4, GR=C)', 'for', 'conditional', 'very-low'],
    ['consensus of a panel as a grade', 'The panel suggests heat in adults with back pain (Grade CB).', 'for', 'consensus', null],
    ['an instruction in any verb of care', 'Assess the confidence of people with back pain.', 'for', 'strong', null],
    ['an instruction against', 'Do not continue heat beyond 5 years in adults.', 'against', 'strong', null],
    ['harm in the words of a class III', 'Corticosteroids are potentially harmful in patients with infarction (Level of Evidence: B).', 'against', 'strong', 'moderate'],
    ['works cited in brackets', 'Prophylaxis is reasonable for patients with prosthetic valves (Smith et al., 1998) (Level of Evidence: B)', 'for', 'conditional', 'moderate'],
    ['no letter and no rule', 'Surgery is indicated in patients with a locked knee.', 'for', 'strong', null],
    ['individual decision', 'The decision to start aspirin should be an individual one in adults aged 40 to 59 years.', 'neither', 'conditional', null],
  ])('%s', (_name, text, direction, strength, certainty) => {
    expect(adviceIn(text)).toMatchObject([{ direction, strength, certainty }])
  })

  it('keeps the letter verbatim and the words that say it', () => {
    const text = 'Background. In patients with heart failure, a beta-blocker is recommended (Class I, Level of Evidence A).'
    const [advice] = adviceIn(text)
    expect(advice).toMatchObject({ letter: 'Class I, Level of Evidence A', population: 'patients with heart failure' })
    expect(text.slice(advice?.span.start, advice?.span.end)).toBe(advice?.text)
  })

  it('names what is advised and for whom', () => {
    expect(adviceIn('Consider nerve ablation for people with chronic back pain.')).toMatchObject([{ intervention: 'nerve ablation', interventions: ['nerve-ablation'], population: 'people with chronic back pain' }])
  })

  it.each([
    'Recommendations were graded by the panel.', 'Further research should be done in adults.', 'These results should be interpreted with care.', 'Pain is common in adults.', 'Definitions for the strength of recommendations (strong, weak) are provided at the end.', 'The potential for harm from supplements in adults should be carefully considered.',
  ])('is none: “%s”', (text) => {
    expect(adviceIn(text)).toEqual([])
  })

  it('a trial’s conclusion is no recommendation of a body', () => {
    expect(adviceIn('We recommend heat for adults with back pain.', 'rct')).toEqual([])
  })
})
