import { describe, expect, it } from 'vitest'
import { buildSource, type SourceParts } from '../../../../../test/support/build-source.ts'
import { viewOf, type DocumentView } from '../document-view.ts'
import { conflictStatement } from './conflict-statement.ts'
import { fundingStatement } from './funding-statement.ts'
import { statedRegistrations } from './registrations.ts'

function view(text: string, title = 'Acknowledgements', parts: SourceParts = {}): DocumentView {
  return viewOf(buildSource({ evidence: null, text, sections: [{ title, kind: 'other', start: 0, end: text.length }], ...parts }))
}

describe('funding statement', () => {
  it.each([
    ['This study was supported by a Project Grant from the National Health & Medical Research Council.', 'public'],
    ['The authors thank Baxter Healthcare Corporation for funding this trial.', 'industry'],
    ['Financial support was provided by the research committee of the County Council.', 'unclear'],
    ['Drs A and B receive salary support from the Department of Medicine at the Hospital.', 'public'],
    ['This study was not funded by any funding agencies.', 'none'],
    ['No grant support was used for this study.', 'none'],
  ])('%s', (text, funding) => {
    expect(fundingStatement(view(text))).toMatchObject({ funding, statement: { value: text, span: { start: 0, end: text.length } } })
  })

  it.each([
    'We thank all nurses for their help.',
    'This finding is supported by previous studies.',
    'A.B. has received honoraria and consulting fees from Pfizer.',
  ])('none: %s', (text) => {
    expect(fundingStatement(view(text)).statement).toBeNull()
  })

  it('takes what the publisher marked, at its words or, where the text lacks them, without a place', () => {
    expect(fundingStatement(view('Words.', 'Notes', { fundingNote: 'Wellcome Trust', funding: 'public' }))).toMatchObject({ funding: 'public', statement: { value: 'Wellcome Trust', span: null } })
    expect(fundingStatement(view('Paid by the Wellcome Trust.', 'Notes', { fundingNote: 'Wellcome Trust' })).statement?.span).toEqual({ start: 12, end: 26 })
  })

  it('does not take a conflict of interest for funding', () => {
    expect(fundingStatement(view('A.B. received lecture fees from Pfizer.', 'Conflict of interest')).statement).toBeNull()
  })
})

describe('conflicts and registrations', () => {
  it.each([
    ['The authors declare that they have no competing interests.', true],
    ['None declared.', true],
    ['A.B. has received honoraria from Pfizer; the other authors have no conflicts of interest.', false],
  ])('%s', (words, declaresNone) => {
    expect(conflictStatement(view('x', 'Notes', { conflictsOfInterest: words })).declaresNone).toBe(declaresNone)
  })

  it('an absent statement is not “none”', () => {
    expect(conflictStatement(view('Words.'))).toEqual({ statement: null, declaresNone: null })
  })

  it('finds registration numbers at their words', () => {
    const text = 'Registered as NCT01446419 and ISRCTN 44902048.'
    expect(statedRegistrations(view(text)).map(({ value, quote }) => [value, quote])).toEqual([['NCT01446419', 'NCT01446419'], ['ISRCTN44902048', 'ISRCTN 44902048']])
  })
})
