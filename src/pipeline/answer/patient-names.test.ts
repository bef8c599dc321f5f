import { describe, expect, it } from 'vitest'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { meaningOf, orNames, plainName } from './patient-names.ts'

const vocabulary = starterVocabulary()

describe('plainName', () => {
  it('takes plain words that are short and mean this thing alone', () => {
    expect(plainName(vocabulary, 'knee-arthroscopy')).toBe('keyhole surgery of the knee')
  })

  it('keeps the professional name where the plain words are an explanation, or the name is one word', () => {
    expect(plainName(vocabulary, 'basivertebral-nerve-ablation')).toBe('basivertebral nerve ablation')
    expect(plainName(vocabulary, 'warfarin')).toBe('warfarin')
  })

  it('never gives two treatments one name', () => {
    const named = [...vocabulary.concepts()].filter(({ kind }) => kind === 'intervention').map(({ id }) => plainName(vocabulary, id))
    expect(named.filter((name, index) => named.indexOf(name) !== index && name.includes(' a '))).toEqual([])
    expect(plainName(vocabulary, 'dapagliflozin')).not.toBe(plainName(vocabulary, 'empagliflozin'))
  })
})

describe('meaningOf', () => {
  it('explains a name once', () => {
    expect(meaningOf(vocabulary, 'basivertebral-nerve-ablation')).toMatch(/^Basivertebral nerve ablation means a procedure that heats a nerve/)
  })

  it('does not repeat a name as its own explanation', () => {
    expect(meaningOf(vocabulary, 'aspirin')).toBeNull()
    expect(meaningOf(vocabulary, 'ivermectin')).toBeNull()
    expect(meaningOf(vocabulary, 'tranexamic-acid')).toMatch(/^Tranexamic acid means a drug/)
  })
})

it('lists treatments given one for the other with "or"', () => {
  expect(orNames(vocabulary, ['aspirin', 'statin', 'warfarin'])).toBe('aspirin, a statin or warfarin')
})
