/** How often each label was right: shares from 0 to 1. */
export type LabelScore = { readonly label: string; readonly count: number; readonly precision: number; readonly recall: number; readonly f1: number }

export type ClassificationScores = {
  readonly rows: number
  readonly accuracy: number
  /** Mean F1 of the labels that occur in the data. */
  readonly macroF1: number
  readonly labels: readonly LabelScore[]
  /** Rows by true label, then by predicted label, in the order of the labels. */
  readonly confusion: readonly (readonly number[])[]
}

/** Scores predictions against the truth; `labels` gives the order. A label that never occurs is left out of macro-F1. */
export function scoreLabels<Label extends string>(labels: readonly Label[], truth: readonly Label[], predicted: readonly Label[]): ClassificationScores {
  const confusion = labels.map((label) => labels.map((other) => truth.filter((value, at) => value === label && predicted[at] === other).length))
  const scored = labels.map((label, at) => {
    const right = confusion[at]?.[at] ?? 0
    const count = sum(confusion[at] ?? [])
    const said = sum(confusion.map((row) => row[at] ?? 0))
    return { label, count, precision: said === 0 ? 0 : right / said, recall: count === 0 ? 0 : right / count, f1: count + said === 0 ? 0 : (2 * right) / (count + said) }
  })
  const occurring = scored.filter(({ count }) => count > 0)
  return {
    rows: truth.length,
    accuracy: truth.length === 0 ? 0 : sum(labels.map((_, at) => confusion[at]?.[at] ?? 0)) / truth.length,
    macroF1: occurring.length === 0 ? 0 : sum(occurring.map(({ f1 }) => f1)) / occurring.length,
    labels: scored,
    confusion,
  }
}

/** The label that occurs most; the earlier one of two that occur alike. */
export function mostFrequent<Label extends string>(labels: readonly Label[], truth: readonly Label[]): Label | undefined {
  return labels.map((label) => ({ label, count: truth.filter((value) => value === label).length })).toSorted((a, b) => b.count - a.count)[0]?.label
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
