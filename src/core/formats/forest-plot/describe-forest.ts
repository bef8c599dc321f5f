import type { ForestView } from './forest-rows.ts'

/** A forest plot in sentences: what the picture shows, for those who do not see it. */
export function describeForest(view: ForestView): string {
  const { rows } = view
  const studies = rows.flatMap((row) => (row.kind === 'study' ? [`${row.label}: ${row.text}${row.weightPercent === null ? '' : `, weight ${row.weightPercent.toFixed(1)}%`}`] : []))
  const pooled = rows.flatMap((row) => (row.kind === 'pooled' || row.kind === 'prediction' ? [`${row.label}: ${row.text}`] : []))
  const subtotals = rows.flatMap((row, i) => (row.kind === 'subtotal' ? [`${headingBefore(rows, i)}: ${row.text}`] : []))
  return [
    `Forest plot of ${view.measureName} with ${view.levelPercent}% confidence intervals; ${studies.length} ${studies.length === 1 ? 'study' : 'studies'}.`,
    ...(pooled.length === 0 ? ['Nothing is pooled.'] : pooled.map((line) => `${line}.`)),
    ...(view.heterogeneity === null ? [] : [`${view.heterogeneity}.`]),
    ...(subtotals.length === 0 ? [] : [`Subgroups: ${subtotals.join('; ')}.`]),
    ...(view.between === null ? [] : [`${view.between}.`]),
    `Studies: ${studies.join('; ')}.`,
  ].join(' ')
}

function headingBefore(rows: ForestView['rows'], index: number): string {
  return rows.slice(0, index).findLast((row) => row.kind === 'heading')?.label ?? 'Subtotal'
}
