import { describe, expect, it } from 'vitest'
import { askLibrary, readLibrary, workingOf } from './support/ask-library.ts'
import type { OutcomeBody, Synthesis } from '../src/pipeline/synthesis/index.ts'

/** The worked questions of docs/methods/verdict.md on the starter library: signals, verdict, certainty, and why. */

const idsOf = (synthesis: Synthesis): string[] => synthesis.appraisal.onTopic.map(({ id }) => id)
const excludedIds = (synthesis: Synthesis): string[] => synthesis.appraisal.excluded.map(({ sourceId }) => sourceId)
const bodiesOf = (synthesis: Synthesis): readonly OutcomeBody[] => synthesis.strata.flatMap(({ bodies }) => bodies)
const bodyFrom = (synthesis: Synthesis, sourceId: string, estimate: number): OutcomeBody | undefined => bodiesOf(synthesis).find(({ headline, effect }) => headline.source.id === sourceId && effect?.estimate === estimate)
const silences = (synthesis: Synthesis): Record<string, string | null> => Object.fromEntries(synthesis.appraisal.positions.filter(({ recommendation }) => recommendation.direction === 'silent').map(({ source, silence }) => [source.id, silence]))
const interval = (body: OutcomeBody | undefined): (number | null | undefined)[] => [body?.effect?.estimate, body?.effect?.low, body?.effect?.high]

