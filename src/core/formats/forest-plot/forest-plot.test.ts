import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { poolStudies, type PooledAnalysis } from '../../statistics/index.ts'
import { readMetaAnalyses, type ReadingWishes } from '../meta-analysis/index.ts'
import { forestPlotSvg, forestPlotText, forestView, formatFigure, formatP, funnelPlotSvg } from './index.ts'

function pooled(value: unknown, wishes: ReadingWishes = {}): PooledAnalysis {
  const reading = readMetaAnalyses(JSON.stringify(value), wishes)
  const [analysis] = reading.kind === 'read' ? reading.analyses : []
  if (analysis === undefined) throw new Error(JSON.stringify(reading))
  return poolStudies(analysis)
}

/** The text of the elements by name; throws where it is no well-formed XML. */
function elements(svg: string): { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: (typeof found)[number][] = []
  const parser = new SaxesParser<{ xmlns: false }>()
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '' }
    found.push(element)
    open.push(element)
  })
  parser.on('text', (text) => { const element = open.at(-1); if (element !== undefined) element.text += text })
  parser.on('closetag', () => { open.pop() })
  parser.on('error', (error) => { throw error })
  parser.write(svg).close()
  return found
}

const SIX = [['Alpha', 3, 50, 8, 51], ['Beta', 5, 60, 9, 58], ['Gamma', 20, 300, 31, 299], ['Delta', 1, 20, 4, 22], ['Epsilon', 40, 400, 38, 405], ['Zeta', 0, 30, 3, 30]]
  .map(([study, events1, total1, events2, total2], i) => ({ study, events1, total1, events2, total2, arm: i < 3 ? 'early' : 'late' }))

