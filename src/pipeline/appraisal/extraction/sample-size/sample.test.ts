import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/build-source.ts'
import { viewOf } from '../document-view.ts'
import type { StudyDesign } from '../types.ts'
import { readSample } from './sample.ts'

function sampleOf(text: string, design: StudyDesign = 'randomised-trial'): ReturnType<typeof readSample> & { readonly text: string } {
  const source = buildSource({ evidence: null, text, sections: [{ title: 'Results', kind: 'abstract', start: 0, end: text.length }] })
  return { ...readSample(viewOf(source), design), text }
}

describe('how many were randomized', () => {
  it.each([
    ['the count before the verb', 'Of 949 women, 939 were randomized to one of two treatments.', 939],
    ['a subject with words between', 'Sixty patients, aged 18-65 years, undergoing nasal surgery were randomly allocated to two groups.', 60],
    ['an active verb', 'We randomized 81 postmenopausal women to receive melatonin or placebo.', 81],
    ['a trial of so many', 'In a randomized clinical trial of 780 children we compared two syrups.', 780],
    ['a trial of people under any name', 'In a randomized, double blind study of 45 IFNβ-treated PwMS, 21 patients were assigned to a high dose.', 45],
    ['a count in brackets', 'Patients (n = 940) treated for infarction were randomized to infusion or no infusion.', 940],
    ['people under any name at the head of a sentence', '84 housewives were randomly divided into two groups.', 84],
    ['the sum of two groups', 'Participants were randomly assigned to exercise (n = 35) or usual care (n = 36).', 71],
    ['groups told in words', 'We randomised them: 12 participants were randomized to a treatment arm and 13 were randomized to the control arm.', 25],
    ['one group and the other', '37 patients were randomised to receive ondansetron while 33 were randomised to receive granisetron.', 70],
    ['one group a sentence', '197 women were randomized to the epidural group. 198 women were randomized to the meperidine group.', 395],
    ['three groups in a list', '23, 16 and 21 patients were randomized to placebo, pioglitazone and metformin.', 60],
    ['a total beside its groups', 'Healthy subjects (n = 18) were randomly assigned to 30 mg (n = 6), 90 mg (n = 6) or placebo (n = 6).', 18],
    ['equal groups', 'Patients were randomly divided into two groups of 27 patients each.', 54],
    ['an active verb of whoever does it', 'Three sites randomized 48 participants to a low or a high dose.', 48],
    ['those put into groups, before those who were then treated', 'A total of 76 participants were randomized and received the drug. We randomized 81 participants to one of four treatments.', 81],
    ['those of a study named after them', 'The 214 participants randomized in the LAKE study were followed for a year.', 214],
    ['all, before those of each group who left', 'A total of 405 patients were randomized. Seven patients randomized to placebo and 3 patients randomized to the drug were excluded.', 405],
    ['all, and those who stayed are no second group', '405 children were randomized in May, and 383 were still available for the first visit.', 405],
    ['enrolment of people with a number in their disease', 'This randomized trial enrolled 940 type 2 diabetes patients.', 940],
    ['enrolment, where nobody counts those randomized', 'A total of 129 patients were enrolled. They were randomized into three groups.', 129],
  ])('%s', (_name, text, value) => {
    const { sample } = sampleOf(text)
    expect(sample.randomised?.value).toBe(value)
    expect(text.slice(sample.randomised?.span?.start, sample.randomised?.span?.end)).toBe(sample.randomised?.quote)
  })

  it.each([
    ['a planned sample', 'A sample size of 200 patients to be randomized was calculated.'],
    ['another trial', 'A previous trial in which 300 patients were randomized found no effect.'],
    ['years, doses and percentages', 'They were randomized after 12 weeks to 40 mg, and 30% completed it.'],
    ['a threshold', 'Those with CD4 counts higher than 400 were randomized 1:1.'],
    ['those who were not', 'These 20 students could not be randomized.'],
    ['ages', 'Patients, 16 to 60 years, were recruited and randomized to one of two diets.'],
    ['a number that names a virus', 'Results of a phase 1 randomized controlled trial of an HIV-1 vaccine.'],
    ['a share of those who answered', '23/45 (51%) participants randomized to diet only and 28/46 (61%) randomized to diet and exercise complied.'],
    ['those analysed in the end', 'Patients were randomized. In the end, 121 patients were analysed.'],
  ])('not %s', (_name, text) => {
    expect(sampleOf(text).sample.randomised).toBeNull()
  })

  it('gives no number, and says why, when every group is as large as the whole', () => {
    const { sample, refused } = sampleOf('This randomized trial was performed on 67 consecutive patients. They were randomly assigned into three groups receiving 50 mg (n = 67), 100 mg (n = 67) and 150 mg (n = 67).')
    expect(sample.randomised).toBeNull()
    expect(refused).toMatchObject([{ reason: '67 people in all, and 67, 67, 67 in its groups' }])
  })

  it('keeps people and clusters apart', () => {
    const { sample } = sampleOf('Eight schools were randomly assigned to a programme or none. A total of 477 students participated.')
    expect(sample).toMatchObject({ clusters: { value: 8 }, randomised: { value: 477 } })
  })

  it('takes a number of unnamed things for clusters where clusters were randomized', () => {
    const { sample } = sampleOf('This was a cluster randomized trial. Twelve CHCs were randomly assigned to support or none. In all, 699 women were recruited.')
    expect(sample).toMatchObject({ clusters: { value: 12 }, randomised: { value: 699 } })
  })

  it('leaves the trials of a discussion to their authors', () => {
    const [methods, discussion] = ['We enrolled 118 people in a randomized trial. ', 'In the earliest such trial, 1229 patients were randomized.']
    const text = methods + discussion
    const source = buildSource({ evidence: null, text, sections: [{ title: 'Methods', kind: 'body', start: 0, end: methods.length }, { title: 'Discussion', kind: 'body', start: methods.length, end: text.length }] })
    expect(readSample(viewOf(source), 'randomised-trial').sample.randomised?.value).toBe(118)
  })

  it('has none for a cohort, whose people are included', () => {
    expect(sampleOf('A total of 107 women were enrolled in this cohort.', 'cohort').sample).toMatchObject({ randomised: null, included: { value: 107 }, arms: [] })
  })
})

describe('follow-up and losses', () => {
  it.each([
    ['Median follow-up was 2.2 years.', 26.4],
    ['Patients were followed up for six months.', 6],
    ['They took part in a 12-week trial.', 2.76],
  ])('%s', (text, months) => {
    expect(sampleOf(text).sample.followUp?.value.months).toBe(months)
  })

  it('gives the share lost, from counts where they are told', () => {
    expect(sampleOf('Twelve were not seen: 12 of 140 patients were lost to follow-up.').sample.lost?.value).toEqual({ percent: 8.6, lost: 12, of: 140 })
    expect(sampleOf('Allowing for a drop-out of 20%, 90 were needed.').sample.lost).toBeNull()
  })

  it('refuses more lost than there were', () => {
    expect(sampleOf('In the end 15 of 12 patients were lost to follow-up.')).toMatchObject({ sample: { lost: null }, refused: [{ reason: '15 lost of 12' }] })
  })
})
