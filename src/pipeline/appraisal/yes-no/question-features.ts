import type { QuestionView } from './question-view.ts'

/** What a question's own form makes likely: "Should …", "Is … necessary", "A or B". */
export function questionFeatures({ text, words }: QuestionView): Map<string, number> {
  const asking = text.split(/[:.]\s+/u).at(-1) ?? text
  const features = new Map<string, number>(words.map((word) => [`q:${word}`, 0.5]))
  features.set(`q:first:${asking.toLowerCase().match(/\p{L}+/u)?.[0] ?? ''}`, 1)
  if (/\bor\b|\bversus\b|\bvs\b/.test(text)) features.set('q:choice', 1)
  if (/\b(?:only|always|all|every|exclusively|ubiquitous\w*|never|solely|same|just)\b/i.test(text)) features.set('q:absolute', 1)
  if (/\b(?:better|superior|improv\w+|best|benefi\w+|necessary|needed|justified|worth\w*)\b/i.test(text)) features.set('q:worth', 1)
  return features
}
