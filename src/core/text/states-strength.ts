/**
 * Whether a sentence of advice, or the grade beside it, says itself that it is strong: "strong recommendation", class I or III,
 * grade A, B or D (USPSTF), 1A. Wording such as "should not be offered" counts as strong by a body's published rule, which a
 * reader of the sentence does not see.
 */
export function statesStrength(text: string, letter: string | null): boolean {
  return /\bstrong(?:ly)?\b/i.test(text) || /\bclass (?:I{1,3}|1|3)\b|\bgrade [ABD1]\b|\b1[ABCD]\b|\blevel A\b/i.test(`${text} ${letter ?? ''}`)
}
