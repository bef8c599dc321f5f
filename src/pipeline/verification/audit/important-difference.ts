/** The smallest difference that matters to patients, as the field and as plain writers name it. */
const IMPORTANT = /\b(?:minim(?:al|um)(?:ly)?|smallest|least|preset|pre-?specified|threshold)\b[^.;]{0,60}\b(?:important|worthwhile|relevant|meaningful|matters?)\b|\b(?:important|worthwhile|relevant|meaningful) (?:difference|change|effect|gain|benefit)\b|\bMCID\b|\bclinically (?:important|meaningful|relevant|significant)\b|\b(?:difference|effect|gap|gain|change)\b[^.;]{0,60}\bas (?:important|meaningful|relevant)\b/i
const SHORT_OF = /\b(?:short of|below|under|less than|smaller than|fall(?:s|ing)? short|too small|(?:did|does|do|was|were|is|are) not\b|not|never|failed to|n't|missed?|short)\b/i
const JUDGED = /\b(?:was|were|is|are|judged|rated|called|considered|found|deemed)\b[^.;]{0,30}\b(?:clinically )?(?:important|worthwhile|relevant|meaningful)\b/i
const REACHES = /\b(?:reach(?:es|ed)?|exceed\w*|surpass\w*|meets?|met|above|larger than|more than|well over|pass(?:es|ed)|beyond)\b/i

/**
 * How two sentences on the smallest difference that matters deny each other: one says that an effect reaches it, the
 * other that it falls short. Null where either does not speak of it, or both say the same. The line is a construct of
 * its own (minimal important difference; Jaeschke 1989), told in many words.
 */
export function importantDifference(claim: string, statement: string): string | null {
  if (!IMPORTANT.test(claim) || !IMPORTANT.test(statement)) return null
  const [said, held] = [reaches(claim), reaches(statement)]
  return said === null || held === null || said === held ? null : `the source says that the effect ${held ? 'reaches' : 'falls short of'} the smallest difference that matters`
}

/** By the clause that speaks of it: what is not said to fall short is said to matter. */
function reaches(text: string): boolean | null {
  const clause = text.split(/[;.](?!\d)|,(?!\d)/).find((part) => IMPORTANT.test(part)) ?? text
  return SHORT_OF.test(clause) ? false : REACHES.test(clause) || JUDGED.test(clause) ? true : null
}
