import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { studyDesign } from './study-design.ts'

const library = readLibrary()

describe('what is told of how a study was done', () => {
  it.each<[string, string, boolean]>([
    ['aprocchss-2018', 'It was an observational registry.', true],
    ['aprocchss-2018', 'People were randomised to the steroids or placebo.', false],
    ['lei-2020-hpv', 'Women were randomised to the vaccine.', true],
    ['lei-2020-hpv', 'It was not randomised, so other differences may explain the gap.', false],
    ['harmonie-2023', 'Nirsevimab was compared with a placebo injection.', true],
    ['harmonie-2023', 'Nirsevimab was compared with no intervention, not with placebo.', false],
    ['weinstein-2006-sport-cohort', 'People chose their treatment; SPORT also had a randomised part.', false],
  ])('%s: %s', (id, text, wanted) => {
    const [source] = library.filter((each) => each.id === id)
    expect(source === undefined ? null : studyDesign(text, source) !== null).toBe(wanted)
  })
})
