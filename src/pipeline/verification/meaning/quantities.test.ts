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
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted)
  })

  it('counts nothing in names, and tells milligrams from micrograms', () => {
    expect(read('SGLT2 in COVID-19, HPV types 16 and 18')).toEqual([])
    expect(readQuantities('400 micrograms or 400 mg').map(({ word }) => word)).toEqual(['mcg', 'mg'])
  })
})
