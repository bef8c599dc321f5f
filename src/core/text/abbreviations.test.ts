import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAbbreviations, isShortForm } from './abbreviations.ts'

const pairs = (text: string): string[] => findAbbreviations(text).map(({ short, long }) => `${short} = ${long}`)

describe('findAbbreviations', () => {
  it.each([
    ['Basivertebral nerve ablation (BVNA) was compared with sham.', ['BVNA = Basivertebral nerve ablation']],
    ['We studied heart failure with preserved ejection fraction (HFpEF).', ['HFpEF = heart failure with preserved ejection fraction']],
    ['Levels of interleukin-6 (IL-6) rose.', ['IL-6 = interleukin-6']],
    ['The Oswestry Disability Index (ODI; range 0 to 100) fell.', ['ODI = Oswestry Disability Index']],
    ['Patients with COPD (chronic obstructive pulmonary disease) were included.', ['COPD = chronic obstructive pulmonary disease']],
    ['Heat shock transcription factor (HSF) and magnetic resonance imaging (MRI).', ['HSF = Heat shock transcription factor', 'MRI = magnetic resonance imaging']],
  ])('reads %j', (text, expected) => {
    expect(pairs(text)).toEqual(expected)
  })

  it.each([
    'The dose was low (see Table 2).', 'It fell in most patients (P < 0.001).', 'Twelve people (24%) left.', 'This holds for many (for example, statins).', 'The trial ended early (Smith 2019).',
  ])('finds nothing in %j', (text) => {
    expect(pairs(text)).toEqual([])
  })

  it('gives each pair once, however often it is defined', () => {
    expect(pairs('Heart failure (HF). Then heart failure (HF) again.')).toEqual(['HF = Heart failure'])
  })

  it('only ever gives words of the text whose letters spell the short form in order', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', '(', ')', ' ', '-', '.', '6') }), (text) => {
      for (const { short, long } of findAbbreviations(text)) {
        expect(text).toContain(long)
        expect(isShortForm(short)).toBe(true)
        let at = 0
        for (const letter of short.toLowerCase().replace(/[^a-z0-9]/g, '')) {
          at = long.toLowerCase().indexOf(letter, at) + 1
          expect(at).toBeGreaterThan(0)
        }
      }
    }))
  })

  it('stays quick on a long text full of brackets', () => {
    const started = performance.now()
    findAbbreviations('(A '.repeat(50_000))
    findAbbreviations(`${'word '.repeat(100_000)}(WW)`)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
