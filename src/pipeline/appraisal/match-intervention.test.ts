import { describe, expect, it } from 'vitest'
import { buildVocabulary } from '../../../test/support/build-vocabulary.ts'
import { matchIntervention } from './match-intervention.ts'

const vocabulary = buildVocabulary()

describe('matchIntervention', () => {
  it.each([
    ['the treatment asked about', ['nerve-ablation'], ['nerve-ablation'], [], 'exact'],
    ['a member of the class asked about', ['sglt2-inhibitor'], ['dapagliflozin'], [], 'exact'],
    ['the class of the member asked about', ['dapagliflozin'], ['sglt2-inhibitor'], [], 'class'],
    ['the treatment as the comparator only', ['exercise'], ['nerve-ablation'], ['exercise'], 'comparator-only'],
    ['another target of the same technique', ['nerve-ablation'], ['facet-denervation'], [], 'same-technique'],
    ['the same, named from the other side', ['facet-denervation'], ['nerve-ablation'], [], 'same-technique'],
    ['something else', ['nerve-ablation'], ['dapagliflozin'], [], 'other'],
    ['nothing named', ['nerve-ablation'], [], [], 'other'],
  ] as const)('%s', (_case, asked, studied, comparators, match) => {
    expect(matchIntervention(vocabulary, asked, studied, comparators)).toBe(match)
  })
})
