import {
  isMeasureOf, MEASURE_FACTS, USUAL_MEASURE, USUAL_ZERO_CELLS, type InputStudy, type InputType, type Measure, type MetaAnalysisInput,
} from '../../statistics/index.ts'
import { analysisHeaderSchema, type AnalysisHeader } from './analysis-header.ts'
import { COLUMNS, GENERIC_FORMS, readStudyData } from './read-study-data.ts'
import type { ReadingProblem, ReadingWishes } from './reading.ts'
import { RowReader } from './study-row.ts'

export type AnalysisReading = { readonly analysis: MetaAnalysisInput | null; readonly problems: readonly ReadingProblem[] }

/** How the rows of a file are named to a person. */
export type RowNames = { readonly prefix: string; readonly columnWord: string; rowName(index: number): string }

export const JSON_ROWS: RowNames = { prefix: '', columnWord: '', rowName: (index) => `study ${index + 1}` }

/** One analysis from its raw fields; null with problems when anything in it cannot be right. */
export function readAnalysis(raw: unknown, wishes: ReadingWishes = {}, names: RowNames = JSON_ROWS): AnalysisReading {
  const parsed = analysisHeaderSchema.safeParse(raw)
  if (!parsed.success) {
    return { analysis: null, problems: parsed.error.issues.map(({ path, message }) => ({ place: `${names.prefix}${path.length === 0 ? 'the analysis' : path.map(String).join('.')}`, message: message.startsWith('Invalid') ? `is not as expected: ${message}` : message })) }
  }
  const header = parsed.data
  const refused = (place: string, message: string): AnalysisReading => ({ analysis: null, problems: [{ place: `${names.prefix}${place}`, message }] })
  const inputType = header.inputType ?? inputTypeOf(header.studies)
  if (inputType === null) return refused('the columns', `fit no kind of data; known are ${[...Object.values(COLUMNS), ...GENERIC_FORMS].map((columns) => columns.join(' ')).join(' · ')}`)
  const measure = wishes.measure ?? header.measure ?? USUAL_MEASURE[inputType]
  if (measure === null) return refused('measure', 'is not said; an estimate needs one, such as HR, OR, MD or generic')
  if (!isMeasureOf(measure, inputType)) return refused('measure', `${measure} cannot be computed from ${inputType} data`)
  const { scale } = MEASURE_FACTS[measure]
  if (header.scale !== null && header.scale !== undefined && header.scale !== scale) return refused('scale', `is ${header.scale}, but ${measure} is pooled on the ${scale} scale`)
  return readStudies(header, inputType, measure, wishes, names)
}

function readStudies(header: AnalysisHeader, inputType: InputType, measure: Measure, wishes: ReadingWishes, names: RowNames): AnalysisReading {
  const group = wishes.group ?? header.group ?? null
  const moderators = wishes.moderators ?? header.moderators ?? []
  const rows = header.studies.map((values, index) => {
    const label = labelOf(values, index)
    return { label, reader: new RowReader({ values: new Map(Object.entries(values)), place: `${names.prefix}${names.rowName(index)} (${label})`, columnWord: names.columnWord }) }
  })
  const studies = rows.map(({ label, reader }): InputStudy => {
    refuseOtherKinds(reader, inputType, measure)
    return {
      study: label,
      data: readStudyData(reader, inputType, measure),
      group: group === null ? null : reader.text(group),
      moderators: Object.fromEntries(moderators.map((name) => [name, reader.optional(name)])),
    }
  })
  const unit = refuseMixedUnits(rows.map(({ reader }) => reader), measure, header.unit)
  for (const name of [...(group === null ? [] : [group]), ...moderators]) {
    if (rows.every(({ reader }) => !reader.has(name))) rows[0]?.reader.refuse(name, 'is asked for and stands in no study')
  }
  const problems = rows.flatMap(({ reader }) => reader.problems)
  if (problems.length > 0) return { analysis: null, problems }
  const { zeroCells } = header
  return {
    problems,
    analysis: {
      id: header.id, title: header.title, outcome: header.outcome, source: header.source, inputType, measure, unit,
      zeroCells: zeroCells === null || zeroCells === undefined ? USUAL_ZERO_CELLS : { add: zeroCells.to === 'none' ? 0 : zeroCells.add, drop00: zeroCells.drop00 },
      group, moderators, model: wishes.model ?? header.model ?? null, studies,
    },
  }
}

function labelOf(values: Readonly<Record<string, unknown>>, index: number): string {
  const label = values['study']
  return typeof label === 'string' && label.trim() !== '' ? label.trim() : typeof label === 'number' ? String(label) : `Study ${index + 1}`
}

/** The kind of data whose columns are all there; the first that fits, counts before ready-made estimates. */
function inputTypeOf(studies: AnalysisHeader['studies']): InputType | null {
  const present = new Set(studies.flatMap((study) => Object.keys(study)))
  const fits = (columns: readonly string[]): boolean => columns.every((column) => present.has(column))
  const counted = (['2x2', 'means', 'rates', 'proportion', 'correlation'] as const).find((inputType) => fits(COLUMNS[inputType]))
  return counted ?? (GENERIC_FORMS.some((columns) => fits(columns)) ? 'generic' : null)
}

/** Measures that say the same when events are rare enough to be counted over time (docs/methods/effects.md): one family. */
const TIME_TO_EVENT: readonly Measure[] = ['HR', 'IRR']

/** A study that names another measure, or brings another kind of numbers, is not of this pool. */
function refuseOtherKinds(reader: RowReader, inputType: InputType, measure: Measure): void {
  const own = reader.text('measure')
  const isFamily = own !== null && [own, measure].every((name) => TIME_TO_EVENT.some((known) => known === name))
  if (own !== null && own !== measure && !isFamily) reader.refuse('measure', `${own} is not pooled with ${measure}: different measures are never mixed`)
  if (inputType === 'generic' || COLUMNS[inputType].some((column) => reader.has(column))) return
  const other = Object.values(COLUMNS).find((columns) => columns.every((column) => reader.has(column))) ?? GENERIC_FORMS.find((columns) => columns.every((column) => reader.has(column)))
  if (other !== undefined) reader.refuse(other[0] ?? '', `this study gives ${other.join(', ')}, the others ${COLUMNS[inputType].join(', ')}: one kind of data a pool`)
}

/** Measures without a unit: the units of the studies may differ. */
const UNITLESS: readonly Measure[] = ['SMD', 'ROM', 'OR', 'RR', 'HR', 'ZCOR', 'PLO']

/** The one unit of all studies; a study in another is refused. */
function refuseMixedUnits(readers: readonly RowReader[], measure: Measure, declared: string | null): string | null {
  if (UNITLESS.includes(measure)) return declared
  const first = declared ?? readers.map((reader) => reader.text('unit')).find((unit) => unit !== null) ?? null
  for (const reader of readers) {
    const own = reader.text('unit')
    if (own !== null && first !== null && own.toLowerCase() !== first.toLowerCase()) reader.refuse('unit', `${own} is not ${first}: convert to one unit before pooling`)
    if (own === null && declared === null && first !== null) reader.refuse('unit', `is missing where other studies say ${first}`)
  }
  return first
}
