import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { flipFraming } from './flip-framing.ts'
import { understandQuestion } from './understand-question.ts'

const vocabulary = starterVocabulary()

describe('asking the question the other way round', () => {
  it.each([
    'Is basivertebral nerve ablation indicated for low back pain?',
    'Should a 75-year-old take aspirin to prevent a first heart attack?',
    'Does ivermectin help in COVID-19?',
    'Apixaban versus warfarin in atrial fibrillation',
    'Are SGLT2 inhibitors recommended in heart failure with preserved ejection fraction?',
  ])('reads "%s" the same in every framing', (text) => {
    const check = flipFraming({ vocabulary }, { text }, understandQuestion({ vocabulary }, { text }))
    expect(check.variants).toBeGreaterThanOrEqual(2)
    expect(check.same).toBe(true)
  })

  it('says so when a reading depends on the framing', () => {
    const text = 'Is aspirin indicated for primary prevention?'
    const other = understandQuestion({ vocabulary }, { text: 'Is apixaban indicated for atrial fibrillation?' })
    expect(flipFraming({ vocabulary }, { text }, other).same).toBe(false)
  })
})
