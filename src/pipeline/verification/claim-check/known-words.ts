import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Cite, DraftClaim } from '../../answer/index.ts'
import { studyWords } from './study-words.ts'

/** Words that join names in a list and carry no fact. */
const JOINING = new Set(['and', 'or', 'of', 'the', 'a', 'an', 'in', 'on', 'for', 'with', 'to', 'its', 'from', 'by', 's', 'asks'])

/**
 * The strings a claim may put into a house sentence: what its inputs say, what its sources are called and described
 * as, and the rows that stand at its quotes. Longest first, lower case.
 */
export function knownStrings(vocabulary: Vocabulary, claim: DraftClaim): string[] {
  const strings = [...claim.cites.flatMap((cite) => namesOf(vocabulary, cite)), ...stringsIn(claim.inputs ?? null)]
  return [...new Set(strings.map((text) => normal(text)).filter((text) => text.length > 1))].toSorted((a, b) => b.length - a.length)
}

/** Whether a stretch of a claim is made of known strings, numbers (checked elsewhere) and joining words alone. */
export function isKnown(stretch: string, known: readonly string[]): boolean {
  if ((stretch.match(/\(/g) ?? []).length !== (stretch.match(/\)/g) ?? []).length) return false
  let left = ` ${normal(stretch)} `
  for (const text of known) if (left.includes(text)) left = removeWhole(left, text)
  return (left.match(/[\p{L}]+/gu) ?? []).every((word) => JOINING.has(word))
}

function removeWhole(text: string, part: string): string {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), ' ')
}

/** Lower case, one kind of dash and quote, single spaces, no full stop at the end. */
function normal(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/−/g, '-').replace(/\s+/g, ' ').trim().replace(/[.;:]$/, '')
}

/** How a source may be called in a sentence. */
function namesOf(vocabulary: Vocabulary, { source, start, end }: Cite): string[] {
  const { evidence } = source
  const body = evidence?.body === null || evidence?.body === undefined ? undefined : vocabulary.body(evidence.body.id)
  const [author] = source.authors
  const surname = author?.replace(/ [A-Z]{1,4}$/, '')
  const rows = [...evidence?.findings ?? [], ...evidence?.recommendations ?? []].filter(({ span }) => span.start === start && span.end === end)
  return [
    source.studyName, source.organization, source.organization?.replace(/ \([^)]*\)/, ''), body?.name, body?.short,
    ...(surname === undefined ? [] : [`${surname} and colleagues`, surname]), source.journal, source.journal === null ? 'a report' : `a report in ${source.journal}`,
    source.year === null ? 'year not known' : null, ...studyWords(source),
    ...rows.flatMap((row) => stringsIn({ ...row, text: null, span: null })),
  ].filter((name): name is string => name !== null && name !== undefined)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...(value.includes('-') ? [value.replaceAll('-', ' ')] : [])]
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item))
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap((member) => stringsIn(member))
}
