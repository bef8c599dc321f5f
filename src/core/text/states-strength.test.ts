import { expect, it } from 'vitest'
import { statesStrength } from './states-strength.ts'

it.each([
  ['recommends against starting aspirin at age 60 or older (grade D)', null, true],
  ['makes a strong recommendation against it', null, true],
  ['advises a statin', 'Class I', true],
  ['says not to image routinely', null, false],
  ['calls it reasonable (class 2a)', 'class 2a', false],
])('%s, %s: strong by its own words %s', (text, letter, isStated) => {
  expect(statesStrength(text, letter)).toBe(isStated)
})
