import type { SentenceRole } from '../../sentences/index.ts'
import { statedAt, type DocumentView } from '../document-view.ts'
import type { Stated, TrialLayout } from '../types.ts'

const LAYOUTS: readonly (readonly [TrialLayout, RegExp])[] = [
  ['crossover', /\bcross-?over (?:\w+ )?(?:randomi[sz]ed|trial|study|design|fashion|manner)\b|\bcross-?over\b(?=,? (?:placebo|double|controlled))|\b(?:randomi[sz]ed|counter-?balanced),? (?:and )?(?:counter-?balanced )?order\b|\brandom (?:order|sequence)\b/i],
  ['cluster', /\bcluster[- ]randomi[sz]ed\b|\bcluster (?:RCT|trial)\b|\bgroup[- ]randomi[sz]ed\b|\brandomi[sz]ed by (?:school|practice|clinic|village|ward|cluster)\b|\b(?:schools|practices|clinics|villages|wards|communities|hospitals|pharmacies) were (?:\w+ )?(?:randomi[sz]ed|randomly)\b/i],
  ['factorial', /\b(?:2|two)\s*[x×]\s*(?:2|two) factorial\b|\bfactorial (?:\w+ )?(?:design|trial|study)\b/i],
  ['non-inferiority', /\bnon-?inferiority (?:trial|study|margin|design)\b/i],
  ['pilot', /\bpilot (?:\w+ ){0,3}(?:trial|study|RCT)\b|\bfeasibility (?:trial|study|RCT)\b/i],
  ['post-hoc', /\bpost[- ]hoc (?:sub)?analys[ei]s\b|\bsecondary analysis of\b|\bsub-?group analysis of (?:the |an? )?[\w -]{0,40}(?:trial|study)\b|\bsub-?study of\b/i],
  ['adaptive', /\badaptive (?:\w+ )?(?:trial|design)\b/i],
  ['parallel', /\bparallel[- ](?:group|arm)s?\b|\bparallel (?:design|trial|study)\b/i],
]
const ROLES: readonly SentenceRole[] = ['title', 'abstract', 'abstract-results', 'methods', 'other']

/** Each layout that title, abstract or methods name, at its first mention. */
export function trialLayouts(view: DocumentView): Stated<TrialLayout>[] {
  return LAYOUTS.flatMap(([layout, pattern]) => {
    const wanted = layout === 'post-hoc' ? ROLES.slice(0, 2) : ROLES
    for (const role of wanted) {
      for (const sentence of view.sentences) {
        const match = sentence.role === role ? pattern.exec(sentence.text) : null
        if (match !== null) return [statedAt(view, layout, { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length })]
      }
    }
    return []
  })
}
