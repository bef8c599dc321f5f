import { expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { compose } from './index.ts'

it('gives a patient no added-up number where large trials contradict each other, and says that results were counted as one', () => {
  const draft = compose({ vocabulary: starterVocabulary() }, askLibrary('Does colchicine prevent heart attacks after myocardial infarction?'), 'patient')
  const told = draft.sections.flatMap(({ claims }) => claims).filter(({ inputs }) => inputs?.['contradictory'] === true)
  expect(told.length).toBeGreaterThan(0)
  for (const { text } of told) expect(text).toMatch(/^Large studies do not agree on what colchicine does to .+, next to a dummy drug\. One number for all would mislead\. We are [a-z ]+ of this\. Studies named this result in different ways, and we count it as one\.$/)
})
