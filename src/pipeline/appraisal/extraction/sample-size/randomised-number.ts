import type { Span } from '../../../../core/model/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { allocationVerbs, speaksOfAnother, type AllocationVerb } from './allocation-verbs.ts'
import { armSizes, equalArms, type ArmSize } from './arm-sizes.ts'
import { peopleCounts, type PeopleCount } from './people-counts.ts'

/** A reading of one sentence: how many were put into groups by chance, and how far the wording can be trusted. */
type Vote = { readonly value: number; readonly weight: number; readonly span: Span; readonly isTotal: boolean; readonly kind: 'people' | 'clusters' }

export type RandomisedNumber = {
  readonly people: { readonly value: number; readonly span: Span } | null
  readonly clusters: { readonly value: number; readonly span: Span } | null
  readonly arms: readonly ArmSize[]
  /** Where two statements cannot both be true. */
  readonly contradiction: { readonly reason: string; readonly span: Span } | null
}

/** What a place in the report adds: abstracts and results tell what happened, introductions tell of others' trials. */
const ROLE_WEIGHT: Readonly<Record<SentenceRole, number>> = {
  title: 1, abstract: 3, 'abstract-results': 3, 'abstract-conclusion': 1, introduction: 0.1, methods: 2, results: 3, discussion: 0.4, table: 0.5, figure: 2, other: 1.5,
}

/**
 * How many people were randomized, from every sentence that says so.
 *
 * Each sentence votes for the number its wording gives ("939 were randomized", "a trial of 780 children", the sum of
 * the groups); equal numbers from several sentences add up, and the heaviest wins. A total below the sum of its own
 * groups, where each group is as large as the total, is a contradiction: then no number is given (docs/methods).
 */
export function randomisedNumber(sentences: readonly ArticleSentence[]): RandomisedNumber {
  const votes: Vote[] = []
  let arms: { readonly sizes: readonly ArmSize[]; readonly weight: number } = { sizes: [], weight: 0 }
  for (const sentence of sentences) {
    if (!/random/i.test(sentence.text) || sentence.role === 'introduction') continue
    const verbs = allocationVerbs(sentence.text)
    if (verbs.length === 0 || speaksOfAnother(sentence.text)) continue
    const read = readSentence(sentence, verbs)
    votes.push(...read.votes)
    const weight = ROLE_WEIGHT[sentence.role]
    if (read.arms.length >= 2 && weight > arms.weight) arms = { sizes: read.arms, weight }
  }
  const people = heaviest(votes.filter(({ kind }) => kind === 'people'))
  const clusters = heaviest(votes.filter(({ kind }) => kind === 'clusters'))
  const contradiction = contradictionOf(people, arms.sizes)
  return { people: contradiction === null ? people : null, clusters, arms: arms.sizes, contradiction }
}

function readSentence(sentence: ArticleSentence, verbs: readonly AllocationVerb[]): { readonly votes: Vote[]; readonly arms: readonly ArmSize[] } {
  const { text, role, start } = sentence
  const counts = peopleCounts(text)
  const place = ROLE_WEIGHT[role]
  const votes: Vote[] = []
  const vote = (count: Pick<PeopleCount, 'value' | 'start' | 'end'>, weight: number, kind: Vote['kind'], isTotal = true): void =>
    void votes.push({ value: count.value, weight: weight * place, span: { start: start + count.start, end: start + count.end }, isTotal, kind })
  for (const verb of verbs) {
    const chosen = countOf(verb, counts, text)
    if (chosen !== null) vote(chosen.count, chosen.weight, chosen.count.kind === 'clusters' ? 'clusters' : 'people')
  }
  const firstVerb = Math.min(...verbs.map((verb) => verb.start))
  const arms = armSizes(text).filter((arm) => arm.start > firstVerb - 160).map((arm) => ({ ...arm, start: arm.start + start, end: arm.end + start }))
  const [firstArm] = arms
  const lastArm = arms.at(-1)
  if (firstArm !== undefined && lastArm !== undefined) {
    votes.push({ value: arms.reduce((sum, { value }) => sum + value, 0), weight: 2.5 * place, span: { start: firstArm.start, end: lastArm.end }, isTotal: false, kind: 'people' })
  }
  const equal = equalArms(text)
  if (equal !== null && equal.groups !== null && arms.length === 0) vote({ value: equal.each * equal.groups, start: equal.start, end: equal.end }, 1.5, 'people', false)
  return { votes, arms }
}

