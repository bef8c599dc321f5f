import type { Audience, Certainty, Stance } from '../../core/model/index.ts'

export { listed, sentence } from '../../core/text/index.ts'

/** Stances as a clinician and as a patient read them. */
export const STANCE_WORDS: Readonly<Record<Stance, { readonly clinician: string; readonly patient: string }>> = {
  recommended: { clinician: 'Recommended', patient: 'Experts advise it' },
  conditional: { clinician: 'Conditional: it depends on the person', patient: 'It depends on the person' },
  contested: { clinician: 'Contested', patient: 'Experts disagree' },
  'not-recommended': { clinician: 'Not recommended', patient: 'Experts or studies speak against it' },
  'insufficient-evidence': { clinician: 'Insufficient evidence', patient: 'Too little is known' },
  'no-evidence': { clinician: 'No evidence held', patient: 'We found nothing on this' },
  'not-a-decision': { clinician: 'Not a decision', patient: 'Not a yes-or-no question' },
}

/** How sure, in words a patient knows (docs/methods/wording.md). */
export const CERTAINTY_FOR_PATIENTS: Readonly<Record<Certainty, string>> = { high: 'sure', moderate: 'fairly sure', low: 'not very sure', 'very-low': 'very unsure' }

/** "very low" for `very-low`; "not rated" where there is none. */
export function certaintyWord(certainty: Certainty | null): string {
  return certainty === null ? 'not rated' : certainty.replace('-', ' ')
}

/** Whether the reader gets the version in plain words. */
export function isPatient(audience: Audience): boolean {
  return audience === 'patient'
}

/** The text with its first letter large. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first letter small, unless the word is an abbreviation or a name ("ODI", "McKenzie"). */
export function uncapitalised(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^[A-Z][a-z]+(?: [A-Z][a-z]|-[A-Z]|[A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** Whether a label is a plural ("omega-3 fatty acids", "statins and fibrates"), so that its verb agrees. */
export function isPlural(label: string): boolean {
  return /(?:[^siu]s|[^s]ies)$/i.test(label) || / and /.test(label)
}

/** "an SGLT2 inhibitor", "a statin", "aspirin": countable classes take an article, substances and procedures none; a label that has one keeps it. */
export function withArticle(label: string): string {
  if (/^(?:an?|the) /i.test(label)) return label
  if (/^(?:starting|stopping|adding|using|switching|taking|giving|having)\b/i.test(label)) return label
  if (!/(?:inhibitor|blocker|agonist|antagonist|vaccine|statin|antidepressant|device|drug|agent|anticoagulant|opioid|injection|corticosteroid|antibiotic|gabapentinoid)$/i.test(label)) return label
  return `${/^(?:[aeiou]|SGLT|SNRI|SSRI|NSAID|RSV|HPV|LDL)/i.test(label) ? 'an' : 'a'} ${label}`
}
