import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { aboutCites } from './about-cites.ts'
import { boundText, exactWords, ownWordsText, statedCertaintyText } from './patient-source-words.ts'

const { appraisal } = askLibrary('Does aspirin prevent a first heart attack?')
const [finding] = appraisal.findings
const advice = appraisal.positions.find(({ silence }) => silence === null)

describe('the words of a source beside a plain sentence', () => {
  it('are the sentence that states the result, without its statistics and as a record where it is one', () => {
    if (finding === undefined) throw new Error('the library holds no result on aspirin')
    const stated = { ...finding, finding: { ...finding.finding, text: 'Death happened in 4% and 5%, hazard ratio 0.80 (95% CI 0.70 to 0.90); it was a secondary outcome.' } }
    expect(ownWordsText([stated])).toBe(' In the words of our record: “Death happened in 4% and 5% […]; it was a secondary outcome”.')
    expect(ownWordsText([{ ...stated, source: { ...stated.source, textKind: 'abstract' } }])).toContain(' In exact words: “')
  })

  it('are what it says beside its numbers where it cannot be quoted', () => {
    if (finding === undefined) throw new Error('the library holds no result on aspirin')
    expect(ownWordsText([{ ...finding, finding: { ...finding.finding, text: 'Admissions were 23% lower; the authors call this small and likely not relevant.' } }])).toBe(' Also noted: “the authors call this small and likely not relevant”.')
    expect(ownWordsText([{ ...finding, finding: { ...finding.finding, text: 'Admissions were 23% lower.' } }])).toBe('')
  })

  it('tell how sure the source is of its own result', () => {
    if (finding === undefined) throw new Error('the library holds no result on aspirin')
    expect(statedCertaintyText({ ...finding, finding: { ...finding.finding, text: 'Pain was lower (low quality).' } })).toBe(' The source itself is not very sure of this.')
    expect(statedCertaintyText({ ...finding, finding: { ...finding.finding, text: 'Pain was lower.' } })).toBe('')
  })

  it('are the advice whole, and what binds it', () => {
    if (advice === undefined) throw new Error('the library holds no advice on aspirin')
    const bound = { ...advice, recommendation: { ...advice.recommendation, text: 'The panel recommends closure during surgery, in addition to anticoagulation (class I).' } }
    expect(exactWords(bound, 'strongly advises closure')).toBe('In the words of our record: “The panel recommends closure during surgery, in addition to anticoagulation (class I)”')
    expect(boundText(bound, 'strongly advises closure')).toBe('Also noted: “in addition to anticoagulation”')
    expect(boundText(bound, 'strongly advises closure in addition to anticoagulation')).toBeNull()
  })

  it('stand on the header of a record, which says who was studied and how', () => {
    if (finding === undefined) throw new Error('the library holds no result on aspirin')
    const [about] = aboutCites(finding.source)
    expect(finding.source.text.slice(about?.start, about?.end)).toMatch(/^Population: /)
    expect(aboutCites({ ...finding.source, retraction: { state: 'retracted', notice: null } })).toEqual([])
  })
})
