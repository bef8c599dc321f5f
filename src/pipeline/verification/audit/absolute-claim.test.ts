import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { relativeAsAbsolute } from './absolute-claim.ts'

const library = readLibrary()

describe('a relative effect told as a number of people', () => {
  it.each<[string, string, boolean]>([
    ['choi-2020-hpylori', 'So 55 of every 100 relatives who take the pills are saved from stomach cancer.', true],
    ['choi-2020-hpylori', 'For every 1000 relatives treated, 15 fewer had stomach cancer.', false],
    ['lovit-2022', 'For every hundred people treated, 21 more died or had a failing organ.', true],
    ['aspree-cv-2018', 'Aspirin raised major bleeding by 38 percentage points.', true],
    ['aspree-cv-2018', 'Aspirin raised major bleeding by 38%.', false],
    ['deliver-2022', 'Of every 100 people, 16 had the event with the drug and 20 without it, so about 3 are spared.', false],
  ])('%s: %s', (id, text, wanted) => {
    expect(relativeAsAbsolute(text, library.filter((source) => source.id === id)) !== null).toBe(wanted)
  })
})
