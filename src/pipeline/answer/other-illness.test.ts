import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { otherIllness } from './other-illness.ts'
import { withArticle } from './wording.ts'

const vocabulary = starterVocabulary()

describe('the illness that advice speaks of', () => {
  it('is told where it is another than the page\'s, and not where the title has it', () => {
    expect(otherIllness(vocabulary, ['type-2-diabetes'], ['heart-failure'])).toContain('diabetes')
    expect(otherIllness(vocabulary, ['hfpef'], ['heart-failure'])).toBeNull()
    expect(otherIllness(vocabulary, ['heart-failure'], ['hfpef'])).toBeNull()
  })

  it('is not told where several are listed, or the page is about none', () => {
    expect(otherIllness(vocabulary, ['type-2-diabetes', 'heart-failure'], ['chronic-kidney-disease'])).toBeNull()
    expect(otherIllness(vocabulary, ['type-2-diabetes'], [])).toBeNull()
  })
})

it('gives no article to something done: "starting a statin"', () => {
  expect(withArticle('starting a statin')).toBe('starting a statin')
})
