/** How sure a source says it is of a result. */
export type StatedCertainty = 'high' | 'moderate' | 'low' | 'very-low'

/** The certainty that a sentence states of its own result ("low-certainty evidence", "moderate quality"), the lowest where it states several; null where none. */
export function statedCertainty(text: string): StatedCertainty | null {
  const found = [...text.matchAll(/\b(very low|low|moderate|high)[- ](?:certainty|quality|confidence)\b/gi)].map(([, level = '']) => level.toLowerCase().replace(' ', '-'))
  return (['very-low', 'low', 'moderate', 'high'] as const).find((level) => found.includes(level)) ?? null
}
