import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMetaAnalyses, type MetaAnalysesReading, type ReadingWishes } from './index.ts'

const studies = [{ study: 'Alpha 2001', events1: 3, total1: 50, events2: 8, total2: 51 }, { study: 'Beta 2004', events1: 5, total1: 60, events2: 9, total2: 58 }]
const json = (value: unknown, wishes: ReadingWishes = {}): MetaAnalysesReading => readMetaAnalyses(JSON.stringify(value), wishes)
const change = (index: number, fields: object): object => ({ measure: 'RR', studies: studies.map((study, i) => (i === index ? { ...study, ...fields } : study)) })
const first = (reading: MetaAnalysesReading): string => (reading.kind === 'refused' ? `${reading.problems[0]?.place}: ${reading.problems[0]?.message}` : 'read')

describe('what can be read', () => {
  it('one analysis, a list of them, {analyses: […]}, or a bare list of studies', () => {
    const one = { id: 'a', outcome: 'death', measure: 'OR', studies }
    const shapes: [unknown, number][] = [[one, 1], [[one, one], 2], [{ analyses: [one] }, 1], [studies, 1]]
    for (const [shape, count] of shapes) expect(json(shape)).toMatchObject({ kind: 'read', analyses: Array.from({ length: count }, () => ({ inputType: '2x2', studies: [{ study: 'Alpha 2001' }, { study: 'Beta 2004' }] })) })
    expect(json(studies)).toMatchObject({ analyses: [{ measure: 'RR' }] })
    expect(json(one, { measure: 'RD', model: 'DL_HK' })).toMatchObject({ analyses: [{ measure: 'RD', model: 'DL_HK' }] })
  })

  it('CSV with commas, semicolons or tabs, quotes and a byte order mark', () => {
    for (const mark of [',', ';', '\t']) {
      const text = `\uFEFFstudy,events1,total1,events2,total2,group\r\n"Alpha, ""A"" 2001",3,50,8,51,x\r\n\r\nBeta,5,60,9,58,y\r\n`.replaceAll(',', mark).replace(`Alpha${mark}`, 'Alpha,')
      expect(readMetaAnalyses(text)).toMatchObject({ kind: 'read', analyses: [{ group: 'group', studies: [{ study: 'Alpha, "A" 2001', group: 'x', data: { kind: '2x2', events1: 3 } }, { study: 'Beta', group: 'y' }] }] })
    }
  })

  it('a hazard ratio with its interval, as papers print it, and its level', () => {
    const reading = readMetaAnalyses('study,estimate,ciLow,ciHigh,level\nDELIVER,0.82,0.73,0.92,95\nOther,0.79,0.66,0.945,99', { measure: 'HR' })
    const [analysis] = reading.kind === 'read' ? reading.analyses : []
    const [deliver, other] = (analysis?.studies ?? []).map(({ data }) => (typeof data === 'object' && data.kind === 'generic' ? data : null))
    expect(deliver?.estimate).toBeCloseTo(Math.log(0.82), 12)
    expect(Math.sqrt(deliver?.variance ?? 0)).toBeCloseTo(Math.log(0.92 / 0.73) / 3.919928, 6)
    expect(Math.sqrt(other?.variance ?? 0)).toBeCloseTo(Math.log(0.945 / 0.66) / 5.151659, 6)
  })

  it('every other kind of data by its columns', () => {
    const rows: [object, string, string][] = [
      [{ mean1: 1, sd1: 1, n1: 9, mean2: 2, sd2: 1, n2: 9 }, 'means', 'MD'], [{ events1: 1, time1: 9.5, events2: 2, time2: 8 }, 'rates', 'IRR'], [{ events: 1, total: 9 }, 'proportion', 'PLO'], [{ r: 0.3, n: 20 }, 'correlation', 'ZCOR'],
    ]
    for (const [row, inputType, measure] of rows) expect(json([row])).toMatchObject({ kind: 'read', analyses: [{ inputType, measure, studies: [{ study: 'Study 1' }] }] })
    expect(json({ measure: 'MD', studies: [{ yi: 1, sei: 2 }, { yi: 1, vi: 3 }] })).toMatchObject({ analyses: [{ studies: [{ data: { variance: 4 } }, { data: { variance: 3 } }] }] })
  })

  it('leaves a study out, with the reason, when a number is missing: never taken for 0', () => {
    for (const missing of [null, '', 'NA', undefined]) {
      expect(json(change(1, { events2: missing }))).toMatchObject({ kind: 'read', analyses: [{ studies: [{ data: { kind: '2x2' } }, { data: 'events2 is missing' }] }] })
    }
  })

  it('leaves a study out when no standard error can be read from its interval', () => {
    expect(json({ measure: 'HR', studies: [{ estimate: 0.14, ciLow: 0, ciHigh: 0.71 }] })).toMatchObject({ kind: 'read', analyses: [{ studies: [{ data: expect.stringContaining('touches zero') }] }] })
  })
})

