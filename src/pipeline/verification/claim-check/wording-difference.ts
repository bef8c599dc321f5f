import type { Vocabulary } from '../../../core/terminology/index.ts'
import { STOP_WORDS } from '../../../core/text/index.ts'
import { cuesOf, wordsOf, type Word } from '../meaning/index.ts'
import { alignWords } from './align-words.ts'

/** One way in which a claim says something else than the text it stands on. */
export type Difference = {
  readonly kind: 'number' | 'unit' | 'direction' | 'negation' | 'order' | 'hedge' | 'cause' | 'certainty' | 'intervention' | 'condition' | 'outcome' | 'population' | 'body' | 'time' | 'word'
  readonly verdict: 'contradicted' | 'partly'
  /** In words for a reader. */
  readonly why: string
}

const UNIT_WORDS = new Set(['%', 'percent', 'point', 'points', 'year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days', 'hour', 'hours', 'mg', 'mcg', 'g', 'kg', 'ml', 'mm', 'cm', 'hg', 'mmol', 'per'])
const TIME_WORDS = /^(?:year|month|week|day|hour)s?$/

/**
 * How the words of a claim differ from a text that says nearly the same: numbers and units, more and less, negation,
 * order (one arm for the other), hedges, cause for association, names of treatments, outcomes and people. Empty when
 * they do not. Meant for sentences that share most of their words; a paraphrase is compared by meaning.
 */
export function wordingDifferences(vocabulary: Vocabulary, claim: string, text: string): { readonly coverage: number; readonly differences: readonly Difference[] } {
  const alignment = alignWords(wordsOf(claim), wordsOf(text))
  const { added, missing, moved, coverage } = alignment
  const found: Difference[] = []
  const say = (kind: Difference['kind'], verdict: Difference['verdict'], why: string): void => void found.push({ kind, verdict, why })
  const content = (words: readonly Word[]): Word[] => words.filter(({ kind, lower }) => kind === 'word' && !STOP_WORDS.has(lower) && cuesOf(lower).length === 0 && !UNIT_WORDS.has(lower))
  const cue = (words: readonly Word[], ...kinds: readonly string[]): Word | undefined => words.find(({ lower }) => cuesOf(lower).some((kind) => kinds.includes(kind)))
  const isMoved = (word: Word): boolean => moved.includes(word)

  const number = added.find((word) => word.kind === 'number' && !isMoved(word))
  if (number !== undefined) say('number', 'contradicted', `the number ${number.lower} is not in the source${missing.some(({ kind }) => kind === 'number') ? `, which has ${missing.filter(({ kind }) => kind === 'number').map(({ lower }) => lower).join(', ')}` : ''}`)
  const unit = added.find(({ lower, key }) => UNIT_WORDS.has(lower) && !missing.some((other) => other.key === key))
  if (unit !== undefined && (missing.some(({ lower }) => UNIT_WORDS.has(lower)) || !wordsOf(text).some(({ key }) => key === unit.key))) say(TIME_WORDS.test(unit.lower) ? 'time' : 'unit', 'contradicted', `the unit "${unit.lower}" is not the source's`)
  if ((cue(added, 'up') !== undefined && cue(missing, 'down') !== undefined) || (cue(added, 'down') !== undefined && cue(missing, 'up') !== undefined) || (cue(added, 'better') !== undefined && cue(missing, 'worse') !== undefined) || (cue(added, 'worse') !== undefined && cue(missing, 'better') !== undefined)) say('direction', 'contradicted', 'the direction is opposite to the source\'s')
  const negated = cue(added, 'negator')
  const denied = cue(missing, 'negator')
  if (negated !== undefined && denied === undefined) say('negation', 'contradicted', `"${negated.lower}" is not in the source`)
  if (denied !== undefined && negated === undefined) say('negation', 'contradicted', `the source says "${denied.lower}", which is left out`)
  const swapped = content(added).filter((word) => isMoved(word))
  if (swapped.length > 0 && content(missing).length > 0) say('order', 'contradicted', `"${swapped.map(({ lower }) => lower).join(' ')}" stands in another place than in the source`)
  else if (added.some((word) => word.kind === 'number' && isMoved(word))) say('order', 'contradicted', 'the numbers stand in another order than in the source')
  const dropped = cue(missing, 'hedge')
  if (dropped !== undefined && cue(added, 'hedge') === undefined) say('hedge', 'partly', `the source says "${dropped.lower}", which is left out`)
  const surer = cue(added, 'certain')
  if (surer !== undefined) say('certainty', 'partly', `"${surer.lower}" is stronger than the source`)
  const cause = cue(added, 'causal')
  if (cause !== undefined && !wordsOf(text).some(({ lower }) => lower === cause.lower)) say('cause', 'partly', `"${cause.lower}" speaks of a cause, the source does not`)
  const sides = (words: readonly Word[]): boolean => words.some(({ lower }) => lower === 'against')
  if (sides(added) !== sides(missing) && sides(wordsOf(claim)) !== sides(wordsOf(text))) say('negation', 'contradicted', sides(added) ? '"against" is not in the source' : 'the source says "against", which is left out')

  const strange = content(added).filter((word) => !isMoved(word))
  const named = vocabulary.recognise(claim).filter(({ start, end }) => strange.some((word) => word.start < end && word.end > start))
  const held = vocabulary.recognise(text).map(({ conceptId }) => conceptId)
  const foreign = named.find(({ conceptId }) => !held.some((id) => id === conceptId || vocabulary.isWithin(id, conceptId)))
  if (foreign !== undefined) {
    const kind = foreign.kind === 'population-tag' ? 'population' : foreign.kind === 'other' ? 'word' : foreign.kind
    say(kind, 'contradicted', `the source does not speak of ${foreign.text}`)
  } else if (strange.length > 0) {
    say('word', 'partly', `"${strange.map(({ lower }) => lower).join('", "')}" ${strange.length === 1 ? 'is' : 'are'} not in the source`)
  }
  return { coverage, differences: found }
}
