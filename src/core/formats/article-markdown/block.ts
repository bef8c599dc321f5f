import type { Stance } from '../../model/index.ts'

/** A sentence and the numbers of the references it stands on. `fromCase` sentences rest on the case, never on literature; `notes` say the standing of a reference where it is cited ("3: preprint"). */
export type Sentence = { readonly text: string; readonly citations: readonly number[]; readonly fromCase?: boolean; readonly notes?: readonly string[] }

/**
 * An article as a reader meets it, part by part, before any markup: the same blocks become Markdown, a terminal page
 * or a web page. Texts are as they came (from sources and questions), so each rendering escapes them for itself.
 */
export type Block =
  /** Comes before all else: an emergency, or what this page cannot say. */
  | { readonly kind: 'alert'; readonly text: string }
  /** Whether people have reviewed the article. */
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'verdict'; readonly stance: Stance; readonly label: string; readonly headline: string; readonly certainty: string | null; readonly basis: string | null }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Sentence[] }
  | { readonly kind: 'table'; readonly caption: string | null; readonly columns: readonly string[]; readonly rows: readonly (readonly Sentence[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | ReferenceBlock
  | { readonly kind: 'disclaimer'; readonly text: string }

/** One reference; `n` is null when no sentence cites it. `quotes` are the exact words the article rests on. */
export type ReferenceBlock = {
  readonly kind: 'reference'
  readonly n: number | null
  readonly sourceId: string
  readonly reference: string
  /** Where the original can be read; null when no stable link is held. */
  readonly link: string | null
  readonly notes: readonly string[]
  readonly quotes: readonly string[]
}

/** A sentence without citations. */
export function plainSentence(text: string): Sentence {
  return { text, citations: [] }
}
