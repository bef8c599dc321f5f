/** Words and pairs of words of a text, each once: the bag of words that every learned decider has to beat. */
export function wordFeatures(...texts: readonly string[]): Map<string, number> {
  const features = new Map<string, number>()
  texts.forEach((text, part) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    words.forEach((word, at) => {
      features.set(`${part}:${word}`, 1)
      const next = words[at + 1]
      if (next !== undefined) features.set(`${part}:${word} ${next}`, 1)
    })
  })
  return features
}

/** The penalty that did best for the baselines among 1e-4, 3e-4, 1e-3, 3e-3, 1e-2 and 3e-2, by folds. */
export const WORD_PENALTY = 1e-2
