import { expect, it } from 'vitest'
import { statesStrength } from './states-strength.ts'

it.each([
  ['makes a strong recommendation against it', true],
  ['recommends starting it in chronic kidney disease (1A)', true],
  ['recommends against starting aspirin at age 60 or older (grade D)', false],
  ['says not to image routinely', false],
])('%s: strong by its own words %s', (text, isStated) => {
  expect(statesStrength(text)).toBe(isStated)
})
