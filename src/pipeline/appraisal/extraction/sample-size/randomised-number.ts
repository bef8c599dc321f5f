import type { Span } from '../../../../core/model/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { allocationVerbs, speaksOfAnother, type AllocationVerb } from './allocation-verbs.ts'
import { armSizes, equalArms, type ArmSize } from './arm-sizes.ts'
import { CLUSTERS } from './people-words.ts'
import { peopleCounts, type PeopleCount } from './people-counts.ts'
import { valueOfWritten, WRITTEN_NUMBER } from './written-number.ts'

/** A reading of one sentence: how many were put into groups by chance, and how far the wording can be trusted. */
type Vote = { readonly value: number; readonly weight: number; readonly span: Span; readonly isTotal: boolean; readonly isWhole: boolean; readonly kind: 'people' | 'clusters' }

export type RandomisedNumber = {
  readonly people: { readonly value: number; readonly span: Span } | null
  readonly clusters: { readonly value: number; readonly span: Span } | null
  readonly arms: readonly ArmSize[]
  /** Where two statements cannot both be true. */
  readonly contradiction: { readonly reason: string; readonly span: Span } | null
}

/** What a place in the report adds: abstracts and results tell what happened, introductions and discussions of others' trials. */
const ROLE_WEIGHT: Readonly<Record<SentenceRole, number>> = {
  title: 1, abstract: 3, 'abstract-results': 3, 'abstract-conclusion': 1, introduction: 0, methods: 2, results: 3, discussion: 0, table: 0.5, figure: 2, other: 1.5,
}

/** A trial whose clusters were put into groups: there, a number of no named people counts clusters ("twelve CHCs"). */
const CLUSTER_TRIAL = /\bcluster[- ]{1,2}randomi[sz]|\brandomi[sz]ed cluster|\bclusters? (?:were|was) random/i

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
  const groups: { readonly vote: Vote; readonly at: number }[] = []
  const unnamed = sentences.some(({ role, text }) => ROLE_WEIGHT[role] > 0 && CLUSTER_TRIAL.test(text)) ? 'clusters' : 'people'
  for (const [at, sentence] of sentences.entries()) {
    if (!/random/i.test(sentence.text) || ROLE_WEIGHT[sentence.role] === 0) continue
    const verbs = allocationVerbs(sentence.text)
    if (verbs.length === 0 || speaksOfAnother(sentence.text)) continue
    const read = readSentence(sentence, verbs, unnamed)
    votes.push(...read.votes)
    const [only, ...more] = read.votes
    if (only !== undefined && more.length === 0 && ONE_GROUP.test(sentence.text)) groups.push({ vote: only, at })
    const weight = ROLE_WEIGHT[sentence.role]
    if (read.arms.length >= 2 && weight > arms.weight) arms = { sizes: read.arms, weight }
  }
  votes.push(...sumsOfNeighbours(groups))
  const people = heaviest(votes.filter(({ kind, value }) => kind === 'people' && value >= 4))
  const clusters = heaviest(votes.filter(({ kind }) => kind === 'clusters'))
  const contradiction = contradictionOf(votes, arms.sizes)
  return { people: contradiction === null ? wholeOf(people, arms.sizes) : null, clusters, arms: arms.sizes, contradiction }
}

/** A sentence that tells of one group alone: "197 women were randomized to the epidural group". */
const ONE_GROUP = /\b(?:randomi[sz]ed|randomly (?:assigned|allocated)) (?:in)?to (?:the |an? )?(?:[\w-]+ ){0,4}(?:group|arm|placebo|control)\b(?![^.]*\b(?:or|and|versus|vs)\b)/i

/** Two such sentences one after the other are the two groups of a trial; together they outweigh each alone. */
function sumsOfNeighbours(groups: readonly { readonly vote: Vote; readonly at: number }[]): Vote[] {
  return groups.flatMap(({ vote, at }, index) => {
    const next = groups[index + 1]
    if (next === undefined || next.at - at > 2) return []
    return [{ ...vote, value: vote.value + next.vote.value, weight: vote.weight + next.vote.weight, span: { start: vote.span.start, end: next.vote.span.end }, isTotal: false, isWhole: false }]
  })
}

