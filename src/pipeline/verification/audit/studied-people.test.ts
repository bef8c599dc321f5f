import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../../../test/support/ask-library.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { readMeaning } from '../meaning/index.ts'
import { studiedPeople } from './studied-people.ts'

const library = readLibrary()
const vocabulary = starterVocabulary()

describe('people told as those of a study', () => {
  it.each<[string, string, boolean]>([
    ['aspree-cv-2018', 'Its participants were in their forties and fifties.', true],
    ['aspree-cv-2018', 'Its participants were in their seventies or older.', false],
    ['harmonie-2023', 'The trial enrolled adults over 60 years.', true],
    ['harmonie-2023', 'The trial enrolled babies in their first RSV season.', false],
    ['aspre-2017', 'Women at average risk took part.', true],
    ['aspre-2017', 'The women who took part were at high risk.', false],
    ['aspre-2017', 'Men can count on the same effect.', true],
    ['cashin-2021-muscle-relaxants', 'The same holds for people with endocarditis.', true],
    ['cashin-2021-muscle-relaxants', 'The trials were run in adults with low back pain.', false],
  ])('%s: %s', (id, text, wanted) => {
    const [source] = library.filter((each) => each.id === id)
    expect(source === undefined ? null : studiedPeople(vocabulary, readMeaning(vocabulary, text), source) !== null).toBe(wanted)
  })
})
