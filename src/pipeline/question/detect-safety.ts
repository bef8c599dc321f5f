import type { Safety } from '../../core/model/index.ts'

/**
 * The stops of METHODS section 6. Only a clear emergency under way stops the article; every other line is printed
 * above it. A topic alone ("alteplase in stroke") is no emergency: a person must be present, and it must be now.
 */
export const SAFETY_MESSAGES = {
  emergency: 'This may be an emergency. Call your local emergency number now. This page cannot assess a person.',
  diagnosis: 'This page cannot say what causes your symptoms. It can say what studies found about the topic below.',
  'personal-dose': 'Doses here are those used in studies. What is right for one person needs their prescriber. Do not start, stop or change a medicine because of this page.',
  'out-of-scope': 'This page cannot say what a law, a contract or a benefit plan entitles someone to, and cannot predict what will happen to one person. It can say what studies and guidelines found about the topic below.',
} as const

const RELATIVE = '(?:father|mother|dad|mum|mom|husband|wife|partner|son|daughter|child|baby|infant|newborn|toddler|brother|sister|friend|grand(?:father|mother|pa|ma)|uncle|aunt|patient|neighbou?r|colleague|kid)'
const PERSON = new RegExp(String.raw`\b(?:I|I'm|I’m|im|i've|me|myself|he|she|he's|she's|(?:my|our|his|her|this|the) (?:[\w-]+ )?${RELATIVE}|someone here|somebody here)\b`, 'i')

