/** Words for people close to the one who asks, for patterns. */
export const RELATIVE = String.raw`(?:father|mother|dad|daddy|mum|mom|mam|mummy|mommy|parent|husband|wife|spouse|partner|boyfriend|girlfriend|son|daughter|child|kid|baby|infant|newborn|toddler|twin|brother|sister|friend|roommate|flatmate|grand(?:father|mother|pa|ma|dad|son|daughter|child)|nan|uncle|aunt|cousin|neighbou?r|colleague|coworker|boss)`

const OF_ONE = /\b(?:my|our|his|her|their)\s+(?:[\w-]+\s+){0,3}?/.source
const SOMEONE_CLOSE = new RegExp(String.raw`${OF_ONE}(?:${RELATIVE}|year[- ]old|month[- ]old|week[- ]old|\d+yo)\b`, 'gi')
const ONE_PATIENT = /\b(?:my|our|this)\s+(?:[\w-]+\s+){0,3}?(?:patient|client|resident|lady|gentleman|man|woman)\b/gi

/** Stand-ins in a marked text; no English word, so that patterns over marked text stay small and quick to compile. */
export const KIN = 'KIN_OF_ASKER'
export const PATIENT = 'PATIENT_OF_ASKER'

/**
 * The text with every particular person named by one word: `KIN` for "my elderly father", `PATIENT` for "this
 * patient". Safety patterns then ask for a person in one place instead of repeating every way to name one.
 */
export function markPeople(text: string): string {
  return text.replace(SOMEONE_CLOSE, KIN).replace(ONE_PATIENT, PATIENT)
}
