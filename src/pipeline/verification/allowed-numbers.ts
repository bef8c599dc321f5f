import { valuesIn } from '../../core/text/index.ts'
import type { Cite, DraftClaim } from '../answer/index.ts'

/** Mean days of a month, as durations are printed. */
const DAYS_A_MONTH = 30.44

/** The denominator of a natural frequency needs no source. */
const DENOMINATOR = 1000

/**
 * Every number that a sentence may print: those of its quotes, of the findings and recommendations that stand at its
 * quotes, of the cited sources' own description (year, people, dates), and of the inputs it was computed from, with
 * what presentation makes of them (years of months, people of 1000 of a share).
 */
export function allowedNumbers(claim: DraftClaim): number[] {
  return [DENOMINATOR, ...claim.cites.flatMap((cite) => numbersAt(cite)), ...leaves(claim.inputs ?? null, '')]
}

function numbersAt({ source, start, end }: Cite): number[] {
  const { evidence } = source
  const stated = [...(evidence?.findings ?? []), ...(evidence?.recommendations ?? [])].filter(({ span }) => span.start === start && span.end === end)
  return [
    ...valuesIn(source.text.slice(start, end)),
    ...(source.year === null ? [] : [source.year]),
    // A name may hold a number: UKPDS 34, SYGMA 2.
    ...valuesIn(`${source.studyName ?? ''} ${source.organization ?? ''}`),
    ...leaves({ people: evidence?.n ?? null, followUpMonths: evidence?.followUpMonths ?? null, searchDate: evidence?.searchDate ?? null, population: evidence?.population ?? null, body: evidence?.body ?? null }, ''),
    ...stated.flatMap((row) => leaves({ ...row, span: null }, '')),
  ]
}

/** Numbers in a value, by the meaning of their key. */
function leaves(value: unknown, key: string): number[] {
  if (typeof value === 'number') return presented(value, key)
  // A concept's name may hold a number, and its id has hyphens for spaces: type-1-diabetes.
  if (typeof value === 'string') return valuesIn(/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(value) && !/^\d{4}-/.test(value) ? value.replaceAll('-', ' ') : value)
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key))
  if (value === null || typeof value !== 'object') return []
  const members = Object.entries(value)
  const inside = members.flatMap(([name, member]) => leaves(member, name))
  const { events, total } = value as { readonly events?: unknown; readonly total?: unknown }
  return typeof events === 'number' && typeof total === 'number' && total > 0 ? [...inside, (1000 * events) / total] : inside
}

function presented(value: number, key: string): number[] {
  if (/months$/i.test(key)) return [value, value / 12, value * DAYS_A_MONTH, (value * DAYS_A_MONTH) / 7]
  if (/per1000$/i.test(key)) return [value, 1000 - value]
  if (key === 'proportion') return [value, 100 * value, 1000 * value]
  if (key === 'percent') return [value, 10 * value]
  // A share is stated in percent, a risk difference in either unit.
  if (key === 'estimate' || key === 'low' || key === 'high') return [value, 10 * value, 100 * value]
  return [value]
}
