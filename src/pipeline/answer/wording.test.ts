import { expect, it } from 'vitest'
import { withArticle } from './wording.ts'

it.each([['statin', 'a statin'], ['SGLT2 inhibitor', 'an SGLT2 inhibitor'], ['aspirin', 'aspirin'], ['the RSV vaccine', 'the RSV vaccine'], ['a dummy drug', 'a dummy drug']])('calls %s "%s"', (label, named) => {
  expect(withArticle(label)).toBe(named)
})
