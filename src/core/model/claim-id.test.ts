import { expect, it } from 'vitest'
import { joinClaimIds, splitClaimId } from './claim-id.ts'

it('joins the ids of merged claims and takes them apart again', () => {
  const ids = ['effect:death|events||blinded-randomized', 'smart-2018:finding-1', 'smart-2018:finding-2']
  expect(splitClaimId(joinClaimIds(ids))).toEqual(ids)
})

it('does not cut the id of a composite outcome, which holds plus signs of its own', () => {
  const composite = 'effect:cardiovascular-death+heart-failure-event|events||blinded-randomized|sham-or-placebo|benefit'
  expect(splitClaimId(composite)).toEqual([composite])
  expect(splitClaimId(joinClaimIds([composite, 'deliver-2022:finding-1']))).toEqual([composite, 'deliver-2022:finding-1'])
})

it('names one claim once', () => {
  expect(joinClaimIds(['a:1', 'a:1', 'b:2'])).toBe('a:1+b:2')
})
