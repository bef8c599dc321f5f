import { classify, loadClassifier, trainClassifier, type Classifier, type SavedClassifier } from '../../core/learning/index.ts'

/**
 * The bag of words that every learned decider has to beat: words and pairs of words of each text, each once, scaled to
 * one length whatever the text's.
 */
export function wordFeatures(...texts: readonly string[]): Map<string, number> {
  const names = new Set<string>()
  texts.forEach((text, part) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    words.forEach((word, at) => {
      names.add(`${part}:${word}`)
      const next = words[at + 1]
      if (next !== undefined) names.add(`${part}:${word} ${next}`)
    })
  })
  const value = LENGTH / Math.sqrt(Math.max(1, names.size))
  return new Map([...names].map((name) => [name, value]))
}

const LENGTH = 5

export type WordExample<Label extends string> = { readonly features: ReadonlyMap<string, number>; readonly label: Label }
export type WordTraining = { readonly penalty: number; readonly minCount: number }
export type WordBaseline<Label extends string> = { readonly classifier: Classifier; readonly predict: (features: ReadonlyMap<string, number>) => Label }

/** Learns the baseline; its penalty and least count are chosen by folds for each task, in its favour. */
export function trainWordBaseline<Label extends string>(labels: readonly [Label, ...Label[]], examples: readonly WordExample<Label>[], { penalty, minCount }: WordTraining): WordBaseline<Label> {
  return wordBaseline(labels, trainClassifier(examples.map(({ features, label }) => ({ features, label: labels.indexOf(label) })), { labels: labels.length, minCount, penalty, maxIterations: 50 }))
}

/** A saved word baseline, ready to predict. */
export function loadWordBaseline<Label extends string>(labels: readonly [Label, ...Label[]], saved: SavedClassifier): WordBaseline<Label> {
  return wordBaseline(labels, loadClassifier(saved))
}

function wordBaseline<Label extends string>(labels: readonly [Label, ...Label[]], classifier: Classifier): WordBaseline<Label> {
  return {
    classifier,
    predict: (features) => {
      const chances = classify(classifier, features)
      return labels[chances.indexOf(Math.max(...chances))] ?? labels[0]
    },
  }
}
