import type { Vocabulary } from '../../../core/terminology/index.ts'
import { STOP_WORDS } from '../../../core/text/index.ts'
import { cuesOf, wordsOf, type Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'

/** A word of what a statement is about, with the concepts that it helps to name. */
type SubjectWord = { readonly key: string; readonly concepts: readonly string[] }

const cache = new WeakMap<Ground, readonly SubjectWord[]>()

/** What each claim names, worked out once. */
const namedBy = new WeakMap<Meaning, { readonly keys: ReadonlySet<string>; readonly named: ReadonlySet<string> }>()

/** Words that say little of what is meant: every outcome is an outcome, every group a group. */
const PLAIN = new Set('outcome measur group people patient adult person event rate risk score treatment year month week day time first any all'.split(' '))
/** Words that tell one result of a study from another, though a search would pass over them. */
const TELLING = /^(?:first|second|third|all|any|whole|overall|other|both|alone|main|only)$/

/**
 * How well a statement's subject fits a claim (0–1): the harmonic mean of the share of the claim that the statement has
 * and the share of the statement's own subject (its outcome, or what is advised for whom) that the claim names. Where
 * several statements of a source could be meant, the claim is about the one that fits best.
 */
export function subjectFit(vocabulary: Vocabulary, claim: Meaning, ground: Ground, coverage: number): number {
  if (subjectOf(vocabulary, ground).length === 0) return 0.75 * coverage
  const found = shareNamed(vocabulary, claim, ground)
  return found + coverage === 0 ? 0 : 2 * found * coverage / (found + coverage)
}

/** Share (0–1) of a subject's words from which a sentence names it (convention). */
const NAMED = 0.6

/** Whether a claim names what a statement is about. */
export function namesSubject(vocabulary: Vocabulary, claim: Meaning, ground: Ground): boolean {
  return shareNamed(vocabulary, claim, ground) >= NAMED
}

/** Share (0–1) of the words of a statement's subject that a claim names. */
export function shareNamed(vocabulary: Vocabulary, claim: Meaning, ground: Ground): number {
  const subject = subjectOf(vocabulary, ground)
  const known = namedBy.get(claim)
  const { keys, named } = known ?? {
    keys: new Set(claim.words.map(({ key }) => key)),
    named: new Set(claim.mentions.flatMap(({ conceptId }) => [conceptId, ...vocabulary.ancestors(conceptId)])),
  }
  if (known === undefined) namedBy.set(claim, { keys, named })
  return subject.filter(({ key, concepts }) => keys.has(key) || concepts.some((id) => named.has(id))).length / Math.max(1, subject.length)
}

function subjectOf(vocabulary: Vocabulary, ground: Ground): readonly SubjectWord[] {
  const known = cache.get(ground)
  if (known !== undefined) return known
  const { finding, recommendation } = ground
  const text = finding === null ? recommendation === null ? '' : `${recommendation.intervention} ; ${recommendation.population}` : `${finding.outcome} ; ${finding.contrast ?? ''}`
  const mentions = vocabulary.recognise(text)
  const words = wordsOf(text).filter(({ kind, key, lower }) => kind === 'number' || (kind === 'word' && lower.length > 1 && (TELLING.test(lower) || (!STOP_WORDS.has(lower) && !PLAIN.has(key) && cuesOf(lower).length === 0))))
  const subject = words.map(({ key, start, end }) => ({ key, concepts: mentions.filter((mention) => start >= mention.start && end <= mention.end).map(({ conceptId }) => conceptId) }))
  cache.set(ground, subject)
  return subject
}
