import { expect, it } from 'vitest'
import { saysIndividualDecision } from './says-individual-decision.ts'

it.each([
  ['makes starting aspirin an individual decision, because the net benefit is small', true],
  ['the decision should be individual after discussing benefits and harms', true],
  ['recommends selectively offering screening', true],
  ['recommends a statin for each individual with diabetes', false],
])('hears in "%s" that the choice is left to each person: %s', (text, isLeft) => {
  expect(saysIndividualDecision(text)).toBe(isLeft)
})
