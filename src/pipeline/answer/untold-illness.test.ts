import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { spokenIllness, untoldIllness } from './untold-illness.ts'
import { withArticle } from './wording.ts'

const vocabulary = starterVocabulary()

describe('the illness that advice speaks of', () => {
  it('is told where its sentence does not name it', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes'], ['heart-failure'], 'advises an SGLT2 inhibitor')).toContain('diabetes')
    expect(untoldIllness(vocabulary, ['atrial-fibrillation'], ['atrial-fibrillation'], 'strongly advises closure for people having heart surgery')).toContain('atrial fibrillation')
  })

  it('is not told where the sentence has it, by any of its names', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes'], ['heart-failure'], 'advises it for adults with type 2 diabetes')).toBeNull()
    expect(untoldIllness(vocabulary, ['heart-failure'], ['heart-failure'], 'advises it for people with HFpEF')).toBeNull()
  })

  it('is not told where several are listed, since a list says neither "and" nor "or"', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes', 'heart-failure'], ['chronic-kidney-disease'], 'advises it')).toBeNull()
  })

  it('is people with it, or a purpose', () => {
    expect(spokenIllness('heart failure')).toBe('people with heart failure')
    expect(spokenIllness('preventing a first stroke')).toBe('preventing a first stroke')
  })
})

it('gives no article to something done: "starting a statin"', () => {
  expect(withArticle('starting a statin')).toBe('starting a statin')
})