describe('what is refused, with its place', () => {
  it.each<[string, object, string]>([
    ['events above totals', change(1, { events1: 61 }), 'study 2 (Beta 2004), events1: 61 events are more than the 60 people of total1'],
    ['negative events', change(0, { events2: -1 }), 'study 1 (Alpha 2001), events2: -1 is negative'],
    ['nobody in a group', change(0, { total1: 0, events1: 0 }), 'study 1 (Alpha 2001), total1: 0 must be above 0'],
    ['a percentage above 100', change(0, { percent1: 110 }), 'study 1 (Alpha 2001), percent1: 110 is above 100 percent'],
    ['a percentage that its counts contradict', change(0, { percent1: 30 }), 'study 1 (Alpha 2001), percent1: 30 percent is not 3 of 50, which is 6.0 percent'],
    ['a percentage for a count', change(0, { events1: '6%' }), 'study 1 (Alpha 2001), events1: is a percentage; give the number itself'],
    ['words for a number', change(0, { events1: 'three' }), 'study 1 (Alpha 2001), events1: is not a number'],
    ['a negative standard deviation', { studies: [{ mean1: 1, sd1: -1, n1: 9, mean2: 2, sd2: 1, n2: 9 }] }, 'study 1 (Study 1), sd1: -1 is negative'],
    ['an interval that does not hold its estimate', { measure: 'RR', studies: [{ study: 'A', estimate: 0.7, ciLow: 0.8, ciHigh: 0.9 }] }, 'study 1 (A), estimate: 0.7 lies outside its interval, 0.8 to 0.9'],
    ['an interval upside down', { measure: 'RR', studies: [{ study: 'A', estimate: 0.85, ciLow: 0.9, ciHigh: 0.8 }] }, 'study 1 (A), ciLow: 0.9 is above ciHigh, 0.8'],
    ['a negative ratio', { measure: 'RR', studies: [{ study: 'A', estimate: -0.85, ciLow: 0.6, ciHigh: 0.8 }] }, 'study 1 (A), estimate: -0.85 must be above 0'],
    ['a level that is none', { measure: 'RR', studies: [{ study: 'A', estimate: 0.85, ciLow: 0.8, ciHigh: 0.9, level: 0.95 }] }, 'study 1 (A), level: 0.95 is no confidence level in percent, such as 95'],
    ['a correlation above 1', { studies: [{ r: 1.2, n: 20 }] }, 'study 1 (Study 1), r: 1.2 is above 1'],
    ['a negative variance', { measure: 'MD', studies: [{ yi: 1, vi: -2 }] }, 'study 1 (Study 1), vi: -2 is negative'],
    ['mixed units', { studies: [{ mean1: 1, sd1: 1, n1: 9, mean2: 2, sd2: 1, n2: 9, unit: 'mmHg' }, { mean1: 1, sd1: 1, n1: 9, mean2: 2, sd2: 1, n2: 9, unit: 'kPa' }] }, 'study 2 (Study 2), unit: kPa is not mmHg: convert to one unit before pooling'],
    ['mixed measures', { measure: 'HR', studies: [{ yi: 1, vi: 1 }, { yi: 1, vi: 1, measure: 'RR' }] }, 'study 2 (Study 2), measure: RR is not pooled with HR: different measures are never mixed'],
    ['mixed kinds of data', { studies: [...studies, { study: 'C', yi: 0.2, vi: 0.1 }] }, 'study 3 (C), yi: this study gives yi, vi, the others events1, total1, events2, total2: one kind of data a pool'],
    ['an estimate without a measure', { studies: [{ yi: 0.2, vi: 0.1 }] }, 'measure: is not said; an estimate needs one, such as HR, OR, MD or generic'],
    ['a measure of other data', { measure: 'SMD', studies }, 'measure: SMD cannot be computed from 2x2 data'],
    ['the wrong scale', { measure: 'OR', scale: 'raw', studies }, 'scale: is raw, but OR is pooled on the log scale'],
    ['the standard error of a ratio', { measure: 'OR', studies: [{ estimate: 1.2, se: 0.1 }] }, 'study 1 (Study 1), se: the standard error of a ratio is unclear (of the ratio or of its logarithm?); give ciLow and ciHigh, or yi and sei on the log scale'],
    ['no studies', { studies: [] }, 'studies: there are no studies'],
    ['words for a moderator', { ...change(0, { dose: 'high' }), moderators: ['dose'] }, 'study 1 (Alpha 2001), dose: is not a number'],
    ['a group that stands nowhere', { ...change(0, {}), group: 'country' }, 'study 1 (Alpha 2001), country: is asked for and stands in no study'],
  ])('%s', (_what, value, says) => {
    expect(first(json(value))).toBe(says)
  })

  it.each([
    ['a decimal comma', 'study;estimate;ciLow;ciHigh;measure\nA;0,82;0,73;0,92;HR', 'line 2 (A), column estimate: has a comma; decimals need a point, and thousands no mark'],
    ['more cells than names', 'study,events,total\nA,1,2,3', 'line 2: it has 4 cells under 3 column names (decimals need a point, not a comma)'],
    ['an open quotation mark', 'study,events,total\n"A,1,2', 'line 2: a quotation mark is opened and never closed'],
    ['a column twice', 'events,events,total\n1,2,3', 'line 1: the column events is there twice'],
    ['no rows', 'events,total\n', 'line 1: there is no row of numbers below a row of column names'],
    ['unknown columns', 'a,b\n1,2', 'the columns: fit no kind of data'],
    ['two measures', 'yi,vi,measure\n1,1,HR\n1,1,RR', 'measure: is not said'],
    ['broken JSON', '{"studies": [', 'the file: is not well-formed JSON'],
    ['an empty list', '[]', 'the file: holds no analysis'],
  ])('in a file: %s', (_what, text, says) => {
    expect(first(readMetaAnalyses(text))).toContain(says)
  })

  it('names the analysis when there are several, the line in CSV, and tells every problem', () => {
    expect(first(json([{ studies }, change(0, { events1: -3 })]))).toBe('analysis 2, study 1 (Alpha 2001), events1: -3 is negative')
    const reading = readMetaAnalyses('study,events,total\nA,1,2\n\nB,9,2\nC,-1,2')
    expect(reading).toEqual({ kind: 'refused', problems: [{ place: 'line 4 (B), column events', message: '9 events are more than the 2 people of total' }, { place: 'line 5 (C), column events', message: '-1 is negative' }] })
  })

  it('HR and incidence rate ratio are one family', () => {
    expect(json({ measure: 'HR', studies: [{ yi: 1, vi: 1 }, { yi: 1, vi: 1, measure: 'IRR' }] }).kind).toBe('read')
  })
})

describe('any text', () => {
  it('is read or refused, and never thrown at', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.string().map((text) => `study,events,total\n${text}`)), (text) => {
      expect(['read', 'refused']).toContain(readMetaAnalyses(text).kind)
    }))
  })
})
