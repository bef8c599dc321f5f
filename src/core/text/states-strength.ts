/**
 * Whether a sentence of advice says itself that it is strong ("strong recommendation", GRADE's 1A). A letter or a wording
 * such as "should not be offered" counts as strong by a body's published rule, which a reader of the sentence does not see.
 */
export function statesStrength(text: string): boolean {
  return /\bstrong(?:ly)?\b|\b1[ABCD]\b/i.test(text)
}