describe('basivertebral nerve ablation in vertebrogenic low back pain', () => {
  const asked = askLibrary('Is basivertebral nerve ablation indicated for vertebrogenic low back pain?')

  it('is contested, low: societies for it, a small certain and a large uncertain effect, insurers split', () => {
    expect(asked.strata).toHaveLength(1)
    expect(workingOf(asked.strata[0])).toEqual({ row: 'G2×E2', stance: 'contested', certainty: 'low', votes: ['ASPN: for, conditional', 'ISASS: for, conditional'], modifiers: ['M1'] })
    expect([asked.stance, asked.certainty]).toEqual(['contested', 'low'])
  })

  it('lets no draft, insurer or licence vote, and the newer ISASS policy replaces the older', () => {
    const why = Object.fromEntries(asked.appraisal.positions.filter(({ votes }) => !votes).map(({ source, bodyClass }) => [source.id, bodyClass]))
    expect(why).toMatchObject({ 'nass-2022-bna-draft': 'draft', 'kaiser-wa-bvna': 'coverage', 'uhc-pa-ablative': 'coverage', 'aetna-cpb-0016': 'coverage', 'fda-k153272-intracept': 'licence' })
    expect(asked.appraisal.positions.find(({ source }) => source.id === 'isass-2020-bvn')).toMatchObject({ votes: false, superseded: true })
    expect(asked.strata[0]?.modifiers[0]?.text).toContain('Aetna, Kaiser WA, UnitedHealthcare')
  })

  it('takes the osteoporosis exclusion of the draft and the criteria of insurers for edges, not opposition', () => {
    const edges = asked.appraisal.positions.filter(({ recommendation, source }) => recommendation.carveOut && ['nass-2022-bna-draft', 'highmark-wy-bvna', 'bcbs-sc-cam394'].includes(source.id))
    expect(edges.length).toBeGreaterThan(0)
    expect(asked.strata.map(({ label }) => label)).toEqual([''])
  })

  it('tells each silence by its kind, and the unread from the silent', () => {
    expect(silences(asked)).toMatchObject({
      'nice-ng59': 'predates', 'watters-2014-jns-part13': 'predates', 'busse-2025-bmj-guideline': 'in-scope-not-mentioned',
      'acoem-2021-invasive': 'not-read', 'cms-lcd-l39420': 'not-read', 'cms-lcd-l39644': 'not-read',
    })
    expect(Object.keys(silences(asked))).toEqual(expect.arrayContaining(['who-2023-cplbp', 'acp-2017-lbp']))
  })

  it('never pools the sham result with the open one', () => {
    const sham = bodyFrom(asked, 'fischgrund-2018-smart', -5.3)
    const open = bodyFrom(asked, 'smuck-2021-intracept', -20.3)
    expect(sham).toMatchObject({ comparison: 'sham-or-placebo', tier: 'blinded-randomized', zone: null, pool: null })
    expect(sham?.domains.find(({ domain }) => domain === 'risk of bias')?.reason).toContain('per-protocol')
    expect(interval(sham)).toEqual([-5.3, null, null])
    expect(sham?.threshold?.value).toBe(10)
    expect(open).toMatchObject({ comparison: 'no-treatment-or-usual-care', tier: 'open-randomized', pool: null, certainty: 'low' })
    expect(interval(open)).toEqual([-20.3, -25.9, -14.7])
    expect(bodiesOf(asked).filter(({ pool }) => pool !== null)).toEqual([])
  })

  it('counts the review that rests on SMART as SMART', () => {
    const responders = bodyFrom(asked, 'conger-2021-sr', 1.38)
    expect(interval(responders)).toEqual([1.38, 1.1, 1.73])
    expect(responders?.trials.map(({ studyName }) => studyName)).toEqual(['SMART'])
    expect(responders?.headline.conduct.id).toBe('fischgrund-2018-smart')
    expect(interval(bodyFrom(asked, 'conger-2021-sr', 1.25))).toEqual([1.25, 0.88, 1.77])
  })

  it('uses no uncontrolled result as an effect', () => {
    const uncontrolled = ['conger-2022-ma', 'khalil-2024-pooled-5y', 'koreckij-2021-intracept-24m', 'bvna-vcf-trinetx-2025', 'truumees-2019-single-arm', 'loan-2021-ma']
    expect(bodiesOf(asked).flatMap(({ trials, headline }) => [...trials, headline]).filter(({ source }) => uncontrolled.includes(source.id))).toEqual([])
    expect(asked.appraisal.findings.filter(({ source }) => uncontrolled.includes(source.id)).map(({ notAnEffect }) => notAnEffect)).not.toContain(null)
  })

  it('sets other targets of the technique aside', () => {
    expect(excludedIds(asked)).toEqual(expect.arrayContaining(['juch-2017-mint', 'cochrane-2015-rf', 'wang-2025-bmj-nma']))
    expect(idsOf(asked)).not.toEqual(expect.arrayContaining(['juch-2017-mint']))
  })

  it.each([
    'Is basivertebral nerve ablation not indicated for vertebrogenic low back pain?',
    'Should basivertebral nerve ablation be avoided in vertebrogenic low back pain?',
    'Is it true that basivertebral nerve ablation does not work for vertebrogenic low back pain?',
    'Is BVNA medically necessary for vertebrogenic low back pain?',
    'Is intraosseous radiofrequency ablation of the basivertebral nerve indicated for vertebrogenic low back pain?',
    'Basivertebral nerve ablation for vertebrogenic low back pain',
    'Is the Intracept procedure indicated for vertebrogenic low back pain?',
  ])('is the same answer asked as: %s', (text) => {
    const other = askLibrary(text)
    expect([other.stance, other.certainty, workingOf(other.strata[0])]).toEqual([asked.stance, asked.certainty, workingOf(asked.strata[0])])
    expect(idsOf(other)).toEqual(idsOf(asked))
  })

  it('asked of low back pain at large, takes the verdict of the people it was studied in', () => {
    const wide = askLibrary('Is the Intracept procedure (basivertebral nerve ablation) medically indicated for low back pain?')
    expect([wide.stance, wide.certainty]).toEqual(['contested', 'low'])
    const negative = askLibrary('Is the Intracept procedure (basivertebral nerve ablation) not medically indicated for low back pain?')
    expect([negative.stance, negative.certainty, idsOf(negative)]).toEqual([wide.stance, wide.certainty, idsOf(wide)])
  })
})

describe('aspirin to prevent a first event, age 45', () => {
  const asked = askLibrary('Should a 45-year-old take aspirin to prevent a first cardiovascular event?')

  it('is conditional, moderate, and depends on the risk of bleeding', () => {
    expect([asked.stance, asked.certainty]).toEqual(['conditional', 'moderate'])
    expect(asked.strata.map(({ label, row, stance }) => [label, row, stance])).toEqual([['without raised bleeding risk', 'G2×E2', 'conditional'], ['raised bleeding risk', 'G5×E2', 'not-recommended']])
    expect(workingOf(asked.strata[0])?.votes).toEqual(['ACC/AHA: for, conditional', 'USPSTF: for, conditional'])
    expect(asked.dependsOn).toEqual(['raised bleeding risk'])
  })

  it('takes a difference between groups for no contradiction', () => {
    expect(asked.conflicts.filter(({ kind }) => kind === 'true')).toEqual([])
  })

  it('rests on the pool of OR 0.90 (0.85–0.95) and shows no diamond of ours', () => {
    expect(asked.strata[0]?.deciding.map(({ headline }) => headline.source.id)).toEqual(['guirguis-blake-aspirin-2022'])
    expect(interval(asked.strata[0]?.deciding[0])).toEqual([0.9, 0.85, 0.95])
    expect(bodiesOf(asked).filter(({ effect }) => effect?.origin === 'pooled')).toEqual([])
  })

  it('sets aside trials in other ages and aspirin for other ends', () => {
    expect(excludedIds(asked)).toEqual(expect.arrayContaining(['aspree-cv-2018', 'arrive-2018', 'uspstf-preeclampsia-aspirin-2021', 'acc-aha-af-2023']))
  })
})

