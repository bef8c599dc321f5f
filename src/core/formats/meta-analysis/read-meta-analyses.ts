import type { MetaAnalysisInput } from '../../statistics/index.ts'
import { JSON_ROWS, readAnalysis, type AnalysisReading, type RowNames } from './read-analysis.ts'
import type { MetaAnalysesReading, ReadingProblem, ReadingWishes } from './reading.ts'
import { tableRows } from './table-rows.ts'

/**
 * Reads the meta-analyses of a file: JSON (an analysis with `studies`, a list of them, `{analyses: […]}`, or a bare
 * list of studies) or CSV (one row a study, one analysis). Told apart by the first character.
 *
 * One impossible number refuses the whole file, with its place: an interval that does not hold its estimate, events
 * above totals, a negative standard deviation, a percentage above 100, mixed units or measures. A number that is not
 * there leaves its study out, with the reason.
 */
export function readMetaAnalyses(text: string, wishes: ReadingWishes = {}): MetaAnalysesReading {
  return /^\s*[[{]/u.test(text.replace(/^\uFEFF/u, '')) ? readJson(text.replace(/^\uFEFF/u, ''), wishes) : readTable(text, wishes)
}

function readJson(text: string, wishes: ReadingWishes): MetaAnalysesReading {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return refusal([{ place: 'the file', message: 'is not well-formed JSON' }])
  }
  const list = analysesIn(raw)
  if (list.length === 0) return refusal([{ place: 'the file', message: 'holds no analysis' }])
  return gather(list.map((one, index) => readAnalysis(one, wishes, { ...JSON_ROWS, prefix: list.length === 1 ? '' : `analysis ${index + 1}, ` })))
}

function analysesIn(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw.length > 0 && raw.every((one) => !isObject(one) || !('studies' in one)) ? [{ studies: raw }] : raw
  if (isObject(raw) && 'analyses' in raw && Array.isArray(raw.analyses)) return raw.analyses
  return [raw]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readTable(text: string, wishes: ReadingWishes): MetaAnalysesReading {
  const table = tableRows(text)
  if (table.kind === 'unreadable') return refusal([{ place: `line ${table.line}`, message: table.message }])
  const { columns, rows } = table
  const names: RowNames = { prefix: '', columnWord: 'column ', rowName: (index) => `line ${rows[index]?.line ?? index + 2}` }
  const studies = rows.map(({ cells }) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])))
  const stated = (column: string): string | null => {
    const said = new Set(studies.map((study) => study[column] ?? ''))
    return columns.includes(column) && said.size === 1 ? [...said][0] ?? null : null
  }
  return gather([readAnalysis({ measure: stated('measure'), outcome: stated('outcome'), group: columns.includes('group') ? 'group' : null, studies }, wishes, names)])
}

function gather(readings: readonly AnalysisReading[]): MetaAnalysesReading {
  const problems = readings.flatMap((reading) => reading.problems)
  return problems.length > 0 ? refusal(problems) : { kind: 'read', analyses: readings.map(({ analysis }) => analysis).filter((analysis): analysis is MetaAnalysisInput => analysis !== null) }
}

function refusal(problems: readonly ReadingProblem[]): MetaAnalysesReading {
  return { kind: 'refused', problems }
}
