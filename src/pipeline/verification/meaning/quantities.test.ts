import { describe, expect, it } from 'vitest'
import { readQuantities } from './quantities.ts'

const read = (text: string): [number, string][] => readQuantities(text).map(({ value, unit }) => [value, unit])

describe('what a number counts', () => {
  it.each<[string, [number, string][]]>([
    ['fell by 5.3 points at 12 weeks', [[5.3, 'points'], [12, 'duration']]],
    ['hazard ratio 0.80 (95% CI 0.73 to 0.87)', [[0.8, 'ratio'], [95, 'percent'], [0.73, 'plain'], [0.87, 'plain']]],
    ['adults aged 45 to 59 years', [[45, 'age'], [59, 'age']]],
    ['8.5 fewer people in every 1000', [[8.5, 'per-1000']]],
    ['1.11% a year', [[1.11, 'rate']]],
    ['400 micrograms against 400 mg', [[400, 'dose'], [400, 'dose']]],
    ['cut deaths by a third over two years', [[33.3, 'percent'], [2, 'duration']]],
    ['1.67 million women in 22 trials', [[1_670_000, 'people'], [22, 'studies']]],
    ['for every 100 people who take it, 20 are spared', [[20, 'percent']]],
    ['nine lives in every hundred people', [[9, 'percent']]],
    ['1.27% against 1.60% a year', [[1.27, 'rate'], [1.6, 'rate']]],
    ['below 120 or below 140', [[120, 'plain'], [140, 'plain']]],
    ['four to six years, or half a year', [[4, 'duration'], [6, 'duration'], [0.5, 'duration']]],
    ['women in their forties', [[45, 'age']]],
    ['twenty-three trials', [[23, 'studies']]],
    ['4.6 points out of 100', [[4.6, 'points']]],
    ['in 21 of 340 given heparin', [[21, 'people'], [340, 'plain']]],
    ['plaques fell by 12 centiloids', [[12, 'dose']]],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted)
  })

  it('counts nothing in names, and tells milligrams from micrograms', () => {
    expect(read('SGLT2 in COVID-19, HPV types 16 and 18')).toEqual([])
    expect(readQuantities('400 micrograms or 400 mg').map(({ word }) => word)).toEqual(['mcg', 'mg'])
    expect(readQuantities('25 mg/mmol, 25 mg/g, 20 feet and 20 metres').map(({ word }) => word)).toEqual(['mg/mmol', 'mg/g', 'ft', 'm'])
  })
})
