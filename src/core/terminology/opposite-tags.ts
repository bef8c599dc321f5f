/** Traits of which a person has one and not the other: who has the first need not be asked about the second. */
const OPPOSITES: readonly (readonly [string, string])[] = [['male', 'female'], ['ever-smoker', 'never-smoker']]

/** Whether one of the traits held rules this one out: of a man it is known that he is not a woman. */
export function isRuledOut(tag: string, held: readonly string[]): boolean {
  return OPPOSITES.some(([one, other]) => (tag === one && held.includes(other)) || (tag === other && held.includes(one)))
}
