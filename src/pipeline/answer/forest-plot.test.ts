import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { allBodies } from './evidence-sections.ts'
import { forestPlotOf } from './forest-plot.ts'

const plotFor = (question: string): ReturnType<typeof forestPlotOf> => forestPlotOf(allBodies(askLibrary(question)))

describe('the forest plot of an answer', () => {
  it('shows the SGLT2 trials inside the published pool, its diamond, and ours as recomputed', () => {
    const plot = plotFor('Are SGLT2 inhibitors indicated in heart failure with preserved ejection fraction?')
    expect(plot?.rows.map(({ label, insidePublishedPool }) => [label, insidePublishedPool]).toSorted()).toEqual([['DELIVER 2022', true], ['EMPEROR-Preserved 2021', true]])
    expect(plot?.summary).toMatchObject({ origin: 'published', estimate: 0.8, low: 0.73, high: 0.87 })
    expect(plot?.recomputed?.estimate).toBeCloseTo(0.81, 2)
  })

  it('draws no diamond where the trials measured other composites than the review pooled', () => {
    const plot = plotFor('Should people aged 70 to 74 with diabetes take aspirin to prevent a first heart attack?')
    expect(plot?.rows.length).toBeGreaterThanOrEqual(2)
    expect(plot?.summary).toBeNull()
    expect(plot?.note).toContain('No diamond')
  })

  it('draws a trial on the scale of the plot or not at all', () => {
    const plot = plotFor('Is PSA screening recommended?')
    expect(plot?.measure).toBe('IRR')
    expect(plot?.rows.map(({ label }) => label)).toEqual(['ERSPC 2025', 'PLCO 2018'])
  })

  it('never sets the sham trial and the open trial of basivertebral ablation side by side', () => {
    expect(plotFor('Is basivertebral nerve ablation indicated for low back pain?')).toBeNull()
  })
})
