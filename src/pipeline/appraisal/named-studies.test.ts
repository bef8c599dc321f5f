import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../test/support/build-source.ts'
import { namedStudies, studyNames } from './named-studies.ts'

const trial = (id: string, studyName: string | null, parts: Parameters<typeof buildSource>[0] = {}): ReturnType<typeof buildSource> => buildSource({ id, studyId: id, studyName, authors: [`${id} A`], year: 2019, ...parts })
const held = studyNames([trial('first', 'STEP (blood pressure)'), trial('second', 'BPROAD'), trial('third', 'SMART'), trial('fourth', 'SMART'), trial('Manson', null), trial('registered', 'ONWARD', { registrations: ['NCT01234567'] })])

function read(sentence: string): unknown[] {
  const source = buildSource({ kind: 'guideline', text: sentence, evidence: { limitations: [{ text: sentence, span: { start: 0, end: sentence.length } }] } })
  return namedStudies(source, held).map(({ name, relation, start, end }) => [name, relation, source.text.slice(start, end) === sentence])
}

describe('namedStudies', () => {
  it.each([
    ['It gives class I on the strength of BPROAD.', [['BPROAD', 'cited', true]]],
    ['It became class I after STEP and BPROAD.', [['STEP', 'cited', true], ['BPROAD', 'cited', true]]],
    ['The search ended in May 2019, before the STEP and BPROAD trials were published.', [['STEP', 'not-seen', true], ['BPROAD', 'not-seen', true]]],
    ['Later trials (for example BPROAD 2024) are not in it.', [['BPROAD', 'not-seen', true]]],
    ['It rests on older trials; BPROAD was not included.', [['BPROAD', 'not-seen', true]]],
    ['It is based on Manson et al. (2019).', [['Manson 2019', 'cited', true]]],
    ['It is based on NCT01234567.', [['ONWARD', 'cited', true]]],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })

  it('takes the word of a review that says which guideline rests on it', () => {
    const words = 'It is the evidence base of the guideline.'
    const review = trial('Review', null, { kind: 'meta-analysis', text: words, evidence: { basisOf: [{ guideline: 'guideline', span: { start: 0, end: words.length } }] } })
    const studies = studyNames([review])
    expect(namedStudies(buildSource({ id: 'guideline', kind: 'guideline' }), studies)).toEqual([{ studyId: 'Review', name: 'Review 2019', relation: 'cited', source: review, start: 0, end: words.length }])
    expect(namedStudies(buildSource({ id: 'another', kind: 'guideline' }), studies)).toEqual([])
  })

  it.each([
    ['a study that is only mentioned', 'Checked against a review of BPROAD.'],
    ['another study whose name begins alike', 'It rests on STEP 1 and STEP-HFpEF.'],
    ['a word that is spelled like a name', 'It rests on a step down in dose.'],
    ['a name that two studies share', 'It rests on SMART.'],
    ['another year of the author', 'It is based on Manson 2013.'],
  ])('reads no study from %s', (_case, sentence) => {
    expect(read(sentence)).toEqual([])
  })
})
