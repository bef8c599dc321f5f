import type { Source } from '../../../core/model/index.ts'
import { studiesNamedIn, type LibraryIndex } from './library-index.ts'
import type { PageClaim } from './types.ts'

const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 }
const COUNTED = /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?:\w+[\s-]+){0,4}?(?:trials|studies|RCTs|cohorts|experiments|investigations|lines of evidence|data ?sets)\b/i
const APART = /\b(?:independent(?:ly)?|separate(?:ly)?|distinct|different|another|second|further|additional|confirmed by|replicated|each)\b/i

/**
 * Whether a claim counts reports of one study as several: it cites or names two reports or more and speaks of as many
 * studies, or calls them independent, while what is held says that they are one. Null when not.
 */
export function countedTwice(index: LibraryIndex, { text }: PageClaim, cited: readonly Source[]): string | null {
  const stated = COUNTED.exec(text)?.[1]?.toLowerCase()
  const count = stated === undefined ? null : NUMBERS[stated] ?? Number(stated)
  if (count === null && !APART.test(text)) return null
  const named = studiesNamedIn(index, text).flatMap((name) => index.studies.get(name) ?? []).filter((source, at, all) => all.findIndex(({ studyName }) => studyName === source.studyName) === at)
  const byAuthor = index.sources.filter(({ authors: [first], year }) => first !== undefined && year !== null && new RegExp(`\\b${first.replace(/ [A-Z]{1,4}$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b[^.;]{0,30}\\b${year}\\b`).test(text))
  const reports = [...new Map([...cited, ...byAuthor, ...named].map((source) => [source.id, source])).values()].filter(({ kind }) => kind !== 'guideline' && kind !== 'policy')
  const studies = new Set(reports.map(({ studyId, id }) => studyId ?? id))
  if (reports.length < 2 || studies.size === reports.length) return null
  if (count !== null && (count < 2 || count <= studies.size)) return null
  return `${reports.map(({ id }) => id).join(', ')} are ${studies.size === 1 ? 'reports of one study' : `reports of ${studies.size} studies`}, not ${count ?? reports.length}`
}
