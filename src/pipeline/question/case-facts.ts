import type { ClinicalQuestion } from '../../core/model/index.ts'
import { RELATIVE } from './people.ts'

export type CaseFact = ClinicalQuestion['caseFacts'][number]

/** What is asked, and what is told about a person. */
export type SeparatedCase = {
  readonly asked: string
  readonly facts: readonly CaseFact[]
  /** The person's chief condition as told with their age ("58-year-old woman with …"); empty when none is told. */
  readonly chief: string
}

const ASKS = /\?|^\s*(?:(?:so|and|but|now|please|in your opinion|my question is)[,:]?\s+)?(?:is|are|isn['’]?t|aren['’]?t|was|does|doesn['’]?t|do|don['’]?t|did|can|can['’]?t|could|should|shouldn['’]?t|would|will|what|what['’]?s|whats|when|where|who|whom|which|how|why|whether|compare|tell me|explain|discuss|describe)\b/i
/** Without any of these no person is told of, and the patterns below need not run. */
const MAY_TELL = /\d ?-?(?:y|mo|week|F\b|M\b)|\b(?:I|I['’]\w+|he|she|my|our|his|her|this|patient|father|mother|dad|mom|mum|husband|wife|partner|son|daughter|child|baby|brother|sister|grandmother|grandfather|PT|failed|tried|prior|earlier|previous|history|hx|pmh|meds|medications?|exam|imaging|mri|labs?|allergies)\b/i

/** Where, inside a sentence, the question begins after what is told: "…, PT failed: is Intracept indicated?" */
const QUESTION_BEGINS = /[,:;–—]\s+(?:(?:so|and|but|now)\s+)?(?=(?:is|are|isn['’]?t|does|doesn['’]?t|do|did|can|could|should|would|will|what|when|which|who|how|why|whether)\b)|\s+[-–—]\s+(?=(?:is|are|does|do|can|could|should|would|will|what|when|which|who|how|why)\b)/i
const AGE_GIVEN = /\b\d{1,3}[- ]?(?:years?|yrs?|y|months?|weeks?)[- ]?olds?\b|\b\d{1,3} ?(?:yo|y\/o)\b|\b\d{2} ?[MF]\b(?!\w)/i
/** "I was told", "I am wondering": the one who asks, not the one it is about. */
const NOT_ABOUT_ME = String.raw`(?! (?:been )?(?:told|wondering|thinking|asking|reading|read|heard|hearing|curious|interested|looking|trying|unsure|confused|considering|not sure|worried|aware|writing|a (?:doctor|physician|nurse|student|clinician|gp|surgeon|reviewer)|an? \w+ (?:doctor|physician|nurse|student)|questions?|advised|offered|recommended|seen|sceptical|skeptical|sure)\b)`
const DESCRIBES_PERSON = new RegExp(String.raw`${AGE_GIVEN.source}|\b(?:my|our|his|her|this|the) (?:[\w-]+ )?(?:patient|father|mother|dad|mom|mum|husband|wife|partner|son|daughter|child|baby|brother|sister|grandmother|grandfather)\b|\b(?:he|she) (?:has|had|is|was|takes|took|failed|cannot|smokes|lives|weighs)\b|\b(?:he|she)['’]s\b|\bI (?:have|had|am|was|take|took|failed|tried|smoke|weigh|cannot)\b${NOT_ABOUT_ME}|\bI['’](?:m|ve)\b${NOT_ABOUT_ME}|\b(?:PT|physical therapy|physiotherapy|conservative (?:care|treatment)|medication|injections?|NSAIDs?) (?:has |have |had )?(?:failed|tried)\b|\bfailed (?:PT|physical therapy|physiotherapy|conservative|injections?|NSAIDs?)\b|\bpatient (?:has|had|is|with)\b|\b(?:prior|earlier|previous) (?:prior )?(?:authori[sz]ation|approval|request|surgery|fusion)\b[^?]*\b(?:expired|denied|granted|lapsed|approved)\b|^\s*(?:history|hx|pmh|medications?|meds|exam|imaging|mri|labs?|allergies)\s*:`, 'i')
/** "Intracept for a 58-year-old woman": a topic and whom it is for, no case told apart. */
const TOPIC_FOR_PERSON = /\S\s+(?:for|in)\s+(?:(?:a|an|my|the|this)\s+)?\d{1,3}[- ]?(?:years?|yrs?|y)/i
/** A clause after the question that tells about the person: "is it indicated, 58-year-old woman, PT failed?" */
const FACT_FOLLOWS = new RegExp(String.raw`,\s+(?=(?:a |an )?(?:${AGE_GIVEN.source})|(?:he|she|I) (?:has|had|have|failed|tried)\b|(?:my |the |this )?patient (?:has|had|is)\b|(?:PT|physical therapy|physiotherapy|conservative (?:care|treatment)) (?:has |have |had )?failed\b|(?:prior|earlier|previous) authori[sz]ation\b)`, 'i')
const SENTENCE_ENDS = /(?<=[.?!;\n])(?<!\b(?:[A-Z]|vs|e\.g|i\.e|Dr|approx|St)\.)\s+/
const WITH_WORDS = String.raw`(?:with|who has|who had|having|without|on|after|suffering from|diagnosed with|and)`
const PERSON_PHRASE = new RegExp(String.raw`(?:${AGE_GIVEN.source})(?:,? (?:[\w-]+ )?(?:woman|man|lady|gentleman|female|male|girl|boy|person|patient|smoker|athlete|nurse|worker|child|infant|baby|F|M)\b)?(?:(?:,? ${WITH_WORDS} |, (?!(?:is|are|does|do|can|could|should|would|will|what|when|which|who|how|why)\b))[^?.;:]+)?`, 'i')

/**
 * Separates what is told about a person from what is asked. Sentences that describe a person and ask nothing are
 * facts of the case, one a clause, wherever they stand; so is every line of a case file. Where nothing would be left
 * to ask, the whole text is asked: facts never swallow the question.
 */
export function separateCase(text: string, caseText: string | null): SeparatedCase {
  if (caseText === null && !MAY_TELL.test(text)) return { asked: text, facts: [], chief: '' }
  const parts = text.split(SENTENCE_ENDS).flatMap(cutBeforeQuestion).flatMap(cutAfterQuestion).map((part) => part.trim()).filter((part) => part !== '')
  const asks = parts.some((part) => ASKS.test(part))
  const describes = parts.some((part) => !ASKS.test(part) && DESCRIBES_PERSON.test(part))
  const facts: CaseFact[] = []
  const kept: string[] = []
  for (const part of parts) {
    if (ASKS.test(part) || (!asks && TOPIC_FOR_PERSON.test(part))) {
      kept.push(part)
      facts.push(...factsInside(part))
    } else if (describes && isTold(part, asks)) facts.push(...clauses(part, 'question'))
    else kept.push(part)
  }
  const asked = kept.length === 0 ? text : kept.join(' ')
  const told = kept.length === 0 && facts.length === 0 ? clauses(text, 'question') : facts
  const filed = caseText === null ? [] : caseText.split(/\r?\n/).flatMap((line) => clauses(line, 'case-file'))
  return { asked, facts: distinct([...told, ...filed]), chief: chiefOf(text) }
}

/** Beside a question, everything said in a text that describes a person is told; without one, only what describes. */
function isTold(part: string, asks: boolean): boolean {
  return asks || DESCRIBES_PERSON.test(part)
}

/** "58-year-old woman, PT failed: is it indicated?" is told before it asks; "In adults with asthma, does …?" is not. */
function cutBeforeQuestion(sentence: string): string[] {
  const cut = QUESTION_BEGINS.exec(sentence)
  if (cut === null) return [sentence]
  const before = sentence.slice(0, cut.index)
  if (ASKS.test(before) || !DESCRIBES_PERSON.test(before) || /^\s*(?:in|for|among|with)\b/i.test(before)) return [sentence]
  return [before, sentence.slice(cut.index + cut[0].length)]
}

/** "Is it indicated, 58-year-old woman, PT failed?" asks before it tells. */
function cutAfterQuestion(sentence: string): string[] {
  if (!ASKS.test(sentence)) return [sentence]
  const cut = FACT_FOLLOWS.exec(sentence)
  if (cut === null || cut.index < 12) return [sentence]
  const told = sentence.slice(cut.index + cut[0].length).replace(/\?\s*$/, '.')
  return QUESTION_BEGINS.test(told) || told.includes('?') ? [sentence] : [`${sentence.slice(0, cut.index)}?`, told]
}

/** The person described inside a question: "… in a 58-year-old woman with Modic 2 changes". */
function factsInside(sentence: string): CaseFact[] {
  const begins = QUESTION_BEGINS.exec(sentence)
  const told = begins !== null && /^\s*(?:in|for|among|with)\b/i.test(sentence) ? sentence.slice(0, begins.index) : sentence
  const person = PERSON_PHRASE.exec(told)
  return person === null ? [] : clauses(person[0].replace(MAIN_VERB, ''), 'question')
}

/** In "should a 45-year-old man with diabetes take aspirin" the person ends where the verb begins. */
const MAIN_VERB = /\s+(?:take|get|have|receive|undergo|be|use|start|stop|continue|benefit|need|try|avoid|keep|consider|go|respond|do|better|recover)\b.*$/i

/** The illness that introduces a person: "58-year-old woman with …", "I have …", "my father has …". */
const HAS_ILLNESS = new RegExp(String.raw`\b(?:I (?:have|had)|I['’]ve(?: got| had)?|(?:he|she|patient|${RELATIVE})(?:, \d{1,3},)? (?:has|had)) ([^,;.?]+)`, 'i')

function chiefOf(text: string): string {
  const person = PERSON_PHRASE.exec(text)
  const introduced = person === null ? null : /\b(?:with|who has|having|suffering from|diagnosed with) ([^,;.?]+)/i.exec(person[0])
  return (introduced ?? HAS_ILLNESS.exec(text))?.[1] ?? ''
}

function clauses(sentence: string, origin: CaseFact['origin']): CaseFact[] {
  return sentence
    .split(/;\s+|(?<!,\s\d{1,3}),\s+(?!\d{1,3}(?:,|\.|$))|\.\s+(?=[A-Z])|\s+[-–—]\s+/)
    .map((clause) => clause.replace(/^(?:[-*#>\s]+|and\s+)|[.;:?!\s]+$/gi, '').trim())
    .filter((clause) => clause.length > 1)
    .map((clause) => ({ text: clause, origin }))
}

function distinct(facts: readonly CaseFact[]): CaseFact[] {
  const seen = new Set<string>()
  return facts.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
}
