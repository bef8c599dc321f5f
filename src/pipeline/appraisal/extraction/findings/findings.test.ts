import { describe, expect, it } from 'vitest'
import { buildVocabulary } from '../../../../../test/support/build-vocabulary.ts'
import type { Section } from '../../../../core/model/index.ts'
import { sentencesOfSource } from '../../sentences/index.ts'
import { findingsInProse, type FoundFindings } from './findings-in-prose.ts'
import { findingsInTables } from './findings-in-tables.ts'
import { readGrid } from './table-grid.ts'

const vocabulary = buildVocabulary()

function inProse(text: string, kind: Section['kind'] = 'abstract'): FoundFindings {
  return findingsInProse(vocabulary, 's', sentencesOfSource({ text, sections: [{ title: 'Results', kind, start: 0, end: text.length }] }).sentences)
}

function inTable(...lines: readonly string[]): FoundFindings & { readonly text: string } {
  const text = lines.join('\n')
  return { text, ...findingsInTables(vocabulary, 's', text, [{ title: 'Table 2', kind: 'table', start: 0, end: text.length }]) }
}

describe('findings in prose', () => {
  it('holds effect, counts of both arms, time, role and the sentence', () => {
    const text = 'The primary outcome, death, occurred at 12 months in 42 of 402 (10.4%) in the heat group and 41 of 388 (10.6%) in the rest group (relative risk 0.98, 95% CI 0.64 to 1.49; p = 0.91).'
    const { findings, refused } = inProse(text)
    expect(refused).toEqual([])
    expect(findings).toMatchObject([{
      outcomeConcept: 'death', role: 'primary', timeMonths: 12, measure: 'RR', estimate: 0.98, ciLow: 0.64, ciHigh: 1.49, ciLevel: 0.95, p: '0.91', favours: 'unclear', text,
      arms: [{ name: 'heat', events: 42, total: 402, percent: 10.4 }, { name: 'rest', events: 41, total: 388, percent: 10.6 }],
    }])
  })

  it('tells whom an interval favours only where more or less is known to be good', () => {
    expect(inProse('Death was rarer (HR 0.80, 95% CI 0.70 to 0.90).').findings[0]?.favours).toBe('intervention')
    expect(inProse('Blood urea was higher (mean difference 2.0, 95% CI 1.0 to 3.0).').findings[0]?.favours).toBe('unclear')
  })

  it.each([
    ['Pain was lower with heat (mean difference −1.2, 95% CI −2.0 to −0.4).', 'lower'],
    ['Walking was increased (mean difference 1.2, 95% CI 0.4 to 2.0).', 'higher'],
    ['There was no significant difference in pain (mean difference 0.1, 95% CI −0.4 to 0.6).', 'no-difference'],
    ['The hazard ratio for death was 0.80 (95% CI 0.70 to 0.90).', null],
  ])('%s: %s', (text, direction) => {
    expect(inProse(text).findings[0]?.statedDirection).toBe(direction)
  })

  it('reads means with their SDs', () => {
    expect(inProse('Ventilation was shorter (17.7 ± 19.4 vs. 20.9 ± 19.8 days, P = 0.047).').findings).toMatchObject([{ measure: 'other', p: '0.047', arms: [{ mean: 17.7, sd: 19.4 }, { mean: 20.9, sd: 19.8 }] }])
    expect(inProse('Energy was greater: mean (SD) 1712 (511) kcal vs. 1130 (601) kcal.').findings).toMatchObject([{ arms: [{ mean: 1712, sd: 511 }, { mean: 1130, sd: 601 }] }])
  })

  it('refuses what contradicts itself, with the place, and keeps the rest', () => {
    const text = 'Stroke fell (HR 1.88; 95% CI 1.42 to 1.49). Death fell (HR 0.80, 95% CI 0.70 to 0.90).'
    const { findings, refused } = inProse(text)
    expect(findings).toHaveLength(1)
    expect(refused).toMatchObject([{ reason: 'the interval (1.42 to 1.49) does not hold its estimate (1.88)', quote: 'HR 1.88; 95% CI 1.42 to 1.49' }])
    expect(text.slice(refused[0]?.span.start, refused[0]?.span.end)).toBe(refused[0]?.quote)
  })

  it('passes over other studies, plans and the start of the trial', () => {
    for (const text of ['A previous study found OR 0.5 (95% CI 0.3 to 0.8).', 'A sample size of 60 gave power for a difference of 2.0 (95% CI 1 to 3).', 'The groups were similar at baseline (27.2 ± 5.3 vs. 27.1 ± 5.7 years).']) expect(inProse(text).findings).toEqual([])
    expect(inProse('Death fell (HR 0.80, 95% CI 0.70 to 0.90).', 'summary').findings).toHaveLength(1)
  })
})

