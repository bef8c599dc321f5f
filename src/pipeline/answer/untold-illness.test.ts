import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { untoldIllness } from './untold-illness.ts'
import { uncapitalised, withArticle } from './wording.ts'

const vocabulary = starterVocabulary()

describe('the illness that advice is about', () => {
  it('is told where its sentence does not name it', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes'], 'advises an SGLT2 inhibitor')).toContain('diabetes')
    expect(untoldIllness(vocabulary, ['atrial-fibrillation'], 'strongly advises closure for people having heart surgery')).toContain('atrial fibrillation')
  })

  it('is not told where the sentence has it, by any of its names', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes'], 'advises it for adults with type 2 diabetes')).toBeNull()
    expect(untoldIllness(vocabulary, ['heart-failure'], 'advises it for people with HFpEF')).toBeNull()
  })

  it('is not told where several are listed, since a list says neither "and" nor "or"', () => {
    expect(untoldIllness(vocabulary, ['type-2-diabetes', 'heart-failure'], 'advises it')).toBeNull()
  })
})

it('gives no article to something done: "starting a statin"', () => {
  expect(withArticle('starting a statin')).toBe('starting a statin')
})

it('keeps the capital of a name with two: "McKenzie method"', () => {
  expect([uncapitalised('McKenzie method, 10 sessions'), uncapitalised('Oral NSAIDs'), uncapitalised('Adults with asthma')]).toEqual(['McKenzie method, 10 sessions', 'oral NSAIDs', 'adults with asthma'])
})
