import { expect, it } from 'vitest'
import { saysMayConsider } from './says-may-consider.ts'

it.each([
  ['says low-dose aspirin might be considered in selected adults', true],
  ['says an immediate antibiotic can be considered for acute sore throat', true],
  ['calls caudal injection an option', true],
  ['says that massage may be offered', true],
  ['suggests starting it in chronic kidney disease', false],
  ['recommends a statin, which may be of any kind', false],
])('%s: only allowed %s', (text, isAllowed) => {
  expect(saysMayConsider(text)).toBe(isAllowed)
})
