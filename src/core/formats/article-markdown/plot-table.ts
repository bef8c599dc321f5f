import type { ForestPlot } from '../../model/index.ts'
import type { Block } from './block.ts'

/** The data of a forest plot as a table: every chart has one, and a reader without the picture misses nothing. */
export function plotTable(plot: ForestPlot): Block {
  // A risk difference is a share: as people know it, in percentage points.
  const share = plot.measure === 'RD'
  const number = (value: number): string => (share ? 100 * value : value).toFixed(2).replace('-', '−')
  const interval = (low: number | null, high: number | null): string => (low === null || high === null ? 'interval not available to us' : `${number(low)} to ${number(high)}`)
  const plain = (text: string): { readonly text: string; readonly citations: readonly number[]; readonly fromCase: boolean } => ({ text, citations: [], fromCase: false })
  const rows = plot.rows.map((row) => [
    { ...plain(row.label), citations: row.citations.map(({ n }) => n) },
    plain(row.outcome),
    plain(`${number(row.estimate)} (${interval(row.low, row.high)})`),
    plain(row.insidePublishedPool ? 'inside the published pool' : ''),
  ])
  const { summary, recomputed } = plot
  const diamond = summary === null ? [] : [[plain(summary.label), plain(plot.outcome), plain(`${number(summary.estimate)} (${interval(summary.low, summary.high)})`), plain(summary.origin === 'published' ? 'published pool' : 'pooled by us')]]
  const again = recomputed === null ? [] : [[plain('Recomputed by us'), plain(plot.outcome), plain(`${number(recomputed.estimate)} (${interval(recomputed.low, recomputed.high)})`), plain('a check, no second support')]]
  return { kind: 'table', caption: `Forest plot, ${plot.measure}${plot.note === null ? '' : `. ${plot.note}`}`, columns: ['Study', 'Outcome', `${plot.measure}${share ? ', percentage points' : ''} (interval)`, 'Role'], rows: [...rows, ...diamond, ...again] }
}
