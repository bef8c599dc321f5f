import { tokenise, type Token } from './words.ts'

type Node<T> = { readonly next: Map<string, Node<T>>; readonly values: T[] }

/** A stretch of a text that is a known name, and everything of that name. */
export type NamedSpan<T> = { readonly start: number; readonly end: number; readonly text: string; readonly values: readonly T[] }

type Found<T> = { readonly span: NamedSpan<T>; readonly words: number }

/**
 * Names of things, found in a text in one pass: a tree of words, walked from each word of the text, so that the cost
 * grows with the text and not with the number of names.
 */
export class NameTree<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] }

  add(name: string, value: T): void {
    const tokens = tokenise(name)
    if (tokens.length === 0) return
    let node = this.#root
    for (const token of tokens) {
      const key = isAbbreviationInS(name.slice(token.start, token.end)) ? token.unfolded : token.word
      const next: Node<T> = node.next.get(key) ?? { next: new Map(), values: [] }
      node.next.set(key, next)
      node = next
    }
    if (!node.values.includes(value)) node.values.push(value)
  }

  /**
   * The longest name at each place of the text, from left to right, never overlapping: where two overlap, the one of more
   * words. Whole words, any case; a
   * name of one or two letters only in capitals ("MI", not "mi").
   */
  find(text: string): NamedSpan<T>[] {
    const tokens = tokenise(text)
    const found: NamedSpan<T>[] = []
    for (let at = 0; at < tokens.length;) {
      const longest = this.#longestAt(text, tokens, at)
      const keeps = longest !== null && !this.#isOverlappedByLonger(text, tokens, at, longest)
      if (keeps) found.push(longest.span)
      at += keeps ? longest.words : 1
    }
    return found
  }

  /** "prevent cancer of the cervix": the longer name that begins inside the shorter one is what is meant, unless both name the same thing. */
  #isOverlappedByLonger(text: string, tokens: readonly Token[], at: number, { words, span }: Found<T>): boolean {
    for (let inside = at + 1; inside < at + words; inside += 1) {
      const other = this.#longestAt(text, tokens, inside)
      if (other !== null && other.words > words && inside + other.words > at + words && !other.span.values.some((value) => span.values.includes(value))) return true
    }
    return false
  }

  #longestAt(text: string, tokens: readonly Token[], at: number): Found<T> | null {
    const first = tokens[at]
    if (first === undefined) return null
    let node: Node<T> | undefined = this.#root
    let longest: Found<T> | null = null
    for (let words = 1; node !== undefined; words += 1) {
      const token = tokens[at + words - 1]
      if (token === undefined) break
      node = node.next.get(token.unfolded) ?? node.next.get(token.word)
      if (node === undefined || node.values.length === 0) continue
      const surface = text.slice(first.start, token.end)
      const readable = words > 1 || token.word.length > 2 || surface === surface.toUpperCase()
      if (readable) longest = { span: { start: first.start, end: token.end, text: surface, values: node.values }, words }
    }
    return longest
  }
}

/** "TENS", "AIDS": the last letter belongs to the name, so "ten" and "aid" are other words. */
function isAbbreviationInS(word: string): boolean {
  return /^[A-Z]{2,}S$/.test(word)
}
