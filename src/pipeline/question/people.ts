/** Words for people close to the one who asks, for patterns. */
export const RELATIVE = String.raw`(?:father|mother|dad|daddy|mum|mom|mam|mummy|mommy|parent|husband|wife|spouse|partner|boyfriend|girlfriend|son|daughter|child|kid|baby|infant|newborn|toddler|twin|brother|sister|friend|roommate|flatmate|grand(?:father|mother|pa|ma|dad|son|daughter|child)|nan|uncle|aunt|cousin|neighbou?r|colleague|coworker|boss)`

/** "my father", "our two-year-old", "her elderly mother": one particular person, up to three words between. */
export const SOMEONE_CLOSE = String.raw`(?:my|our|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:${RELATIVE}|year[- ]old|month[- ]old|week[- ]old|\d+yo)\b`

/** "my patient", "this patient", "our patient": one particular person, told by a clinician. */
export const ONE_PATIENT = String.raw`(?:my|our|this)\s+(?:[\w-]+\s+){0,3}?(?:patient|client|resident|lady|gentleman|man|woman|child|baby|infant)\b`
