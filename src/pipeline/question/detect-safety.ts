import type { Safety } from '../../core/model/index.ts'
import { detectEmergency } from './detect-emergency.ts'
import { KIN, markPeople, PATIENT } from './people.ts'
import { SAFETY_MESSAGES } from './safety-messages.ts'

const ONE = String.raw`(?:I|he|she|${KIN}|${PATIENT})`
const MINE = String.raw`(?:my|his|her|${KIN}(?:['’]s)?)`
const SYMPTOM = String.raw`(?:pains?|hurts?|hurting|ach(?:e|es|ing)|headaches?|dizz\w+|numb\w*|tingl\w+|rash|lumps?|bumps?|swell\w*|swollen|fever|cough\w*|tired\w*|fatigue|bleed\w*|itch\w*|nause\w+|vomit\w*|burning|cramps?|sore|spots?|sweat\w*|palpitations|faint\w*)`

const ASKS_DIAGNOSIS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:do|does|could|might|did) ${ONE} (?:really |already |also )?(?:have|be having)\b(?=\s+\w)(?! (?:to|any (?:options|alternatives)|enough|time|surgery|an? (?:operation|scan|choice|right))\b)`, 'i'),
  new RegExp(String.raw`\bwhat(?:['’]?s| is| could be| might be)?\s+(?:wrong|causing|the matter|happening)\b[^?]*\b(?:me|my|him|his|her)\b`, 'i'),
  new RegExp(String.raw`\bwhy (?:do|does|am|is|are|have|has) (?:${ONE}|my|his|her)\b`, 'i'),
  new RegExp(String.raw`\bwhat (?:do|does|could|might) my (?:\w+ )?(?:symptoms?|pains?|rash|headaches?|results?|numbers?|lump|bleeding)\b`, 'i'),
  /\b(?:am I|is (?:he|she)) (?:sick|ill|dying|depressed|pregnant|diabetic|autistic|having)\b/i,
  /\b(?:is|could|might|can) (?:this|it|that) (?:be )?(?:an? |just )?(?:cancer\w*|serious|dangerous|normal|infected|broken|contagious|stroke|heart attack|tumou?r|allergy|shingles|arthritis|sciatica|depression|adhd)\b(?!\s+(?:to|for|in)\b)/i,
  /\bdiagnose (?:me|my|him|her)\b|\bshould I (?:be )?(?:worr(?:y|ied)|concerned)\b|\bwhat (?:disease|condition|illness) (?:do|could|might) (?:I|he|she)\b/i,
]

const MEDICINE_VERB = String.raw`(?:stop|start|take|quit|skip|double|halve|increase|reduce|lower|taper|continue|keep (?:taking|on)|come off|go (?:on|off)|stay on|get off|wean|restart|resume|give|use|try|inject|switch|swallow|combine|mix|drink|miss)`
const ASKS_DOSE: readonly RegExp[] = [
  new RegExp(String.raw`\bhow (?:much|many|often|long)\b[^?]*\b(?:should|can|do|does|may|must|could) (?:we give (?=${KIN})|${ONE})\b(?!\s+(?:have to |got to )?(?:live|have (?:left|got)|last|recover|survive|expect|be (?:ill|sick)))`, 'i'),
  new RegExp(String.raw`\b(?:can|should|could|may|must|do|does|shall|ought) ${ONE} (?:(?:just|safely|now|really|also|have to|need to|still|ever|even|to|be) ){0,2}${MEDICINE_VERB}\b`, 'i'),
  new RegExp(String.raw`\b(?:can|should|could|may) we (?:\w+ )?${MEDICINE_VERB}\b[^?]*\b${KIN}\b`, 'i'),
  new RegExp(String.raw`\bwhat (?:\w+ )?(?:dose|dosage|amount|strength)\b[^?]*\b(?:${ONE}|me|my|him|her)\b`, 'i'),
  /\b(?:my|his|her) (?:\w+ )?(?:dose|dosage|prescription)\b/i,
  /\bis it (?:safe|ok|okay|fine|alright|all right|dangerous|bad) (?:for (?:me|him|her|my|KIN_OF_ASKER)|if (?:I|he|she|my|KIN_OF_ASKER)|to (?:stop|start|skip|double|take) (?:taking )?(?:my|his|her))\b/i,
  /\b(?:I want|I['’]?d like|I plan|I am going|I['’]?m going|thinking|thinking about|thinking of) (?:to )?(?:stop|start|quit|com(?:e|ing) off|stopping|starting|halving|doubling|skipping)\b/i,
]
/** A prescriber asking about people in general: nobody's own dose. */
const ABOUT_PEOPLE = /\b(?:in|for|to|among|with) (?:[\w-]+ ){0,3}(?:patients|people|adults|children|women|men|infants|those|individuals|older adults)\b/i
const DECIDES = /\b(?:should|can|may|could|do|must|when|how) (?:I|we) (?:\w+ )?(?:start|stop|use|taper|switch|continue|reduce|increase)\b/i
const PRESCRIBES = /\b(?:should|can|may|could|do|must|when|how) (?:I|we) (?:\w+ )?(?:give|prescribe|offer|administer|use)\b/i
const ONE_PERSON = new RegExp(String.raw`\b(?:${KIN}|${PATIENT}|me|him|her|myself)\b`, 'i')

const OUT_OF_SCOPE: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:am I|are we|is ${ONE}|do I|does ${ONE}|can ${ONE}) (?:legally )?(?:be )?(?:entitled|eligible|qualif\w+|covered|claim|get|apply)\b[^?]*\b(?:benefits?|disability|compensation|medicaid|medicare|insurance|sick (?:leave|pay)|paid leave|plan|policy|pension|coverage|allowance|reimburse\w*)\b`, 'i'),
  /\b(?:am I|are we|is (?:he|she)) entitled\b/i,
  /\b(?:will|does|would|can|must|should|did|has) (?:my|the|our|his|her|their) (?:\w+ )?(?:insurance|insurer|health plan|plan|medicare|medicaid|employer|policy)\b/i,
  /\b(?:covered|paid for|denied|refused|reimbursed)\b[^?]*\bby (?:my|our|his|her) (?:\w+ )?(?:insurance|insurer|plan|employer)\b|\b(?:my|our) (?:insurance|insurer|plan) (?:cover|pay|den|refus|approv)\w*/i,
  /\b(?:sue|suing|lawsuit|malpractice|negligen(?:t|ce)|lawyer|attorney|legal (?:action|rights?|advice|obligation)|legally (?:entitled|obliged|required|allowed|bound)|is it (?:il)?legal)\b/i,
  new RegExp(String.raw`\bhow (?:long|much (?:longer|time)) (?:will|do|does|have|has|can) ${ONE} (?:have to live|live|have(?: left)?\b|got|last|survive|expect)`, 'i'),
  new RegExp(String.raw`\b(?:will|am|is) ${ONE} (?:ever |fully |going to |gonna )?(?:die|dying soon|survive|live|recover|get better|make it|be (?:ok|okay|cured|fine|alive))\b`, 'i'),
  new RegExp(String.raw`\bwill (?:it|this|that|the \w+|\w+) (?:work|help|be successful)(?: \w+)? (?:for|in|on) (?:me|him|her|${KIN})\b|\bwill (?:it|this|\w+) (?:help|cure|fix|save) (?:me|him|her|${KIN})\b`, 'i'),
  new RegExp(String.raw`\b${MINE} (?:own |personal |exact )?(?:chances?|odds|life expectancy|prognosis|risk) (?:of|is|that|to|if|with|for)\b|\bwhat (?:is|are) ${MINE} (?:\w+ )?(?:chances?|odds|life expectancy|prognosis|risk)\b|\blife expectancy of ${KIN}`, 'i'),
]

/** A word for one person, "this", or the law: without any, no question is personal. */
const SPEAKS_OF_ONE = new RegExp(String.raw`\b(?:I|I['’]\w+|me|my|we|our|us|he|she|his|him|her|it|this|that|myself|${KIN}|${PATIENT}|su(?:e|ing)|lawsuit|malpractice|law\w*|attorney|negligen\w+|(?:il)?legal\w*|entitled)\b`, 'i')

const FEELS_SYMPTOM = new RegExp(String.raw`\b(?:I|I['’]m|I['’]ve|he|she|my)\b[^.?!]{0,60}\b${SYMPTOM}\b`, 'i')

export type Named = {
  /** Whether a treatment or test, a condition or a population was recognised in the text. */
  readonly treatment: boolean
  readonly condition: boolean
}

/**
 * The stop a question calls for, strongest first; null when it is an ordinary question. Only a clear emergency under
 * way stops the article (docs/methods/wording.md); every other line is printed above it. A topic alone ("alteplase in
 * stroke") is no emergency: a person must be present, and it must be now.
 */
export function detectSafety(text: string, named: Named = { treatment: true, condition: true }): Safety | null {
  const emergency = detectEmergency(text)
  if (emergency !== 'none') return { kind: 'emergency', message: SAFETY_MESSAGES.emergency, stops: emergency === 'now' }
  const marked = markPeople(text)
  if (!SPEAKS_OF_ONE.test(marked)) return null
  if (OUT_OF_SCOPE.some((pattern) => pattern.test(marked))) return line('out-of-scope')
  if (ASKS_DOSE.some((pattern) => pattern.test(marked)) && !isPrescriber(marked)) return line('personal-dose')
  if (ASKS_DIAGNOSIS.some((pattern) => pattern.test(marked))) return line('diagnosis')
  if (!named.treatment && !named.condition && FEELS_SYMPTOM.test(text)) return line('diagnosis')
  return null
}

function isPrescriber(text: string): boolean {
  return (PRESCRIBES.test(text) && !ONE_PERSON.test(text) && !/\bmy\b/i.test(text)) || (DECIDES.test(text) && ABOUT_PEOPLE.test(text))
}

function line(kind: Exclude<Safety['kind'], 'emergency'>): Safety {
  return { kind, message: SAFETY_MESSAGES[kind], stops: false }
}
