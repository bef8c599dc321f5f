import type { SentenceRole } from '../../sentences/index.ts'
import { firstSentence, statedBy, type DocumentView } from '../document-view.ts'
import type { Stated } from '../types.ts'

const ROLES: readonly SentenceRole[] = ['methods', 'other', 'abstract', 'results', 'abstract-results']
/** Cochrane risk-of-bias tool, random sequence generation: chance, against dates, numbers and turns. */
const BY_CHANCE = /\b(?:computer|software|web|internet)[-\w ]{0,25}\b(?:random|generated|sequence|list)|\brandom[- ]numbers?\b|\btable of random|\bpermuted block|\bblock(?:ed)? randomi[sz]ation|\bminimi[sz]ation (?:method|algorithm|procedure)|\bcoin (?:toss|flip)|\btoss(?:ing|ed)? (?:of )?a coin|\bdrawing (?:of )?lots|\bshuffl\w+|\binteractive (?:voice|web)|\brandomi[sz]ation (?:list|schedule|sequence)|\bstratified (?:permuted )?(?:block )?randomi[sz]ation/i
const NO_CHANCE = /\b(?:alternat(?:e|ing|ely|ion) (?:allocation|assign\w+|patients|basis)|(?:assigned|allocated|divided) alternate\w*|odd (?:and|or) even|even (?:and|or) odd|date of birth|birth date|hospital (?:record )?number|medical record number|day of (?:admission|the week)|consecutively assigned|order of (?:admission|arrival))\b/i
/** The same tool, allocation concealment. */
const CONCEALED = /\b(?:sealed|opaque)[-, \w]{0,40}\benvelopes?\b|\benvelopes?\b[^.]{0,40}\b(?:sealed|opaque)|\bcentral(?:i[sz]ed|ly)? (?:\w+ )?(?:randomi[sz]|telephone|allocat|assign|registration)|\btelephone[- ](?:based )?randomi[sz]ation|\binteractive (?:voice|web)|\bweb[- ]based (?:\w+ )?randomi[sz]|\bIVRS\b|\bIWRS\b|\ballocation (?:was |were )?conceal(?:ed|ment was (?:ensured|maintained|achieved|assured))|\bconcealed (?:allocation|randomi[sz]ation|envelopes)|\b(?:identical|numbered)(?: and numbered)? (?:drug )?(?:containers|bottles|packs|packages)\b|\bpharmacy[- ](?:controlled|prepared|held)/i
const OPEN = /\ballocation (?:was |were )?not concealed|\bno (?:allocation )?concealment|\bopen (?:allocation|random(?:i[sz]ation)? (?:list|schedule))|\bwithout (?:allocation )?concealment|\bunconcealed/i

/** How the sequence was made, and whether who enrolled could foresee it; null when the report does not say. */
export function allocation(view: DocumentView): { readonly sequence: Stated<'adequate' | 'inadequate'> | null; readonly concealment: Stated<'adequate' | 'inadequate'> | null } {
  return { sequence: judged(view, NO_CHANCE, BY_CHANCE), concealment: judged(view, OPEN, CONCEALED) }
}

function judged(view: DocumentView, bad: RegExp, good: RegExp): Stated<'adequate' | 'inadequate'> | null {
  const flaw = firstSentence(view, bad, ROLES)
  if (flaw !== null && /assign|allocat|random|divid|conceal/i.test(flaw.text)) return statedBy(view, 'inadequate', flaw)
  const sound = firstSentence(view, good, ROLES)
  return sound === null ? null : statedBy(view, 'adequate', sound)
}
