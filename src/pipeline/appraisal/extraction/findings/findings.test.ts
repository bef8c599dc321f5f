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

  it('reads each comparison of a sentence by itself; a p value closes it', () => {
    expect(inProse('Heat yielded higher response rates than rest at week 14 (23.5% versus 1.0%; P < 0.001) and week 24 (28.1% versus 7.7%; P = 0.02).').findings).toMatchObject([
      { outcome: 'response rates', p: '< 0.001', arms: [{ percent: 23.5 }, { percent: 1 }] }, { outcome: 'response rates', p: '0.02', arms: [{ percent: 28.1 }, { percent: 7.7 }] },
    ])
  })

  it('takes one group at two times, rates and changes in percent for no arms', () => {
    for (const text of ['Breaks rose from 0.1 ± 0.3 up to 1.9 ± 2.0 with heat (p = 0.0002).', 'Severity was 39.9 ± 4.9 before treatment and 20.1 ± 6.0 after it (p < 0.001).', 'Heat cut adhesion by 5.3% (P = 0.06) and raised oxide by 17.5% (P = 0.1).', 'Strokes were as many (2.56% and 2.65%/year).']) expect(inProse(text).findings).toEqual([])
  })

  it('holds a p value between groups with the direction told, and no p value within a group', () => {
    expect(inProse('Pain was significantly lower with heat than with rest (p = 0.03).').findings).toMatchObject([{ measure: 'other', estimate: null, p: '0.03', statedDirection: 'lower', outcomeConcept: 'pain', arms: [] }])
    expect(inProse('Pain decreased from baseline with heat (p = 0.03).').findings).toEqual([])
  })

  it.each([
    ['There was no difference between high and standard groups for weight gain (MD −14 g; 95% CI −32 to 4).', 'weight gain'],
    ['Regression analysis showed that heat significantly reduced mucosal damage (OR 0.72, 95% CI 0.60 to 0.87).', 'mucosal damage'],
    ['The response rate of the heat group was higher than that of the rest group (p = 0.02).', 'The response rate'],
    ['Further, improvement was found for efficacy (mean difference −6.72, 95% CI −8.15 to −5.28).', 'efficacy'],
    ['The hazard ratio for death was 0.80 (95% CI 0.70 to 0.90).', 'death'],
  ])('%s: %s', (text, outcome) => {
    expect(inProse(text).findings[0]?.outcome).toBe(outcome)
  })

  it('keeps the outcome where the next number is of another group', () => {
    expect(inProse('The hazard ratio for infarction with heat was 1.13 (95% CI 0.68–1.89) among non-users, and 1.35 (95% CI 0.86–2.10) among users.').findings.map(({ outcome }) => outcome)).toEqual(['infarction with heat', 'infarction with heat'])
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

  it('gives each effect the p value after it, and joins an interval in a column of its own', () => {
    expect(inTable('Table 2. Growth', ' | ITT difference (95% CI) | p | Per protocol difference (95% CI) | p', 'Weight | −14 (−32, 4) | 0.12 | −15 (−36, 5) | 0.14').findings.map(({ estimate, p }) => [estimate, p])).toEqual([[-14, '0.12'], [-15, '0.14']])
    expect(inTable('Table 2. Events', ' | Heat | Rest | Hazard ratio | 95% CI | p', 'Death | 1.11 | 0.90 | 1.23 | 0.79 to 1.93 | 0.36').findings).toMatchObject([{ measure: 'HR', estimate: 1.23, ciLow: 0.79, ciHigh: 1.93, ciLevel: 0.95, p: '0.36' }])
  })

  it('reads a mean beside its SD, a share with its counts, and what kind of number only the notes tell', () => {
    expect(inTable('Table 2. Scores', ' | Heat | | Rest |', ' | Mean | SD | Mean | SD', 'Pain | 3.1 | 1.2 | 4.0 | 1.1').findings).toMatchObject([{ arms: [{ name: 'Heat', mean: 3.1, sd: 1.2 }, { name: 'Rest', mean: 4, sd: 1.1 }] }])
    expect(inTable('Table 2. Stools', ' | Heat | Rest', 'Soft | 50% (5/10) | 90% (9/10)').findings).toMatchObject([{ arms: [{ events: 5, total: 10, percent: 50 }, { events: 9, total: 10 }] }])
    expect(inTable('Table 2. Response', ' | Heat | Rest | P', 'Ever | 52 (49.1) | 122 (42.2) | 0.22', 'Values are the number (%) of patients.').findings).toMatchObject([{ p: '0.22', arms: [{ events: 52, percent: 49.1 }, { events: 122 }] }])
  })

  it('leaves rows and columns of the time before treatment, and ratios that a label names', () => {
    expect(inTable('Table 2. Scores', ' | Heat before | Heat after | Rest before | Rest after', 'Pain | 6.0 ± 1.0 | 3.1 ± 1.2 | 6.1 ± 1.1 | 4.0 ± 1.1').findings).toMatchObject([{ arms: [{ name: 'Heat after', mean: 3.1 }, { name: 'Rest after', mean: 4 }] }])
    expect(inTable('Table 2. Scores, mean (SD)', ' | Heat | Rest', 'Pain | |', 'Baseline | 6.0 (1.0) | 6.1 (1.1)', 'Week 4 | 3.1 (1.2) | 4.0 (1.1)', 'Pre-operative drinks | 2.0 (1.2) | 1.0 (1.1)').findings.map(({ outcome }) => outcome)).toEqual(['Pain: Week 4', 'Pain: Pre-operative drinks'])
    expect(inTable('Table 2. Devices', ' | Heat | Rest | P', 'Size (1.0/1.5) | 14/16 | 12/18 | 0.8').findings).toMatchObject([{ p: '0.8', arms: [] }])
  })

  it('names a row by its own words and by a first cell that spans rows', () => {
    expect(inTable('Table 2. Scores, mean (SD)', ' | | Heat | Rest', 'Pain | Week 4 | 3.1 (1.2) | 4.0 (1.1)', ' | Week 8 | 2.1 (1.2) | 3.0 (1.1)').findings.map(({ outcome }) => outcome)).toEqual(['Pain: Week 4', 'Pain: Week 8'])
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
