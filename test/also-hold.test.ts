import { describe, expect, it } from 'vitest'
import { askLibrary } from './support/ask-library.ts'

/** Verdicts that the method must give on the starter library: question, stance, certainty where it is fixed, cell of the table. */
const VERDICTS: readonly (readonly [question: string, stance: string, certainty: string | null, row: string])[] = [
  ['Should women aged 40 to 49 have screening mammography?', 'recommended', 'moderate', 'G1×E0'],
  ['Should men aged 55 to 69 have PSA screening for prostate cancer?', 'conditional', null, 'G2×E1'],
  ['Should men aged 70 and over have PSA screening for prostate cancer?', 'not-recommended', null, 'G5×E3i'],
  ['Should average-risk adults aged 45 to 49 be screened for colorectal cancer?', 'contested', null, 'G4×E0'],
  ['Should people aged 76 and over start a statin to prevent a first heart attack?', 'insufficient-evidence', null, 'G6×E0'],
  ['Does hydroxychloroquine help in COVID-19?', 'not-recommended', null, 'G5×E3i'],
  ['Should dexamethasone be given to people with COVID-19 on oxygen?', 'recommended', 'high', 'G1×E1'],
  ['Should dexamethasone be given to people with COVID-19 who do not need oxygen?', 'not-recommended', null, 'G4×E3i'],
  ['Should vitamin C be given in sepsis?', 'not-recommended', null, 'G0×E5'],
  ['Should adults under 75 take vitamin D to prevent fractures?', 'not-recommended', null, 'G4×E4'],
  ['Should a beta-blocker be given after myocardial infarction with an ejection fraction of 50% or more?', 'not-recommended', null, 'G4×E3i'],
  ['Should a beta-blocker be given after myocardial infarction with an ejection fraction of 40 to 49%?', 'conditional', null, 'G0×E1'],
  ['Should colchicine be given after myocardial infarction?', 'contested', null, 'G0×E3c'],
  ['Is melatonin recommended for insomnia?', 'contested', null, 'G3×E0'],
  ['Should people aged 75 and over have an RSV vaccine?', 'recommended', null, 'G1×E1'],
  ['Should a second dose of RSV vaccine be given?', 'not-recommended', null, 'G5×E0'],
  ['Should a patent foramen ovale be closed after cryptogenic stroke in people under 60?', 'conditional', null, 'G2×E0'],
  ['Is lecanemab indicated in early Alzheimer disease?', 'contested', null, 'G0×E5'],
]

describe('verdicts of the starter library', () => {
  it.each(VERDICTS)('%s', (question, stance, certainty, row) => {
    const { strata, ...verdict } = askLibrary(question)
    expect([verdict.stance, strata[0]?.row]).toEqual([stance, row])
    expect(certainty === null ? null : verdict.certainty).toBe(certainty)
  })

  it('gives advice on death no vote on fractures, and lists it: vitamin D at 75 and over', () => {
    const { appraisal, strata } = askLibrary('Should adults aged 75 and over take vitamin D to prevent fractures?')
    expect([strata[0]?.row, strata[0]?.stance]).toEqual(['G0×E4', 'not-recommended'])
    expect(appraisal.positions.map(({ whyNoVote }) => whyNoVote)).toEqual(['advice on another outcome ("to lower death"): listed, does not vote'])
    expect(askLibrary('Should adults aged 75 and over take vitamin D?').strata[0]?.votes).toHaveLength(1)
  })

  it('shows what each side of a disagreement had read: SGLT2 inhibitors in preserved ejection fraction', () => {
    const why = askLibrary('Is an SGLT2 inhibitor indicated in heart failure with preserved ejection fraction?').conflicts.flatMap((conflict) => conflict.why)
    expect(why).toContain('evidence: ACC/AHA did not have DELIVER')
    expect(why).toContain('evidence: ESC rests on DELIVER and EMPEROR-Preserved')
  })

  it('names the review that a panel rests on, in the words of the review: facet denervation', () => {
    const [conflict] = askLibrary('Is facet radiofrequency denervation indicated for chronic low back pain?').conflicts
    expect([conflict?.kind, conflict?.why]).toEqual(['true', expect.arrayContaining(['evidence: BMJ Rapid Recommendations rests on Wang 2025'])])
    expect(conflict?.grounds.map(({ source, start, end }) => source.text.slice(start, end))).toEqual(['It is the evidence base of the 2025 BMJ guideline.'])
  })

  it('rests on no retracted paper: the hydroxychloroquine registry is excluded and cited nowhere', () => {
    const { appraisal } = askLibrary('Does hydroxychloroquine help in COVID-19?')
    expect(appraisal.excluded.find(({ sourceId }) => sourceId.startsWith('mehra-2020'))?.kind).toBe('retracted')
    expect(appraisal.onTopic.map(({ id }) => id).filter((id) => id.startsWith('mehra'))).toEqual([])
  })
})
