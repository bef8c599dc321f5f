import type { ClinicalQuestion } from '../../core/model/index.ts'

export type CaseFact = ClinicalQuestion['caseFacts'][number]

const ASKS = /\?|^\s*(?:is|are|was|does|do|did|can|could|should|would|will|what|when|who|which|how|why)\b/i
const DESCRIBES_PERSON = /\b\d{1,3}[- ]?(?:year|yr)s?[- ]?old\b|\b(?:my|our|this|the) (?:\w+ )?(?:patient|father|mother|husband|wife|son|daughter)\b|\b(?:he|she) (?:has|had|is|was|takes|failed)\b|\bI (?:have|had|am|was|take|took|failed)\b|\b\d{1,3} ?(?:yo|y\/o)\b|\b(?:PT|physical therapy|physiotherapy) failed\b|\bpatient (?:has|had|is|with)\b/i

/**
 * Separates what is told about a person from what is asked. Sentences that describe a person and ask nothing are
 * facts of the case, one a clause; so is every line of a case file.
 */
export function separateCase(text: string, caseText: string | null): { readonly asked: string; readonly facts: readonly CaseFact[] } {
  const sentences = text.split(/(?<=[.?!;:\n])\s+/).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
  const asking = sentences.filter((sentence) => ASKS.test(sentence))
  const facts: CaseFact[] = []
  const kept: string[] = []
  for (const sentence of sentences) {
    const describes = DESCRIBES_PERSON.test(sentence)
    if (asking.length > 0 && !ASKS.test(sentence) && (describes || facts.length > 0)) facts.push(...clauses(sentence, 'question'))
    else kept.push(sentence)
    if (ASKS.test(sentence) && describes) facts.push(...phraseFacts(sentence))
  }
  if (caseText !== null) for (const line of caseText.split(/\r?\n/)) facts.push(...clauses(line, 'case-file'))
  return { asked: kept.join(' '), facts }
}

function clauses(sentence: string, origin: CaseFact['origin']): CaseFact[] {
  return sentence
    .split(/[;,]\s+|\.\s+|\s+-\s+/)
    .map((clause) => clause.replace(/^[-*#>\s]+|[.;:\s]+$/g, '').trim())
    .filter((clause) => clause.length > 1)
    .map((clause) => ({ text: clause, origin }))
}

/** The person described inside a question: "… in a 58-year-old woman with Modic 2 changes". */
function phraseFacts(sentence: string): CaseFact[] {
  const match = /\b\d{1,3}[- ]?(?:year|yr)s?[- ]?old\b(?: (?:woman|man|female|male|girl|boy|person|patient|smoker|athlete|nurse|worker))?(?:,? (?:with|who has|who had|without|on|after) [^?.;]+)?/i.exec(sentence)
  return match === null ? [] : clauses(match[0], 'question')
}
