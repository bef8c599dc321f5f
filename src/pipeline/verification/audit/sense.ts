import type { Vocabulary } from '../../../core/terminology/index.ts'
import { cuesOf, wordsOf, type Meaning, type Word } from '../meaning/index.ts'
import { givesBothGroups, isTurned } from './arms.ts'
import type { Ground } from './ground.ts'

/** What a result shows for the treated group: more or less of the outcome, good or bad, and whether it is settled. */
export type Sense = {
  readonly amount: 'up' | 'down' | null
  readonly worth: 'good' | 'bad' | null
  /** True when the data leave open whether there is a difference; null when not known. */
  readonly open: boolean | null
}

/** What a statement shows, from its row where it has one, else from its words. */
export function senseOfGround(ground: Ground): Sense {
  const { finding, meaning } = ground
  const words = senseOfWords(meaning)
  if (finding === null) return { ...words, open: meaning.deniesDifference ? true : words.amount === null && words.worth === null ? null : false }
  const ratio = ['HR', 'RR', 'OR', 'IRR'].includes(finding.measure)
  const none = ratio ? 1 : 0
  const comparative = ratio || ['RD', 'MD', 'SMD'].includes(finding.measure)
  const amount = ratio && finding.estimate !== null && finding.estimate !== 1 ? (finding.estimate > 1 ? 'up' : 'down') : finding.measure === 'efficacy' && finding.estimate !== null ? (finding.estimate > 0 ? 'down' : 'up') : byArms(ground) ?? words.amount
  const interval = comparative && finding.ciLow !== null && finding.ciHigh !== null ? finding.ciLow <= none && finding.ciHigh >= none : null
  const open = interval ?? (/\bdid not (?:clearly )?differ|\bno clear\b|\bnot clearly\b/i.test(meaning.text) || finding.favours === 'neither' ? true : finding.favours === 'unclear' ? null : false)
  return { amount, worth: finding.favours === 'intervention' ? 'good' : finding.favours === 'comparator' ? 'bad' : null, open }
}

function byArms({ finding }: Ground): 'up' | 'down' | null {
  const value = (role: 'intervention' | 'control'): number | null => {
    const arm = finding?.arms.find((each) => each.role === role)
    if (arm === undefined) return null
    return arm.percent ?? (arm.events !== null && arm.total !== null && arm.total > 0 ? 100 * arm.events / arm.total : null)
  }
  const treated = value('intervention')
  const compared = value('control')
  return treated === null || compared === null || treated === compared ? null : treated > compared ? 'up' : 'down'
}

/** What the words of a sentence say, read without knowing what it is about. */
export function senseOfWords({ cues }: Pick<Meaning, 'cues'>): Pick<Sense, 'amount' | 'worth'> {
  const one = <T>(first: number, second: number, a: T, b: T): T | null => (first > 0 && second === 0 ? a : second > 0 && first === 0 ? b : null)
  return { amount: one(cues.up.length, cues.down.length, 'up', 'down'), worth: one(cues.better.length, cues.worse.length, 'good', 'bad') }
}

/** Verbs of change: beside the numbers of both groups they tell how each group went, not how the two compare. */
const CHANGE = /^(?:worse|worsened|improved|fell|falls?|fallen|dropped|declined?s?|rose|rises?|gained?|lost|grew|increased|decreased|decline[ds]|better|climbed|sank|shrank)$/

/** "less common", "more people": how often something happened, whatever it is called. */
const COUNTS = /^\s(?:common|likely|often|frequent\w*|people|patients|with|on|than)\b/i
/** "The gain was larger in …" speaks of an effect's size, not of which way it went. */
const EFFECT_AS_TOPIC = /\b(?:the|this|that|its|absolute|relative|net)\s+(?:[\w-]+\s+)?(?:gains?|benefits?|reductions?|improvements?|effects?|differences?|falls?|drops?|declines?|increases?|rises?)\s+(?:was|is|were|are|came|comes|varied|weakened|grew|shrank|seemed|looked|tended|appeared)\b/i
/** More of these is not more of the harm that was counted. */
const GOOD_THING = /^\s(?:[\w-]+\s){0,2}?(?:relief|benefits?|gains?|improvements?|success|recover\w+|remissions?|protection|survival|cures?)\b/i

