/** Whether a sentence of advice leaves the choice to each person: "an individual decision", "should be individual after discussing benefits and harms". */
export function saysIndividualDecision(text: string): boolean {
  return /\bindividual(?:ly|i[sz]ed)? (?:decision|choice)|\b(?:decision|choice)s? (?:should be|is|to be) (?:individual|personal|shared)|\bdecide individually\b|\bselectively\b|\bshared decision/i.test(text)
}
