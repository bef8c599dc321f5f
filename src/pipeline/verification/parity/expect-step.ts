import { z } from 'zod'
import type { Claim } from '../../../core/model/index.ts'
import { bodiesWrong } from './check-bodies.ts'
import { peopleProblem } from './check-people.ts'
import { mark, wrong } from './compare-told.ts'
import { expectBounds, expectExact, leadOf } from './expect-position.ts'
import { bodyName, citedRecommendations, type ReferenceFacts } from './reference-facts.ts'
import { asWrong, firstWrong } from './told-checks.ts'
import { textInput } from './read-inputs.ts'
import type { Expected, Told } from './types.ts'

type Said = Told['said']

/** Steps, each from one body. */
export function expectStep(facts: ReferenceFacts, claim: Claim): Expected[] {
  const inputs = claim.inputs ?? {}
  const cited = citedRecommendations(facts, claim)
  const step: Expected = { slot: 'step', missing: 'dropped', what: 'the number of the step', check: ({ number }) => (Number(number) === inputs['step'] ? null : wrong('changed', 'another step')) }
  const nameOf = ({ source, recommendation }: (typeof cited)[number]): string => bodyName(facts, source, recommendation)
  if ('missing' in inputs) {
    return [step, mark('not-said', 'dropped', 'that the question does not say it'), ...cited.map((advice): Expected => ({
      slot: 'speaks-of', missing: 'dropped', what: `whom ${nameOf(advice)} speaks of`,
      check: ({ bodies, people }) => firstWrong((bodies ?? '').includes(nameOf(advice)) ? null : wrong('changed', 'another body'), bodiesWrong(bodies, [...new Set(cited.map((one) => nameOf(one)).filter((name) => (bodies ?? '').includes(name)))]), asWrong(peopleProblem(facts.vocabulary, people ?? '', advice.recommendation.criteria, [])))
    }))]
  }
  if ('payers' in inputs) {
    const names = [...new Set(cited.map((advice) => nameOf(advice)))]
    const silent = z.array(z.object({ organization: z.string() })).parse(inputs['silent'] ?? []).map(({ organization }) => organization)
    return [step, ...(names.length > 0 ? [{ slot: 'plans', missing: 'dropped', what: 'which plans say no', check: ({ bodies }: Said) => bodiesWrong(bodies, names) } satisfies Expected] : []), ...(silent.length > 0 ? [{ slot: 'silent', missing: 'dropped', what: 'who says nothing', check: ({ bodies }: Said) => bodiesWrong(bodies, [...new Set(silent)]) } satisfies Expected] : []), mark('nobody-against', 'dropped', 'that no body advises against it'), ...(names.length + silent.length === 0 ? [mark('studies-against', 'dropped', 'what stands against it')] : [])]
  }
  if ('stance' in inputs && cited.length === 0) return [step, mark('fork', 'dropped', 'that experts disagree'), mark('fork-only', 'dropped', 'that it is a fork')]
  const [advice] = cited
  if (advice === undefined) return [step]
  const isFor = ['for', 'neither'].includes(advice.recommendation.direction)
  const bodyClass = textInput(facts.inputs.get(advice.recommendation.id), 'bodyClass') || 'clinical'
  const isContested = /(?:One|The other) side, /.test(claim.text)
  const exact = expectExact(advice)
  return [step, leadOf(facts, advice, bodyClass), ...expectBounds(facts, advice.recommendation).map((one) => (one.slot === 'adds' && exact.length > 0 ? { ...one, missing: null } : one)), ...exact, ...(isContested ? [mark(isFor ? 'one-side' : 'other-side', 'dropped', 'its side')] : [])]
}