describe('findings in tables', () => {
  it('reads effects, with the level from the heading and p from its column', () => {
    const { findings } = inTable('Table 2. Outcomes', 'Outcome | Heat (n = 100) | Rest (n = 100) | HR (95% CI) | P value', 'Death | 10 (10.0) | 20 (20.0) | 0.48 (0.22–0.99) | 0.04')
    expect(findings).toMatchObject([{ outcome: 'Death', outcomeConcept: 'death', measure: 'HR', estimate: 0.48, ciLow: 0.22, ciHigh: 0.99, ciLevel: 0.95, p: '0.04', text: 'Death | 10 (10.0) | 20 (20.0) | 0.48 (0.22–0.99) | 0.04' }])
  })

  it('reads counts of groups whose size the heading gives', () => {
    const { findings } = inTable('Table 2. Events, n (%)', ' | Heat (n = 50) | Rest (n = 40)', 'Adverse events | |', 'Nausea | 5 (10.0) | 8 (20.0)')
    expect(findings).toMatchObject([{ outcome: 'Adverse events: Nausea', arms: [{ name: 'Heat', n: 50, events: 5, total: 50, percent: 10 }, { name: 'Rest', events: 8, total: 40 }] }])
  })

  it('reads means and SDs', () => {
    expect(inTable('Table 3. Scores, mean (SD)', ' | Heat | Rest | p', 'Pain at 12 weeks | 3.1 (1.2) | 4.0 (1.1) | <0.01').findings).toMatchObject([{ timeMonths: 2.76, p: '< 0.01', arms: [{ name: 'Heat', mean: 3.1, sd: 1.2 }, { name: 'Rest', mean: 4, sd: 1.1 }] }])
    expect(inTable('Table 3. Scores', ' | Heat | Rest', 'Pain | 3.1 ± 1.2 | 4.0 ± 1.1').findings).toHaveLength(1)
  })

  it('takes medians with quartiles for nothing else', () => {
    expect(inTable('Table 3. Vital signs', ' | Heat | Rest', 'RR, breaths/minute | 18 (16–21) | 20 (17–23)').findings).toEqual([])
  })

  it('refuses events above the group and reversed intervals, at their cells', () => {
    const { findings, refused, text } = inTable('Table 2. Events, n (%)', ' | Heat (n = 50) | Rest (n = 40) | OR (95% CI)', 'Nausea | 55 (10.0) | 8 (20.0) | 0.5 (0.9, 0.3)')
    expect(findings).toEqual([])
    expect(refused.map(({ reason }) => reason)).toEqual(['55 events of 50 (Table 2. Events, n (%))', 'the interval is reversed (0.9 to 0.3) (Table 2. Events, n (%))'])
    expect(refused.map(({ span }) => text.slice(span.start, span.end))).toEqual(['55 (10.0)', '0.5 (0.9, 0.3)'])
  })

  it('leaves tables of people before treatment', () => {
    expect(inTable('Table 1. Baseline characteristics, n (%)', ' | Heat (n = 50) | Rest (n = 40)', 'Women | 25 (50) | 20 (50)').findings).toEqual([])
  })

  it('keeps the place of every cell', () => {
    const text = 'Table 1. Caption\na |  | c\nlabel | 1 (2) | 3'
    const grid = readGrid(text, { title: 'Table 1', kind: 'table', start: 0, end: text.length })
    for (const cell of [...grid.header, ...grid.rows].flat()) expect(text.slice(cell.start, cell.end)).toBe(cell.text)
    expect(grid).toMatchObject({ caption: 'Table 1. Caption', header: [[{ text: 'a' }, { text: '' }, { text: 'c' }]], rows: [[{ text: 'label' }, { text: '1 (2)' }, { text: '3' }]] })
  })
})