/** The words of direction that tell the result itself: not the name of the outcome, not an aside on times or people. */
function cuesOfResult(vocabulary: Vocabulary, claim: Meaning, ground: Ground): Meaning['cues'] {
  const { text, cues } = claim
  const name = (ground.finding?.outcome ?? '').replace(/\bor (?:less|more|fewer|higher|lower|older|younger)\b|\b(?:less|more|fewer|higher|lower) than\b/gi, ' ')
  const outcome = new Set(wordsOf(name).map(({ key }) => key))
  // "a meaningful fall in pain" is counted: who was "less bothered" had what was counted.
  const named = (kind: 'up' | 'down' | 'better' | 'worse'): boolean => wordsOf(name).some(({ lower }) => cuesOf(lower).includes(kind))
  const inName = (lower: string): boolean => (cuesOf(lower).includes('up') && named('up')) || (cuesOf(lower).includes('down') && named('down'))
  const inWorth = (lower: string): boolean => (cuesOf(lower).includes('better') && named('better')) || (cuesOf(lower).includes('worse') && (named('worse') || /\bworsening\b/i.test(name)))
  const bothGroups = givesBothGroups(vocabulary, claim, ground) || /\d\s?(?:%|points?)?\s(?:versus|vs\.?|against)\s\d/i.test(text)
  const own = ({ key, lower, start }: Word): boolean => {
    const before = text.slice(0, start)
    const inAside = /\b(?:when|where|back in|in those days)\b[^,.;]*$/i.test(before)
    // "with raised albuminuria", "a reduced dose": a participle that describes a thing.
    const describes = lower.endsWith('ed') && (/\b(?:with|of|having|an?|whose)\s+$/i.test(before) || /\bwith\s[^,.;]*\band\s+$/i.test(before))
    return !outcome.has(key) && !inAside && !describes && !(bothGroups && CHANGE.test(lower))
  }
  if (EFFECT_AS_TOPIC.test(text)) return { ...cues, up: [], down: [] }
  if ([...cues.up, ...cues.down].some(({ lower, end }) => !COUNTS.test(text.slice(end)) && inName(lower))) return { ...cues, up: [], down: [] }
  const ofGood = ({ end }: Word): boolean => GOOD_THING.test(text.slice(end))
  const freedom = ground.finding?.higherIsBetter === true && /\b(?:free|freedom|without|no|relief|fall|reduction|absence)\b/i.test(ground.finding.outcome)
  if (freedom) return { ...cues, up: [], down: [], better: cues.better.filter(own), worse: cues.worse.filter(own) }
  return { ...cues, up: cues.up.filter(own).filter((word) => !ofGood(word)), down: cues.down.filter(own), better: cues.better.filter(own).filter(({ lower }) => !inWorth(lower)), worse: cues.worse.filter(own).filter(({ lower, end }) => !inWorth(lower) && !/^harms? (?:to|of|from)\b/i.test(`${lower}${text.slice(end)}`)) }
}

/** How a claim's sense differs from what a statement shows; null when it does not, or where either says nothing. */
export function senseDiffers(vocabulary: Vocabulary, claim: Meaning, ground: Ground): { readonly kind: 'direction' | 'negation' | 'hedge'; readonly verdict: 'contradicted' | 'partly'; readonly why: string } | null {
  const shown = senseOfGround(ground)
  const said = senseOfWords({ cues: cuesOfResult(vocabulary, claim, ground) })
  if (claim.deniesDifference) {
    // A sentence that tells one difference and denies another speaks of two results.
    if (/\b(?:but|yet|although|though|while|whereas|without)\b|\b(?:interval|range)\b[^.;]{0,20}\bno\b/i.test(claim.text)) return null
    if (/\bdiffer\w*\b[^.;]{0,20}\b(?:by|across|according)\b/i.test(claim.text) || deniesAnother(claim, ground)) return null
    return shown.open === false && !ground.meaning.deniesDifference ? { kind: 'negation', verdict: 'contradicted', why: 'it says there was no difference, where the source found one' } : null
  }
  const turned = isTurned(vocabulary, claim, ground)
  const flip = <T extends string>(value: T | null, a: T, b: T): T | null => (value === null || !turned ? value : value === a ? b : a)
  const amount = flip(said.amount, 'up', 'down')
  const worth = flip(said.worth, 'good', 'bad')
  const hedged = claim.cues.hedge.some(({ lower }) => /^(?:may|might|could|possibly|unclear|uncertain|suggests?)$/.test(lower)) || claim.cues.negator.length > 0
  if (amount !== null && shown.amount !== null && amount !== shown.amount && claim.cues.negator.length === 0) return { kind: 'direction', verdict: 'contradicted', why: `it says ${amount === 'up' ? 'more' : 'less'}, the source found ${shown.amount === 'up' ? 'more' : 'less'}` }
  if (worth !== null && shown.worth !== null && worth !== shown.worth && claim.cues.negator.length === 0) return { kind: 'direction', verdict: 'contradicted', why: `it says ${worth === 'good' ? 'better' : 'worse'}, the source found the treated group ${shown.worth === 'good' ? 'better' : 'worse'}` }
  if (shown.open === true && !hedged && ground.finding !== null && (amount !== null || worth === 'good') && !/\b(?:interval|confidence|CI|not significant|non-?significant|numerically|trend)\b/.test(claim.text)) return { kind: 'hedge', verdict: 'contradicted', why: 'it tells a difference as found, where the source leaves open whether there is one' }
  if (shown.open === false && claim.cues.negator.length > 0 && amount !== null && shown.amount === amount && /\b(?:not|never|n't|failed|fails|without)\b/i.test(claim.text) && !ground.meaning.cues.negator.length && deniesVerb(claim)) return { kind: 'negation', verdict: 'contradicted', why: 'it denies what the source found' }
  return null
}

/** Whether the part of a sentence that denies a difference names outcomes, and none of them is the statement's. */
function deniesAnother(claim: Meaning, { concepts, finding }: Ground): boolean {
  const at = claim.text.search(/\b(?:not|no|never|similar|comparable|equal|identical|unchanged|alike|neither|nor)\b/i)
  const from = Math.max(claim.text.lastIndexOf(',', at), claim.text.lastIndexOf(';', at), claim.text.lastIndexOf(' and ', at)) + 1
  const named = claim.mentions.filter(({ kind, start }) => (kind === 'outcome' || kind === 'condition') && start >= from)
  return from > 0 && finding !== null && named.length > 0 && named.every(({ conceptId }) => !concepts.has(conceptId))
}

/** "did not lower", "failed to reduce": the denial stands right before the word of direction. */
function deniesVerb({ words, cues }: Meaning): boolean {
  const at = (start: number): number => words.findIndex((word) => word.start === start)
  return [...cues.up, ...cues.down, ...cues.better].some(({ start }) => words.slice(Math.max(0, at(start) - 3), at(start)).some(({ lower }) => /^(?:not|never|failed|fails|without|n't|didn't|doesn't)$/.test(lower)))
}
