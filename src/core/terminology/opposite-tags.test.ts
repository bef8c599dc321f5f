import { expect, it } from 'vitest'
import { isRuledOut } from './opposite-tags.ts'

it('knows that a man is no woman, and says nothing of traits that can stand together', () => {
  expect(isRuledOut('female', ['male', 'diabetes'])).toBe(true)
  expect(isRuledOut('never-smoker', ['ever-smoker'])).toBe(true)
  expect(isRuledOut('female', ['diabetes'])).toBe(false)
})