describe('aspirin to prevent a first event, age 75', () => {
  const asked = askLibrary('Should a 75-year-old start aspirin to prevent a first cardiovascular event?')

  it('is not recommended, moderate: two bodies against, as much bleeding as matters, no benefit', () => {
    expect(asked.strata.map((stratum) => workingOf(stratum))).toEqual([{ row: 'G5×E5', stance: 'not-recommended', certainty: 'moderate', votes: ['ACC/AHA: against, strong', 'USPSTF: against, strong'], modifiers: [] }])
  })

  it('counts about 10 more major bleeds per 1000 (5 to 17)', () => {
    const bleeding = bodyFrom(asked, 'aspree-cv-2018', 1.38)
    expect(interval(bleeding)).toEqual([1.38, 1.18, 1.62])
    expect([bleeding?.absolute?.difference, bleeding?.absolute?.low, bleeding?.absolute?.high].map((value) => Math.round(value ?? NaN))).toEqual([10, 5, 17])
    expect(interval(bodyFrom(asked, 'aspree-cv-2018', 0.95))).toEqual([0.95, 0.83, 1.08])
  })
})

describe('SGLT2 inhibitors in heart failure with preserved ejection fraction', () => {
  const asked = askLibrary('Are SGLT2 inhibitors indicated for heart failure with preserved ejection fraction?')

  it('is recommended, at moderate or high certainty', () => {
    expect(workingOf(asked.strata[0])).toMatchObject({ row: 'G1×E1', stance: 'recommended', modifiers: [] })
    expect(workingOf(asked.strata[0])?.votes).toEqual(expect.arrayContaining(['ACC/AHA: for, conditional', 'ESC: for, strong']))
    expect(['moderate', 'high']).toContain(asked.certainty)
  })

  it('quotes the published pool, the two trials inside it: about 34 fewer per 1000 (22 to 46), one in 30', () => {
    const body = bodyFrom(asked, 'vaduganathan-sglt2-hf-2022', 0.8)
    expect(interval(body)).toEqual([0.8, 0.73, 0.87])
    expect(body?.trials.map(({ studyName }) => studyName).toSorted()).toEqual(['DELIVER', 'EMPEROR-Preserved'])
    expect(body?.inside).toHaveLength(2)
    expect([body?.absolute?.controlPer1000, body?.absolute?.difference, body?.absolute?.low, body?.absolute?.high].map((value) => Math.round(value ?? NaN))).toEqual([183, -34, -46, -22])
    expect(body?.absolute?.numberNeeded?.estimate).toBe(30)
    expect(interval(bodiesOf(asked).find(({ outcomeConcept, headline }) => outcomeConcept === 'cardiovascular-death' && headline.source.id === 'vaduganathan-sglt2-hf-2022'))).toEqual([0.88, 0.77, 1])
  })

  it('lets the newer ESC advice speak and leaves other heart failure and kidney disease out', () => {
    expect(asked.strata[0]?.votes.map(({ source }) => source.id)).toContain('esc-hf-focused-update-2023')
    expect(asked.strata[0]?.votes.map(({ source }) => source.id)).not.toContain('esc-hf-2021')
    expect(excludedIds(asked)).toEqual(expect.arrayContaining(['dapa-hf-2019', 'emperor-reduced-2020', 'dapa-ckd-2020']))
  })
})