describe('the forest plot', () => {
  it('is well-formed, named and described in words: every study, the pool, heterogeneity', () => {
    const svg = forestPlotSvg(pooled({ outcome: 'death', measure: 'RR', studies: SIX }))
    const [root] = elements(svg)
    expect(root?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'forest-title forest-description' })
    expect(elements(svg).find(({ name }) => name === 'title')?.text).toBe('death')
    const description = elements(svg).find(({ name }) => name === 'desc')?.text ?? ''
    for (const part of ['6 studies', 'Alpha: 0.38 (0.11 to 1.36), weight', 'All: random effects (REML, Hartung–Knapp): ', 'Heterogeneity: ']) expect(description).toContain(part)
  })

  it('needs nothing from elsewhere and is black and grey alone', () => {
    const svg = forestPlotSvg(pooled({ measure: 'RR', studies: SIX }))
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|<script|<style|@import|url\(|href/u)
    for (const [, red, green, blue] of svg.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/giu)) expect([red, green]).toEqual([green, blue])
  })

  it('gives the same bytes again', () => {
    expect(forestPlotSvg(pooled({ measure: 'RR', studies: SIX }))).toBe(forestPlotSvg(pooled({ measure: 'RR', studies: SIX })))
  })

  it('lets no label act as markup, drive a terminal or break the XML', () => {
    const evil = '</text><script>alert(1)</script> & "x" \u0000\u001B[31m\uD800 \u202Eabc'
    const analysis = pooled({ title: evil, measure: 'RR', group: 'arm', studies: SIX.map((study) => ({ ...study, study: evil, arm: evil + study.arm })) })
    for (const svg of [forestPlotSvg(analysis), funnelPlotSvg(analysis)]) {
      expect(elements(svg).some(({ name }) => name === 'script')).toBe(false)
      expect(elements(svg).find(({ name }) => name === 'title')?.text).toContain('<script>alert(1)</script>')
    }
    // oxlint-disable-next-line no-control-regex -- escape sequences are what is looked for
    expect(forestPlotText(analysis, 90).join('')).not.toMatch(/[\u0000-\u001F\u202E]/u)
  })

  it('draws a diamond for a pool, and none for one study', () => {
    const diamonds = (analysis: PooledAnalysis): string[] => forestView(analysis).rows.filter(({ kind }) => kind === 'pooled').map(({ label }) => label)
    expect(diamonds(pooled({ measure: 'RR', studies: SIX }))).toEqual(['All: random effects (REML, Hartung–Knapp)'])
    expect(diamonds(pooled({ measure: 'RR', studies: SIX.slice(0, 2) }))).toEqual(['All: common effect'])
    expect(diamonds(pooled({ measure: 'RR', studies: SIX.slice(0, 1) }))).toEqual([])
    expect(elements(forestPlotSvg(pooled({ measure: 'RR', studies: SIX.slice(0, 1) }))).filter(({ name }) => name === 'polygon')).toEqual([])
  })

  it('shows subgroups with their subtotals and the test between them', () => {
    const view = forestView(pooled({ measure: 'RR', group: 'arm', studies: SIX }))
    expect(view.rows.map(({ kind }) => kind)).toEqual(['heading', 'study', 'study', 'study', 'subtotal', 'heading', 'study', 'study', 'study', 'subtotal', 'pooled', 'prediction'])
    expect(view.between).toMatch(/^Between subgroups: Q .*, 1 df, p = /u)
  })

  it('shows a prediction interval from five studies on where there is heterogeneity', () => {
    const spread = [-2, -1, 0, 1, 2, 3].map((yi, i) => ({ study: `S${i}`, yi, vi: 0.05 }))
    const kinds = (studies: readonly object[]): string[] => forestView(pooled({ measure: 'MD', studies })).rows.map(({ kind }) => kind)
    expect(kinds(spread)).toContain('prediction')
    expect(kinds(spread.slice(0, 4))).not.toContain('prediction')
  })

  it('names a study that is not pooled, and why', () => {
    const row = forestView(pooled({ measure: 'RR', studies: [...SIX, { study: 'Eta', events1: null, total1: 9, events2: 1, total2: 9 }] })).rows.find(({ label }) => label === 'Eta')
    expect(row).toMatchObject({ interval: null, text: 'not pooled: events1 is missing' })
  })

  it('stays within its frame for tiny, huge, equal and one-sided results', () => {
    for (const studies of [[{ yi: 1e8, vi: 1e-8 }, { yi: 1e8, vi: 1e-8 }], [{ yi: 0, vi: 1e14 }, { yi: 1, vi: 1e-10 }, { yi: 2, vi: 1 }], [{ yi: -1e-9, vi: 1e-20 }]]) {
      for (const measure of ['MD', 'ZCOR'] as const) {
        const analysis = pooled({ measure, studies })
        for (const svg of [forestPlotSvg(analysis), funnelPlotSvg(analysis)]) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined/u)
          for (const { attributes } of elements(svg)) {
            for (const name of ['x', 'x1', 'x2', 'cx']) {
              const x = Number(attributes[name] ?? 0)
              expect(x >= 0 && x <= 960).toBe(true)
            }
          }
        }
      }
    }
  })

  it('can be drawn with nothing to pool', () => {
    const nothing = pooled({ measure: 'RR', studies: [{ study: 'A', events1: null, total1: 9, events2: 1, total2: 9 }] })
    expect(forestPlotSvg(nothing)).toContain('Nothing is pooled.')
    expect(() => elements(funnelPlotSvg(nothing))).not.toThrow()
  })
})

describe('the forest plot for a terminal', () => {
  it('fits the width, one line a study, with the pool and the axis below', () => {
    const lines = forestPlotText(pooled({ measure: 'RR', studies: SIX }), 90)
    expect(lines.filter((line) => Array.from(line).length > 90)).toEqual([])
    expect(lines[1]).toMatch(/^Alpha {2,}.*■.* 0\.38 \(0\.11 to 1\.36\) +\d+\.\d%$/u)
    expect(lines.find((line) => line.startsWith('All: '))).toContain('◆')
  })
})

describe('numbers', () => {
  it.each([[0.8213, '0.82'], [-0.8213, '−0.82'], [12.345, '12.3'], [-512.4, '−512'], [0.04567, '0.046'], [0, '0.00'], [1e-9, '1.0e−9'], [2.5e7, '2.5e+7'], [1, '1.00']])('%d is shown as %s', (value, text) => {
    expect(formatFigure(value)).toBe(text)
  })

  it('p is never 0', () => {
    expect([0, 0.0004, 0.012, 0.5].map((p) => formatP(p))).toEqual(['p < 0.001', 'p < 0.001', 'p = 0.012', 'p = 0.50'])
  })
})