/** Signs that cannot wait, each told by words a lay person or a clinician would use. */
const RED_FLAGS: readonly RegExp[] = [
  /\b(?:crushing|severe|sudden|tight|heavy|squeezing|bad|terrible)\b[^.?!]{0,30}\bchest\b|\bchest (?:pain|pressure|tightness|hurts)\b/i,
  /\bface (?:is )?droop\w*|\bdrooping face|\bslurr\w+ (?:his |her |my )?(?:speech|words)|\bspeech is slurred|\bcan(?:no|')t (?:speak|talk|move (?:his|her|my|one))|\b(?:arm|leg|side)[^.?!]{0,20}\b(?:numb|weak|paraly\w+)\b[^.?!]{0,20}\bsudden|\bsudden\w*[^.?!]{0,40}\b(?:numb|weak|paraly\w+|blind|confus\w+)|\b(?:having|has) a stroke\b/i,
  /\b(?:can(?:no|')t|cannot|can not|unable to|struggling to|trouble|difficulty|stopped) breath\w*|\bnot breathing\b|\bchoking\b|\bturn(?:ing|ed) blue\b|\blips are blue\b/i,
  /\boverdos\w+|\btook (?:too many|a whole|all (?:of )?(?:my|his|her|the)|\d+) (?:\w+ )?(?:pills|tablets|capsules)|\bswallowed (?:bleach|poison|a battery)/i,
  /\b(?:bleeding|blood)\b[^.?!]{0,30}\b(?:won't stop|will not stop|heavily|everywhere|pouring|gushing)|\b(?:vomiting|coughing up|throwing up) (?:\w+ )?blood\b|\bheavy bleeding\b/i,
  /\b(?:kill|hurt|harm) (?:myself|himself|herself|themselves)\b|\bsuicid\w+|\bend (?:my|his|her) life\b|\bwant to die\b/i,
  /\banaphyla\w+|\b(?:throat|tongue|face) (?:is )?(?:swelling|closing)|\bthroat (?:is )?(?:swollen|closed)/i,
  /\bcauda equina\b|\b(?:numb\w*|no feeling)\b[^.?!]{0,30}\b(?:groin|saddle|genital\w*)|\bcan(?:no|')t (?:pee|urinate|pass urine)\b|\blost control of (?:\w+ )?(?:bladder|bowels?)/i,
  /\b(?:baby|infant|newborn)\b[^.?!]{0,40}\b(?:floppy|limp|unresponsive|blue|won't wake|not waking|seiz\w+)|\bunconscious\b|\bunresponsive\b|\bcollapsed\b|\bhaving a (?:seizure|fit|heart attack)\b/i,
]

const PAST = /\b(?:ago|last (?:week|month|year|night|spring|summer|autumn|winter)|yesterday|previous(?:ly)?|history of|used to|had (?:a|an|his|her|my|crushing|chest|some)|in (?:19|20)\d\d|recovered|survived|after (?:a|an|his|her|my) |since (?:a|his|her|my)|years? (?:before|earlier))\b/i
const NOW = /\b(?:now|right now|just|currently|suddenly|sudden|today|tonight|this (?:minute|morning|evening)|has|have|is|are|am|having|can't|cannot|can not|won't|i'm|i’m|he's|she's|took|feels?|hurts?|wants? to)\b/i

const ASKS_DIAGNOSIS = /\b(?:do|could|might|can) (?:I|he|she|my \w+) (?:have|be having)\b|\bdoes (?:he|she|my \w+) have\b|\bwhat(?:'s| is) (?:wrong|causing|the matter)\b[^?]*\b(?:me|my|him|her)\b|\bwhy (?:do|does|am|is) (?:I|my|he|she)\b|\bwhat (?:do|does|could) my (?:symptoms?|pain|rash|headaches?)\b|\bam I (?:sick|ill|dying|having)\b/i
const ASKS_DOSE = /\bhow (?:much|many|often)\b[^?]*\b(?:should|can|do|may|must) (?:I|we|he|she|my \w+)\b|\b(?:can|should|could|may|must|do) (?:I|we|he|she|my \w+) (?:\w+ )?(?:stop|start|take|quit|skip|double|halve|increase|reduce|taper|continue|keep|come off|go on|give|use|try|inject|switch)\b|\bwhat dose (?:should|can|do|for) (?:I|me|my|he|she)\b|\bmy dose\b|\bis it (?:safe|ok|okay|fine) (?:for me|if I|to stop my)\b/i
const OUT_OF_SCOPE = /\b(?:am I|is (?:he|she|my \w+)|are we) (?:entitled|eligible|covered)\b|\bwill (?:my|the|our|his|her) (?:insurance|insurer|plan|medicare|medicaid)\b|\bdoes my (?:insurance|plan|policy) (?:cover|pay)\b|\b(?:sue|lawsuit|malpractice|legal(?:ly)? (?:action|right|entitle\w*|obliged))\b|\bhow long (?:will|do|have) (?:I|he|she|my \w+) (?:live|have|got|last)\b|\bwill (?:I|he|she|my \w+) (?:die|survive|live|recover|get better)\b|\bwill (?:it|this) work for (?:me|him|her|my \w+)\b|\bmy chances? of\b/i

/** The stop a question calls for, strongest first; null when it is an ordinary question. */
export function detectSafety(text: string): Safety | null {
  const sentences = text.split(/(?<=[.?!\n])\s+/)
  const flagged = sentences.filter((sentence) => RED_FLAGS.some((flag) => flag.test(sentence)))
  const personal = flagged.filter((sentence) => PERSON.test(sentence) || (PERSON.test(text) && flagged.length > 0))
  if (personal.length > 0) {
    const now = personal.some((sentence) => NOW.test(sentence) && !PAST.test(sentence))
    return { kind: 'emergency', message: SAFETY_MESSAGES.emergency, stops: now }
  }
  if (OUT_OF_SCOPE.test(text)) return { kind: 'out-of-scope', message: SAFETY_MESSAGES['out-of-scope'], stops: false }
  if (ASKS_DIAGNOSIS.test(text)) return { kind: 'diagnosis', message: SAFETY_MESSAGES.diagnosis, stops: false }
  if (ASKS_DOSE.test(text)) return { kind: 'personal-dose', message: SAFETY_MESSAGES['personal-dose'], stops: false }
  return null
}