function readSentence(sentence: ArticleSentence, verbs: readonly AllocationVerb[], unnamed: Vote['kind']): { readonly votes: Vote[]; readonly arms: readonly ArmSize[] } {
  const { text, role, start } = sentence
  const counts = peopleCounts(text)
  const place = ROLE_WEIGHT[role]
  const votes: Vote[] = []
  const vote = (count: Pick<PeopleCount, 'value' | 'start' | 'end'>, weight: number, kind: Vote['kind'], { isTotal = true, isWhole = false } = {}): void =>
    void votes.push({ value: count.value, weight: weight * place, span: { start: start + count.start, end: start + count.end }, isTotal, isWhole, kind })
  const firstVerb = Math.min(...verbs.map((verb) => verb.start))
  const sizes = armSizes(text).filter((arm) => arm.start > firstVerb - 60)
  const chosen = verbs.flatMap((verb) => {
    const found = countOf(verb, counts, text, unnamed)
    return found === null ? [] : [{ ...found, isWhole: verb.kind === 'trial-of' || INTO_GROUPS.test(text.slice(verb.end, verb.end + 40)) }]
  }).filter(({ count, isWhole }) => isWhole || !sizes.some((arm) => arm.start <= count.start && count.end <= arm.end))
  const separate = chosen.filter(({ count }, index) => chosen.findIndex((other) => other.count.start === count.start) === index)
  const [one, two, ...more] = separate.filter(({ weight }) => weight === 4)
  if (one !== undefined && two !== undefined && more.length === 0 && one.count.kind !== 'clusters') {
    // "37 were randomised to X while 33 were randomised to Y": two groups of one trial.
    const sum = one.count.value + two.count.value
    vote({ value: sum, start: one.count.start, end: two.count.end }, 4, 'people', { isTotal: false })
  } else for (const { count, weight, isWhole } of separate) vote(count, weight, count.kind === 'clusters' ? 'clusters' : 'people', { isWhole })
  const opening = separate.length === 0 && sizes.length === 0 ? openingCount(text, verbs) : null
  if (opening !== null) vote(opening, 2, unnamed)
  const arms = sizes.map((arm) => ({ ...arm, start: arm.start + start, end: arm.end + start }))
  const [firstArm] = arms
  const lastArm = arms.at(-1)
  if (firstArm !== undefined && lastArm !== undefined) {
    const areClusters = new RegExp(String.raw`\b(?:${CLUSTERS})\b`, 'i').test(text.slice(0, firstVerb).slice(-60))
    votes.push({ value: arms.reduce((sum, { value }) => sum + value, 0), weight: 2.5 * place, span: { start: firstArm.start, end: lastArm.end }, isTotal: false, isWhole: false, kind: areClusters ? 'clusters' : 'people' })
  }
  const equal = equalArms(text)
  if (equal !== null && equal.groups !== null && arms.length === 0) vote({ value: equal.each * equal.groups, start: equal.start, end: equal.end }, 1.5, 'people', { isTotal: false })
  return { votes, arms }
}

/** The count a phrase of allocation speaks of: before a passive one, after an active one or "a trial of". */
function countOf(verb: AllocationVerb, counts: readonly PeopleCount[], text: string, unnamed: Vote['kind']): { readonly count: PeopleCount; readonly weight: number } | null {
  if (verb.kind === 'passive') {
    if (isOneArm(text, verb)) return null
    const before = counts.filter((count) => count.end <= verb.start && !isShare(text, count) && !/^[^(]*\)/.test(text.slice(count.phraseEnd, verb.start)))
    const direct = before.findLast((count) => verb.start - Math.max(count.phraseEnd, count.end) <= 14)
    if (direct !== undefined) return { count: direct, weight: TREATED.test(text.slice(verb.end, verb.end + 40)) ? 2 : 4 }
    const subject = before.findLast((count) => count.kind !== 'bare' && !/[;:]|\. /.test(text.slice(count.phraseEnd, verb.start)))
    const bare = before.findLast((count) => count.kind === 'bare' && /\b(?:met|agreed|consented|fulfill?ed|were|had|qualified|who)\b/i.test(text.slice(count.end, count.end + 30)))
    const nearest = [subject, bare].filter((count) => count !== undefined).toSorted((a, b) => b.start - a.start)[0]
    return nearest === undefined ? null : { count: nearest, weight: 2.5 }
  }
  const stated = verb.kind === 'trial-of' ? STATED_AFTER.exec(text.slice(verb.end)) : null
  const written = stated?.groups?.['number']
  if (stated !== null && written !== undefined && valueOfWritten(written) >= 4) {
    const start = verb.end + stated[0].length - written.length
    return { count: { value: valueOfWritten(written), kind: unnamed, start, end: start + written.length, phraseEnd: start + written.length }, weight: 2 }
  }
  const reach = verb.kind === 'trial-of' ? 60 : 45
  const after = counts.find((count) => count.start >= verb.end - 1 && count.start - verb.end < reach && count.kind !== 'bare' && !isShare(text, count))
  return after === undefined ? null : { count: after, weight: verb.kind === 'trial-of' ? 2 : 3.5 }
}

