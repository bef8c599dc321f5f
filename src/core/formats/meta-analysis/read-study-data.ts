import { MEASURE_FACTS, standardErrorFromInterval, type InputType, type Measure, type StudyData } from '../../statistics/index.ts'
import type { RowReader } from './study-row.ts'

/** Columns that each kind of data needs; of `generic` there are several forms. */
export const COLUMNS: Readonly<Record<Exclude<InputType, 'generic'>, readonly string[]>> = {
  '2x2': ['events1', 'total1', 'events2', 'total2'],
  means: ['mean1', 'sd1', 'n1', 'mean2', 'sd2', 'n2'],
  rates: ['events1', 'time1', 'events2', 'time2'],
  proportion: ['events', 'total'],
  correlation: ['r', 'n'],
}

/** Forms of an estimate that is given ready-made. */
export const GENERIC_FORMS: readonly (readonly string[])[] = [['yi', 'vi'], ['yi', 'sei'], ['estimate', 'ciLow', 'ciHigh'], ['estimate', 'se']]

/** The numbers of one study, checked; a string says why it cannot be used. What is impossible is refused through `row`. */
export function readStudyData(row: RowReader, inputType: InputType, measure: Measure): StudyData | string {
  const data = READERS[inputType](row, measure)
  if (row.missing.length > 0) return `${row.missing.join(', ')} ${row.missing.length === 1 ? 'is' : 'are'} missing`
  return data
}

type Reader = (row: RowReader, measure: Measure) => StudyData | string

const READERS: Readonly<Record<InputType, Reader>> = {
  '2x2': (row) => {
    const [events1, total1] = readEvents(row, '1')
    const [events2, total2] = readEvents(row, '2')
    return { kind: '2x2', events1, total1, events2, total2 }
  },
  means: (row, measure) => {
    const mean = (name: string): number => row.number(name, measure === 'ROM' ? { above: 0 } : {})
    return {
      kind: 'means', mean1: mean('mean1'), sd1: row.number('sd1', { from: 0 }), n1: row.number('n1', { above: 0 }),
      mean2: mean('mean2'), sd2: row.number('sd2', { from: 0 }), n2: row.number('n2', { above: 0 }),
    }
  },
  rates: (row) => ({
    kind: 'rates', events1: row.number('events1', { from: 0 }), time1: row.number('time1', { above: 0 }),
    events2: row.number('events2', { from: 0 }), time2: row.number('time2', { above: 0 }),
  }),
  proportion: (row) => {
    const [events, total] = readEvents(row, '')
    return { kind: 'proportion', events, total }
  },
  correlation: (row) => ({ kind: 'correlation', r: row.number('r', { from: -1, to: 1 }), n: row.number('n', { above: 0 }) }),
  generic: readGeneric,
}

/** Events with their total; a percentage beside them must say the same. */
function readEvents(row: RowReader, arm: '' | '1' | '2'): [events: number, total: number] {
  const total = row.number(`total${arm}`, { above: 0 })
  const events = row.number(`events${arm}`, { from: 0 })
  if (events > total) row.refuse(`events${arm}`, `${events} events are more than the ${total} people of total${arm}`)
  const percent = row.optional(`percent${arm}`, { from: 0, to: 100, unit: ' percent' })
  const said = (100 * events) / total
  if (percent !== null && Math.abs(percent - said) > 1) row.refuse(`percent${arm}`, `${percent} percent is not ${events} of ${total}, which is ${said.toFixed(1)} percent`)
  return [events, total]
}

function readGeneric(row: RowReader, measure: Measure): StudyData | string {
  const { scale } = MEASURE_FACTS[measure]
  if (row.has('yi') || !row.has('estimate')) {
    const yi = row.number('yi')
    return { kind: 'generic', estimate: yi, variance: row.has('sei') && !row.has('vi') ? row.number('sei', { from: 0 }) ** 2 : row.number('vi', { from: 0 }) }
  }
  if (scale !== 'log' && scale !== 'raw') {
    row.refuse('estimate', `cannot be read for ${measure}; give yi and vi on the ${scale} scale`)
    return 'not readable'
  }
  const estimate = row.number('estimate', boundsOf(measure))
  if (row.has('ciLow') || row.has('ciHigh')) return fromInterval(row, estimate, scale)
  if (scale === 'log' && row.has('se')) row.refuse('se', `the standard error of a ratio is unclear (of the ratio or of its logarithm?); give ciLow and ciHigh, or yi and sei on the log scale`)
  return { kind: 'generic', estimate, variance: row.number('se', { from: 0 }) ** 2 }
}

/** Where an estimate of the measure can lie at all. */
function boundsOf(measure: Measure): { readonly above?: number; readonly from?: number; readonly to?: number } {
  if (MEASURE_FACTS[measure].scale === 'log') return { above: 0 }
  if (measure === 'PR') return { from: 0, to: 1 }
  return measure === 'RD' ? { from: -1, to: 1 } : {}
}

/** Half the digits that rounding may move an estimate beyond its bound. */
const LARGEST_SHARE_OUTSIDE = 1e-9

function fromInterval(row: RowReader, estimate: number, scale: 'log' | 'raw'): StudyData | string {
  const low = row.number('ciLow', scale === 'log' ? { from: 0 } : {})
  const high = row.number('ciHigh', scale === 'log' ? { above: 0 } : {})
  const level = row.optional('level') ?? 95
  if (!(level > 50 && level < 100)) row.refuse('level', `${level} is no confidence level in percent, such as 95`)
  const slack = LARGEST_SHARE_OUTSIDE * Math.max(1, Math.abs(estimate))
  if (low > high) row.refuse('ciLow', `${low} is above ciHigh, ${high}`)
  else if (estimate < low - slack || estimate > high + slack) row.refuse('estimate', `${estimate} lies outside its interval, ${low} to ${high}`)
  if (row.problems.length > 0 || row.missing.length > 0) return 'not readable'
  const error = standardErrorFromInterval({ estimate, low, high, level: level / 100, scale })
  if (error === null) return `no standard error can be read from its interval: it has no width, touches zero, or is not symmetric${scale === 'log' ? ' on the log scale' : ''} beyond rounding`
  return { kind: 'generic', estimate: scale === 'log' ? Math.log(estimate) : estimate, variance: error ** 2 }
}