/** The count a phrase of allocation speaks of: before a passive one, after an active one or "a trial of". */
function countOf(verb: AllocationVerb, counts: readonly PeopleCount[], text: string): { readonly count: PeopleCount; readonly weight: number } | null {
  if (verb.kind === 'passive') {
    const before = counts.filter((count) => count.end <= verb.start && !isShare(text, count))
    const direct = before.findLast((count) => verb.start - Math.max(count.phraseEnd, count.end) <= 14)
    if (direct !== undefined) return { count: direct, weight: 4 }
    const subject = before.findLast((count) => count.kind !== 'bare' && !/[;:]|\. /.test(text.slice(count.phraseEnd, verb.start)))
    const bare = before.findLast((count) => count.kind === 'bare' && /\b(?:met|agreed|consented|fulfill?ed|were|had|qualified|who)\b/i.test(text.slice(count.end, count.end + 30)))
    const nearest = [subject, bare].filter((count) => count !== undefined).toSorted((a, b) => b.start - a.start)[0]
    return nearest === undefined ? null : { count: nearest, weight: 2.5 }
  }
  const reach = verb.kind === 'trial-of' ? 30 : 45
  const after = counts.find((count) => count.start >= verb.end - 1 && count.start - verb.end < reach && count.kind !== 'bare' && !isShare(text, count))
  return after === undefined ? null : { count: after, weight: verb.kind === 'trial-of' ? 2 : 3.5 }
}

/** "In each of the 48 sites, 12 men", "two groups of 27 patients": a part, not the whole. */
function isShare(text: string, count: PeopleCount): boolean {
  return /\b(?:each|per|every|at least|up to|maximum of|blocks? of|groups? of|groups? with|ratio of|another|additional|remaining|other|first|last|aged?|arms? of)(?: \w+){0,5}[ ,(]*$/i.test(text.slice(Math.max(0, count.start - 45), count.start))
}

function heaviest(votes: readonly Vote[]): { readonly value: number; readonly span: Span } | null {
  const byValue = new Map<number, { weight: number; best: Vote }>()
  for (const vote of votes) {
    const known = byValue.get(vote.value)
    if (known === undefined) byValue.set(vote.value, { weight: vote.weight, best: vote })
    else byValue.set(vote.value, { weight: known.weight + vote.weight, best: vote.weight > known.best.weight || (vote.isTotal && !known.best.isTotal) ? vote : known.best })
  }
  const [first] = [...byValue.values()].toSorted((a, b) => b.weight - a.weight || b.best.value - a.best.value)
  return first === undefined ? null : { value: first.best.value, span: first.best.span }
}

/** Three groups of 67 out of 67 people: one of the two numbers is wrong, and nobody can tell which from here. */
function contradictionOf(people: RandomisedNumber['people'], arms: readonly ArmSize[]): RandomisedNumber['contradiction'] {
  const [first] = arms
  const last = arms.at(-1)
  if (first === undefined || last === undefined || arms.length < 2) return null
  const sum = arms.reduce((total, { value }) => total + value, 0)
  const isOneOfBoth = people !== null && (people.value === sum || arms.every(({ value }) => value === people.value))
  const isStated = arms.every(({ value }) => value === first.value) && people !== null && people.value === first.value
  if (!isOneOfBoth || !isStated) return null
  return { reason: `${people.value} people in all and ${arms.map(({ value }) => value).join(', ')} in the groups`, span: { start: first.start, end: last.end } }
}
