import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position, StatedOutcome } from '../appraisal/index.ts'
import type { Conflict, PivotalTrial } from './types.ts'

/** One reason for a disagreement; a hint tells something of one side alone and explains nothing by itself. */
export type Reason = { readonly text: string; readonly grounds: Conflict['grounds']; readonly isHint?: boolean }

/**
 * What the data give as the reason that two bodies differ, besides people, condition and target: what each weighed, what
 * each had read, when, how, and with what ties (docs/methods/guidelines.md).
 */
export function conflictReasons(vocabulary: Vocabulary, a: Position, b: Position, pivotal: readonly PivotalTrial[]): Reason[] {
  return [...comparatorReasons(vocabulary, a, b), ...outcomeReasons(a, b), ...dateReasons(a, b), ...evidenceReasons(a, b, pivotal), ...methodReasons(a, b)]
}

function plain(text: string): Reason {
  return { text, grounds: [] }
}

function comparatorReasons(vocabulary: Vocabulary, { organization, recommendation: { comparators } }: Position, other: Position): Reason[] {
  const theirs = other.recommendation.comparators
  const named = (ids: readonly string[]): string => ids.map((id) => vocabulary.concept(id)?.label ?? id).join(', ')
  return comparators.length === 0 || theirs.length === 0 || comparators.some((id) => theirs.includes(id)) ? [] : [plain(`comparator: ${organization} against ${named(comparators)}; ${other.organization} against ${named(theirs)}`)]
}

/** Different outcomes are a reason; outcomes that one side alone states are told and explain nothing. */
function outcomeReasons(a: Position, b: Position): Reason[] {
  const speaking = [a, b].filter(({ outcomes }) => outcomes.length > 0)
  const key = ({ source, outcomes }: Position): string => outcomes.map((one) => (one.outcomes.length > 0 ? one.outcomes.join('+') : wordsOf(source.text, one).toLowerCase())).toSorted().join(' ')
  const [one, other] = speaking
  if (one === undefined || (other !== undefined && key(one) === key(other))) return []
  const told = speaking.map(({ organization, source, outcomes }) => `${organization} says ${outcomes.map((stated) => `"${wordsOf(source.text, stated)}"`).join(' and ')}`)
  const grounds = speaking.flatMap(({ source, outcomes, recommendation: { span } }) => outcomes.filter(({ start, end }) => start < span.start || end > span.end).map(({ start, end }) => ({ source, start, end })))
  const silent = other === undefined ? `; the record of ${(one === a ? b : a).organization} names no outcome` : ''
  return [{ text: `outcome valued: ${told.join('; ')}${silent}`, grounds, isHint: other === undefined }]
}

function wordsOf(text: string, { start, end }: StatedOutcome): string {
  return text.slice(start, end)
}

function yearOf({ date }: Position): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}

function dateReasons(a: Position, b: Position): Reason[] {
  const [older, newer] = inOrder(a, b) ?? []
  const dated = older === undefined || newer === undefined ? [] : [plain(`date: ${older.organization} ${datedText(older)}, ${newer.organization} ${datedText(newer)}`)]
  const living = [a, b].filter(({ flags }) => flags.includes('later versions exist, not held')).map(({ organization }) => plain(`date: ${organization} has later versions, which are not held`))
  return [...dated, ...living]
}

/** How far a body had looked where its document says when it searched, else of when the document is. */
function datedText({ date, source }: Position): string {
  return source.evidence?.searchDate === null || source.evidence?.searchDate === undefined ? `is of ${date ?? ''}` : `rests on evidence to ${date ?? ''}`
}

function inOrder(a: Position, b: Position): readonly [Position, Position] | null {
  const [yearA, yearB] = [yearOf(a), yearOf(b)]
  if (yearA === null || yearB === null || yearA === yearB) return null
  return yearA < yearB ? [a, b] : [b, a]
}

/** What the documents say they rest on or did not have, then large trials that came out between the two. */
function evidenceReasons(a: Position, b: Position, pivotal: readonly PivotalTrial[]): Reason[] {
  const stated = [a, b].flatMap((position) => {
    const other = position === a ? b : a
    const differs = ({ studyId, relation }: Position['studies'][number]): boolean => !other.studies.some((study) => study.studyId === studyId && study.relation === relation)
    return (['cited', 'not-seen'] as const).flatMap((relation) => {
      const studies = position.studies.filter((study) => study.relation === relation && differs(study))
      if (studies.length === 0) return []
      const text = `evidence: ${position.organization} ${relation === 'cited' ? 'rests on' : 'did not have'} ${listed(studies.map(({ name }) => name))}`
      return [{ text, grounds: studies.map(({ source, start, end }) => ({ source, start, end })) }]
    })
  })
  const [older, newer] = inOrder(a, b) ?? []
  if (older === undefined || newer === undefined) return stated
  const [from, to] = [yearOf(older) ?? 0, yearOf(newer) ?? 0]
  const between = pivotal.filter(({ studyId, year }) => from < year && year <= to && !older.studies.some((study) => study.studyId === studyId))
  return between.length === 0 ? stated : [...stated, plain(`evidence: ${older.organization} predates the report${between.length === 1 ? '' : 's'} held of ${listed(between.map(({ name, year }) => `${name} (${year}${pivotal[0]?.name === name ? ', the largest trial held' : ''})`))}`)]
}

function methodReasons(a: Position, b: Position): Reason[] {
  const reasons: Reason[] = []
  if (a.qualified !== b.qualified) {
    const [explicit, other] = a.qualified ? [a, b] : [b, a]
    reasons.push(plain(`method: ${explicit.organization} uses an explicit evidence-to-decision method; ${other.organization} is not on the list of bodies known to`))
  }
  const consensus = [a, b].filter(({ flags }) => flags.includes('consensus'))
  if (consensus.length === 1) reasons.push(plain(`method: ${consensus[0]?.organization ?? ''} goes by consensus`))
  for (const { organization, linked, interested, source } of [a, b]) {
    if (linked === true) reasons.push(plain(`independence: ${organization} declares ties to the maker`))
    else if (interested === true) reasons.push(plain(`independence: members of ${organization} perform the procedure`))
    if (source.funding === 'industry' || source.funding === 'mixed') reasons.push(plain(`funding: industry paid for the document of ${organization}, in full or in part`))
  }
  return reasons
}

function listed(items: readonly string[]): string {
  return items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}
