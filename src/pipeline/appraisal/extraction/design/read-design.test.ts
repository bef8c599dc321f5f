import { describe, expect, it } from 'vitest'
import { buildSource, type SourceParts } from '../../../../../test/support/build-source.ts'
import { viewOf } from '../document-view.ts'
import type { ExtractedDesign } from '../types.ts'
import { readDesign } from './read-design.ts'

function designOf(title: string, abstract: string, { methods = '', ...parts }: SourceParts & { readonly methods?: string } = {}): ExtractedDesign {
  const text = `${title}\n\n${abstract}\n\n${methods}`
  const at = title.length + 2
  return readDesign(viewOf(buildSource({
    kind: 'other', title, evidence: null, text, ...parts,
    sections: [
      { title: 'Title', kind: 'title', start: 0, end: title.length },
      { title: 'Abstract', kind: 'abstract', start: at, end: at + abstract.length },
      ...(methods === '' ? [] : [{ title: 'Methods', kind: 'body' as const, start: at + abstract.length + 2, end: text.length }]),
    ],
  })))
}

describe('study design', () => {
  it.each([
    ['a title that says so', 'Heat for pain: a randomised controlled trial', 'Heat was given.', 'randomised-trial'],
    ['an abstract that says so', 'Heat for pain', 'Patients were randomly assigned to heat or rest.', 'randomised-trial'],
    ['an order drawn by lot', 'Three tests of exercise', 'Twenty men performed three tests in a randomized, counter-balanced order.', 'randomised-trial'],
    ['one to one', 'A gel for prevention', 'Women were assigned to the four study groups in a 1:1:1:1 ratio.', 'randomised-trial'],
    ['another trial’s chance is none', 'Salbutamol in lung injury', 'We did a retrospective chart review of 86 patients. A randomized trial is needed.', 'cohort'],
    ['denied chance', 'Aprepitant against nausea', 'In this prospective, non-randomized, comparative study patients received two regimens.', 'non-randomised-trial'],
    ['a historical control', 'Text messages beside therapy', 'Outcomes were compared with a historical control group.', 'non-randomised-trial'],
    ['groups without a word on chance', 'Two doses of a statin', 'Seventy patients were divided into two groups by dose.', 'non-randomised-trial'],
    ['animals before chance', 'Repair of a nerve: a randomized animal study', 'Two groups of 12 rats underwent repair.', 'animal-study'],
    ['a questionnaire is no animal', 'Tiotropium in COPD: a trial', 'Subjects were randomized; the COPD Assessment Test (CAT) was measured.', 'randomised-trial'],
    ['a review of trials', 'Heat for pain: a systematic review of randomised trials', 'We searched.', 'systematic-review'],
    ['a protocol', 'Protocol for a randomised trial of heat', 'We will randomise 40 people.', 'protocol'],
    ['inheritance is not allocation', 'Vitamin D and stroke: a Mendelian randomization analysis', 'Variants were used in a prospective cohort.', 'cohort'],
    ['nothing said', 'Phones and hearing', 'Hearing was measured before and after a call.', 'other'],
  ])('%s', (_name, title, abstract, design) => {
    expect(designOf(title, abstract).design.value).toBe(design)
  })

  it('takes PubMed’s types before the abstract, and a curated kind before all', () => {
    expect(designOf('Heat for pain', 'Heat was given.', { publicationTypes: ['Randomized Controlled Trial'] }).design).toMatchObject({ value: 'randomised-trial', quote: 'Randomized Controlled Trial', span: null })
    expect(designOf('Randomised trials of heat', 'Words.', { kind: 'meta-analysis' }).design.value).toBe('meta-analysis')
  })

  it('names layouts at their words', () => {
    const { layouts } = designOf('Games: a crossover randomised controlled trial', 'Children had three conditions in a cluster randomised pilot study.')
    expect(layouts.map(({ value, quote }) => [value, quote])).toEqual([['crossover', 'crossover randomised'], ['cluster', 'cluster randomised'], ['pilot', 'pilot study']])
  })
})

describe('conduct', () => {
  it.each([
    ['double-blind', 'A double-blind randomised trial.', true, true],
    ['open-label with blind assessors', 'An open-label randomised trial. Outcome assessors were blinded to allocation.', false, true],
    ['participants could not be', 'Patients were randomised. The participants were not blinded to the treatment.', false, null],
    ['nothing said is unknown', 'Patients were randomised to heat or rest.', null, null],
  ])('blinding: %s', (_name, abstract, participants, assessors) => {
    const { participantsBlinded, assessorsBlinded } = designOf('Heat for pain', abstract)
    expect([participantsBlinded?.value ?? null, assessorsBlinded?.value ?? null]).toEqual([participants, assessors])
  })

  it('sequence and concealment', () => {
    const read = (methods: string): ExtractedDesign => designOf('A randomised trial', 'Heat.', { methods })
    expect(read('A computer-generated random list was kept in sealed opaque envelopes.')).toMatchObject({ sequence: { value: 'adequate' }, concealment: { value: 'adequate' } })
    expect(read('Patients were allocated by date of birth, so allocation was not concealed.')).toMatchObject({ sequence: { value: 'inadequate' }, concealment: { value: 'inadequate' } })
    expect(read('Pain was measured.')).toMatchObject({ sequence: null, concealment: null })
  })
})