describe('arthroscopy of the degenerative knee', () => {
  const asked = askLibrary('Is arthroscopic surgery indicated for degenerative knee disease?')

  it('is not recommended, high', () => {
    expect(asked.strata.map((stratum) => workingOf(stratum))).toEqual([{ row: 'G5×E4', stance: 'not-recommended', certainty: 'high', votes: ['BMJ Rapid Recommendations: against, strong'], modifiers: [] }])
  })

  it('finds −4.6 of 100 against sham: detectable, far below 15', () => {
    const pain = bodyFrom(asked, 'cochrane-knee-arthroscopy-2022', -4.6)
    expect(interval(pain)).toEqual([-4.6, -9, -0.02])
    expect(pain).toMatchObject({ zone: 'trivial', excludesThreshold: true, comparison: 'sham-or-placebo' })
    expect(pain?.threshold?.value).toBe(15)
    expect(interval(bodyFrom(asked, 'cochrane-knee-arthroscopy-2022', 0.1))).toEqual([0.1, -3.2, 3.4])
  })

  it('could not read the advice of BASK', () => {
    expect(silences(asked)).toMatchObject({ 'bask-meniscal-2019': 'not-read' })
  })
})

describe('ivermectin for COVID-19', () => {
  const asked = askLibrary('Is ivermectin indicated for COVID-19?')

  it('is not recommended: tested without benefit, no body speaks', () => {
    expect(workingOf(asked.strata[0])).toMatchObject({ row: 'G0×E4', stance: 'not-recommended', votes: [] })
    expect(['low', 'moderate']).toContain(asked.certainty)
    expect(asked.strata[0]?.evidenceReason).toContain('tested without benefit')
  })

  it('rests on TOGETHER and ACTIV-6, not on the older review of small trials', () => {
    expect(asked.strata[0]?.deciding.flatMap(({ trials }) => trials).map(({ studyName }) => studyName)).toEqual(expect.arrayContaining(['TOGETHER', 'ACTIV-6']))
    expect(interval(bodyFrom(asked, 'together-ivermectin-2022', 0.9))).toEqual([0.9, 0.7, 1.16])
    expect(asked.strata[0]?.deciding.map(({ headline }) => headline.source.id)).not.toContain('bryant-2021-ivermectin')
  })

  it('takes the silence of the WHO version held for no vote', () => {
    expect(Object.keys(silences(asked))).toContain('who-covid-drugs-dec-2020')
  })
})

describe('facet radiofrequency denervation for chronic low back pain', () => {
  const asked = askLibrary('Is facet radiofrequency denervation indicated for chronic low back pain?')

  it('is contested, low or very low: two qualified panels opposite', () => {
    expect(workingOf(asked.strata[0])).toMatchObject({ row: 'G3×E0', stance: 'contested', votes: ['BMJ Rapid Recommendations: against, strong', 'NICE: for, conditional'] })
    expect(['low', 'very-low']).toContain(asked.certainty)
  })

  it('says why: people, dates', () => {
    const conflict = asked.conflicts.find(({ kind }) => kind === 'true')
    expect(conflict?.between.toSorted()).toEqual(['BMJ Rapid Recommendations', 'NICE'])
    expect(conflict?.why.map((reason) => reason.split(':')[0])).toEqual(expect.arrayContaining(['population', 'date']))
  })

  it('does not read the basivertebral nerve as a facet joint', () => {
    expect(excludedIds(asked)).toEqual(expect.arrayContaining(['fischgrund-2018-smart', 'smuck-2021-intracept', 'aspn-2022-bvn']))
  })
})

describe('every worked question', () => {
  it.each([
    'Is basivertebral nerve ablation indicated for vertebrogenic low back pain?',
    'Are SGLT2 inhibitors indicated for heart failure with preserved ejection fraction?',
    'Should a 45-year-old take aspirin to prevent a first cardiovascular event?',
  ])('gives the same synthesis whatever the order of the sources: %s', (text) => {
    expect(askLibrary(text, [], readLibrary().toReversed())).toEqual(askLibrary(text))
  })

  it('supports nothing with a retracted paper', () => {
    const asked = askLibrary('Is hydroxychloroquine indicated for COVID-19?')
    expect(excludedIds(asked)).toContain('mehra-2020-hcq-retracted')
    expect(idsOf(asked)).not.toContain('mehra-2020-hcq-retracted')
    expect(bodiesOf(asked).flatMap(({ trials }) => trials).map(({ source }) => source.id)).not.toContain('mehra-2020-hcq-retracted')
  })
})
