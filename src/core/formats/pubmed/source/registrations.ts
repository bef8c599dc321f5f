/**
 * Trial registers whose numbers can be told from any other text. `NCT` (ClinicalTrials.gov, eight digits), `ISRCTN`,
 * `ACTRN` (Australia and New Zealand), `ChiCTR`, `CTRI` (India), `DRKS` (Germany), `UMIN` (Japan), EudraCT only with
 * its name before it (its number alone looks like a date).
 */
const REGISTERS = /\bNCT[ -]?0?\d{7,8}\b|\bISRCTN[ -]?\d{8}\b|\bACTRN[ -]?\d{14}\b|\bChiCTR(?:-[A-Z]{2,5})?-?\d{6,10}\b|\bCTRI\/\d{4}\/\d{2,3}\/\d{6}\b|\bDRKS\d{8}\b|\bUMIN\d{9}\b|\bEudraCT\D{0,20}\d{4}-\d{6}-\d{2}\b/gi

/** Registration numbers in a text, in their registers' own spelling, each once, in order of appearance. */
export function registrationsIn(text: string): string[] {
  const found = new Set<string>()
  for (const [match] of text.matchAll(REGISTERS)) {
    const number = /\d{4}-\d{6}-\d{2}/.exec(match)?.[0]
    if (/^eudract/i.test(match) && number !== undefined) found.add(`EudraCT ${number}`)
    else found.add(spelled(match))
  }
  return [...found].filter((registration) => !registration.startsWith('NCT') || /^NCT\d{8}$/.test(registration))
}

function spelled(match: string): string {
  if (/^chictr/i.test(match)) return match.replace(/^chictr/i, 'ChiCTR')
  return match.toUpperCase().replace(/^(NCT|ISRCTN|ACTRN)[ -]/, '$1')
}
