import type { Form } from './sentence-forms.ts'
import type { Told } from './types.ts'

/** Sentences of a claim; "C. difficile" and "5.3" do not end one. */
export function sentencesOf(text: string): string[] {
  return text.trim().split(/(?<=[.!?]["”)]?)\s+(?=["“(]?[\p{Lu}\d])/u).filter((sentence) => sentence !== '')
}

/** What each sentence tells. A sentence of no known form fills the slot "unknown", which no reference expects. */
export function readSentences(sentences: readonly string[], forms: readonly Form[]): Told[] {
  return sentences.map((sentence) => {
    for (const [slot, pattern] of forms) {
      const match = pattern.exec(sentence)
      if (match !== null) return { slot, said: Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, part]) => part !== undefined)), sentence }
    }
    return { slot: 'unknown', said: {}, sentence }
  })
}
