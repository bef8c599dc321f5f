import { describe, expect, it } from 'vitest'
import { countSyllables, measureReadability } from './readability.ts'

describe('countSyllables', () => {
  it.each([
    ['people', 2], ['study', 2], ['bone', 1], ['bleeding', 2], ['procedure', 3], ['medicine', 3], ['serious', 3], ['usual', 3],
    ['heart', 1], ['stroke', 1], ['placebo', 3], ['experts', 2], ['diarrhoea', 4], ['anaemia', 3], ['vaccine', 2], ['area', 3],
    ['low-dose', 2], ['maker’s', 2], ['2,387', 1], ['5.3', 1], ['MRI', 1],
  ])('counts the spoken syllables of "%s"', (word, syllables) => {
    expect(countSyllables(word)).toBe(syllables)
  })
})

describe('measureReadability', () => {
  it('gives the grade of the formula: 0.39 × words a sentence + 11.8 × syllables a word − 15.59', () => {
    const { grade, words, sentences, syllables } = measureReadability(['The cat sat on the mat. It was warm.'])
    expect({ words, sentences, syllables }).toEqual({ words: 9, sentences: 2, syllables: 9 })
    expect(grade).toBeCloseTo(0.39 * 4.5 + 11.8 - 15.59, 1)
  })

  it('gives the SMOG grade: 1.043 × √(polysyllables of 30 sentences) + 3.1291', () => {
    const { smog, polysyllables } = measureReadability(['The medicine was serious. It was usual. The cat sat.'])
    expect(polysyllables).toBe(3)
    expect(smog).toBeCloseTo(1.043 * Math.sqrt(3 * (30 / 3)) + 3.1291, 1)
    expect(measureReadability(['The cat sat.']).smog).toBe(3.1)
  })

  it('counts an ignored name as no long word', () => {
    expect(measureReadability(['Basivertebral ablation helped.'], { ignore: ['basivertebral ablation'] }).polysyllables).toBe(0)
  })

  it('does not end a sentence at a decimal point', () => {
    expect(measureReadability(['They did 5.3 points better. That is small.']).sentences).toBe(2)
  })

  it('counts a name in the list as one short word, also in the plural and whatever its case', () => {
    const named = measureReadability(['Basivertebral nerve ablation helped some people.'], { ignore: ['basivertebral nerve ablation'] })
    expect(named).toEqual(measureReadability(['It helped some people.']))
    expect(measureReadability(['SGLT2 inhibitors help.'], { ignore: ['SGLT2 inhibitor'] })).toEqual(measureReadability(['It help.']))
  })

  it('takes the longest of two names that begin alike', () => {
    expect(measureReadability(['World Health Organization advice.'], { ignore: ['World', 'World Health Organization'] }).words).toBe(2)
  })

  it('has no grade where nothing is printed', () => {
    expect(measureReadability(['', '—'])).toEqual({ grade: null, smog: null, words: 0, sentences: 0, syllables: 0, polysyllables: 0 })
  })

  it('rates the words of a journal above those of a conversation', () => {
    const journal = measureReadability(['Intraosseous basivertebral radiofrequency neurotomy demonstrated statistically significant amelioration of disability.'])
    const talk = measureReadability(['The treatment helped some people move more. Others felt the same as before.'])
    expect(journal.grade ?? 0).toBeGreaterThan(20)
    expect(talk.grade ?? 99).toBeLessThan(5)
  })
})
