import type { ClassificationScores } from './score-labels.ts'

/** One line of a card's table. */
export type CardRow = { readonly name: string; readonly scores: ClassificationScores & { readonly swaps?: number } }

/** Figures as a Markdown table: accuracy, macro-F1, F1 of each label, and swaps where they are counted. */
export function cardTable(rows: readonly CardRow[]): string {
  const labels = rows[0]?.scores.labels.map(({ label }) => label) ?? []
  const hasSwaps = rows.some(({ scores }) => scores.swaps !== undefined)
  const head = ['', 'accuracy', 'macro-F1', ...labels.map((label) => `F1 ${label}`), ...(hasSwaps ? ['swaps'] : [])]
  const lines = rows.map(({ name, scores }) => [
    name, scores.accuracy.toFixed(3), scores.macroF1.toFixed(3),
    ...scores.labels.map(({ f1 }) => f1.toFixed(3)),
    ...(hasSwaps ? [scores.swaps === undefined ? '' : `${(100 * scores.swaps).toFixed(1)}%`] : []),
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