/** "84 housewives were randomly divided": a sentence that opens with a count, whatever noun it counts. */
function openingCount(text: string, verbs: readonly AllocationVerb[]): { readonly value: number; readonly start: number; readonly end: number } | null {
  const match = OPENING.exec(text)
  const written = match?.groups?.['number']
  const verb = verbs.find(({ kind }) => kind === 'passive')
  if (match === null || written === undefined || verb === undefined || isOneArm(text, verb) || /[;:]|\. /.test(text.slice(match[0].length, verb.start)) || verb.start < match[0].length || verb.start - match[0].length > 160) return null
  const start = match[0].length - written.length
  const value = valueOfWritten(written)
  return value < 4 ? null : { value, start, end: match[0].length }
}

/** "76 were randomized and received the treatment": those randomized may be more. */
const TREATED = /^ (?:to \w+ )?and (?:then )?(?:received|treated|completed|analy[sz]ed)\b/i
/** "… into three groups": the count before it is the whole. */
const INTO_GROUPS = /^ (?:in)?to (?:one of )?(?:the )?(?:two|three|four|five|six|[2-6])\b/i
/** "a randomized study of 45 IFNβ-treated PwMS": the number right after, whatever it counts. */
const STATED_AFTER = new RegExp(String.raw`^(?:a total of )?(?<number>${WRITTEN_NUMBER})(?=\s(?!%|years?|months?|weeks?|days?|hours?|mg|ml|different|cent(?:re|er)s?|sites|arms|groups|or|and|to|${CLUSTERS}\b)[\p{L}])`, 'iu')
const OPENING = new RegExp(String.raw`^(?:[^\d.;]{0,60}?, (?:a total of )?|(?:a|in) total,? (?:of )?|overall,? |finally,? |the )?(?<number>${WRITTEN_NUMBER})(?=\s(?!%|years?|months?|weeks?|days?|hours?|mg|ml|of\b|to\b)[\p{L}])`, 'iu')

/** "the 73 patients randomised to the intervention": no auxiliary, and one group alone after it. */
function isOneArm(text: string, verb: AllocationVerb): boolean {
  if (/^ (?:to|in(?:to)?|for) each\b/i.test(text.slice(verb.end, verb.end + 12))) return true
  if (/^(?:and )?(?:were|was|are|have|had|under|being|be|is|proceeded|entered)/i.test(text.slice(verb.start, verb.end))) return false
  const after = text.slice(verb.end, verb.end + 90)
  return /^ (?:to|into|in) (?!the (?:[\w-]+ ){0,2}(?:study|trial)\b|this )/.test(after) && !/\b(?:or|versus|vs|either|one of|two|three|four|both|n ?=|and(?! \d))\b/.test(after)
}

/** "In each of the 48 sites, 12 men", "two groups of 27 patients": a part, not the whole. */
function isShare(text: string, count: PeopleCount): boolean {
  if (/^ each\b/i.test(text.slice(count.phraseEnd, count.phraseEnd + 6)) || /\d (?:out )?of (?:the )?$/i.test(text.slice(Math.max(0, count.start - 14), count.start))) return true
  return /\b(?:each|per|every|at least|up to|maximum of|blocks? of|groups? of|groups? with|ratio of|another|additional|remaining|other|first|last|aged?|arms? of)(?: \w+){0,5}[ ,(]*$|\b(?:than|above|below|under|over) *$/i.test(text.slice(Math.max(0, count.start - 45), count.start))
}

/** "Of the 96 subjects randomized to receive X": one group of several is not the whole. */
function wholeOf(people: RandomisedNumber['people'], arms: readonly ArmSize[]): RandomisedNumber['people'] {
  const [first] = arms
  const last = arms.at(-1)
  const sizes = arms.map(({ value }) => value)
  if (people === null || first === undefined || last === undefined || !sizes.includes(people.value) || Math.max(...sizes) > 4 * Math.min(...sizes)) return people
  return { value: arms.reduce((sum, { value }) => sum + value, 0), span: { start: first.start, end: last.end } }
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
function contradictionOf(votes: readonly Vote[], arms: readonly ArmSize[]): RandomisedNumber['contradiction'] {
  const [first] = arms
  const last = arms.at(-1)
  if (first === undefined || last === undefined || arms.length < 2 || !arms.every(({ value }) => value === first.value)) return null
  if (!votes.some(({ isWhole, value }) => isWhole && value === first.value)) return null
  return { reason: `${first.value} people in all, and ${arms.map(({ value }) => value).join(', ')} in its groups`, span: { start: first.start, end: last.end } }
}
