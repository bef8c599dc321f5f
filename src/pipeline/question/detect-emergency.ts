import { KIN, markPeople, PATIENT, RELATIVE } from './people.ts'
import { RED_FLAGS, type RedFlag } from './red-flags.ts'

/** Whether an emergency is under way: clearly, possibly (the line is printed, the article follows), or not at all. */
export type Emergency = 'now' | 'unsure' | 'none'

/** The Roman numeral is no person: "type I", "class I", "angiotensin I". */
const I = String.raw`(?<!\b(?:type|class|grade|phase|stage|level|factor|group|modic|angiotensin|schedule|killip)\s)I`
const PERSON = new RegExp(String.raw`\b(?:${I}(?:['’](?:m|ve))?|im|ive|myself|me|he|she|he['’]s|she['’]s)\b|\b(?:${KIN}|${PATIENT})\b|\bmy (?:[\w-]+ )?(?:chest|arms?|legs?|face|mouth|tongue|throat|lips?|head|heart|tooth|teeth|nose|stomach|belly|back|groin|bladder|bowels?|speech|side|body|skin|wound|eyes?|hands?|feet|foot|neck|jaw)\b|\b(?:someone|somebody|a (?:man|woman|guy|person|stranger)) (?:here|next to me|beside me|in front of me)\b|(?:^|[.?!,;:]\s*|\bthe )(?:${RELATIVE}|patient) (?:is|has|cannot|can['’]?t|took|just|collapsed|stopped|fainted|won['’]?t)\b`, 'i')
/** A person told as a case ("65-year-old man with …"), by somebody who need not be there: never more than perhaps. */
const CASE = /\b\d{1,3}[- ]?(?:years?|yrs?|y)[- ]?old\b|\b\d{1,3} ?(?:yo|y\/o)\b/i
/** A prescriber asking for others: "should I give", "when do we start", in the first person but about nobody present. */
const PRESCRIBER_ASKS = /\b(?:can|should|shall|do|may|could|would|must|might) (?:I|we) (?:still |routinely |always |safely |ever )?(?:give|use|prescribe|treat|order|screen|offer|refer|manage|consider|recommend|admit|test|monitor|administer|image|perform|thrombolyse|anticoagulate|advise|counsel)\b/gi
const MANY_PEOPLE = /\b(?:patients|people|persons|individuals|adults|children|infants|babies|neonates|women|men|those|anyone|everyone|survivors|cases|a (?:patient|person|child|woman|man|adult)|adolescents|teenagers|veterans)\b(?! (?:here|next to me|beside me))/i

/** What stands before a name that makes it the topic of a question rather than what somebody has. */
const TOPIC_BEFORE = /\b(?:risks?|chances?|likelihood|rates?|incidence|odds|signs|symptoms|prevent\w*|prevention|reduc\w+|lower\w*|cut\w*|decreas\w+|increas\w+|rais\w+|caus\w+|lead(?:s|ing)? to|trigger\w*|against|avoid\w*|protect\w*|harms?|side[- ]effects?|famil\w+|treat(?:ing|ment|s)?|manag\w+|screen\w*|diagnos\w+|guidelines?|evidence|studies|stops?|fewer|more)\b[^.?!;]{0,40}$/i
/** What follows a name and makes it a topic: "stroke prevention", "suicide risk". */
const TOPIC_AFTER = /^(?:['’]s)?\s+(?:risks?|prevention|prophylaxis|units?|rehab\w*|survivors?|scores?|rates?|care|plan|guidelines?|management|treatment|trials?|patients|protocol)\b|^[- ](?:free|related|prone)/i
const DENIED_BEFORE = /\b(?:no|not|never|without|denies|denied|denying|negative for|ruled out|excluded|free of|absence of|isn['’]?t|aren['’]?t|wasn['’]?t|don['’]?t|doesn['’]?t)\s+(?:(?:signs?|symptoms?|evidence|history|features|any|a|an|having|have|had|current|of|or|new|active|in)\s+){0,4}$/i
const DENIED_AFTER = /^\s*(?:syndrome\s+)?(?:was |is |has been |have been )?(?:ruled out|excluded|absent|denied)\b/i

/** What makes a name something that a person has at this moment: "has a", "is in", "feels". */
const HAS = /\b(?:has|have|had|having|gets?|getting|got|develop(?:s|ed|ing)|feels?|feeling|is|am|are|be|['’](?:s|m|ve)|in|into|with|took|taken|complain\w* of|(?:my|our|his|her) [\w-]+)\s+(?:(?:a|an|another|new|severe|crushing|bad|terrible|horrible|awful|sudden|acute|ongoing|massive|some|full|blown|really|very|actively|signs of|symptoms of|thoughts of|currently|now|just|been|having|in|strong|central|these|an accidental)\s+){0,4}$/i
const WITH_ONLY = /\b(?:with|in)\s+(?:[\w-]+\s+){0,3}$/i

/** A long while ago: nothing is under way. */
const REMOTE = /\b(?:(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|several|many|couple of|some)\s+(?:weeks?|months?|years?|decades?)\s+(?:ago|back|earlier|before)|(?:weeks|months|years|decades|long) ago|last (?:week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|in (?:19|20)\d\d|(?:since|from) (?:19|20)\d\d|histor(?:y|ies)|previous(?:ly)?|prior|used to|as a (?:child|kid|teenager)|survived|survivor|recover(?:ed|ing)|in the past|past|once had|at (?:age|the age of) \d+)\b/i
/** Lately, or untold when: it may be under way. */
const LATELY = /\b(?:had|was|were|yesterday|last night|(?:days?|hours?) ago|earlier today|this morning|after|since|suffered|experienced|has had|have had|did)\b/i
const LATELY_BY_THE_CLOCK = /\b(?:yesterday|last night|days? ago|the other day)\b/i
/** At this moment, whatever else is said. */
const NOW = /\b(?:right now|now|currently|still|at the moment|as we speak|just (?:started|had|now|collapsed|took|fell|stopped|swallowed|fainted)|minutes? ago|suddenly|help|ongoing|today|tonight)\b/i
const URGENT = /\b(?:help|right now|emergency|hurry|urgent|what (?:do|should|can) (?:i|we) do)\b/i
const SUPPOSED = /\b(?:if|in case|whenever|suppose|imagine|would|what happens|how (?:do|can|would|could) (?:I|you|we|one) (?:know|tell|recogni[sz]e)|worried (?:about|that)|afraid of|scared of|fear of)\b|^\s*(?:so |and )?when\b|\bdo when\b/i
/** Long standing or coming and going: not clearly an emergency. */
const LONG_STANDING = /\b(?:chronic(?:ally)?|for (?:(?:many|several|some|a few|\d+|two|three) )?(?:weeks|months|years)|sometimes|occasional(?:ly)?|on and off|once in a while|usually|stable|every (?:time|winter|spring|night)|when(?:ever)? (?:I|he|she) (?:walks?|climbs?|exercises?|lies?|runs?|eats?))\b/i
/** Chest pain that comes with effort is stable angina until told otherwise: a topic of its own. */
const ON_EFFORT = /\b(?:on (?:exertion|effort|exercise)|exertional|with (?:exertion|exercise|effort)|stable|effort[- ]induced|on walking|climbing)\b/i

/**
 * Reads whether the text tells of an emergency under way (docs/methods/wording.md): a person present *and* a red flag, in
 * the present. Judged clause by clause, so that "a stroke last year, and now crushing chest pain" is now; a name in
 * the place of a topic ("risk of stroke", "aspirin in suspected heart attack") is none.
 */
export function detectEmergency(text: string): Emergency {
  const somebody = namesPerson(text)
  if (!somebody && !URGENT.test(text) && !CASE.test(text)) return 'none'
  let worst: Emergency = 'none'
  for (const sentence of text.split(/(?<=[.?!\n])\s+/)) {
    for (const clause of sentence.split(/[,;:]\s+|\s+(?=(?:but|and now|and then|and (?:he|she|I|my))\b)/i)) {
      const here = namesPerson(clause) || namesPerson(sentence)
      for (const flag of RED_FLAGS) {
        const level = judge(flag, clause, { sentence, here, somebody })
        if (level === 'now') return 'now'
        if (level === 'unsure') worst = 'unsure'
      }
    }
  }
  return worst
}

type Surroundings = { readonly sentence: string; readonly here: boolean; readonly somebody: boolean }

function judge(flag: RedFlag, clause: string, { sentence, here, somebody }: Surroundings): Emergency {
  const sign = flag.sign.exec(clause)
  if (sign !== null) return judgeSign(flag, sign, clause, { sentence, here, somebody })
  const name = flag.name.exec(clause)
  return name === null || !somebody ? 'none' : judgeName(name, clause, here)
}

function judgeSign(flag: RedFlag, sign: RegExpExecArray, clause: string, { sentence, here, somebody }: Surroundings): Emergency {
  const before = clause.slice(0, sign.index)
  if (DENIED_BEFORE.test(before) || REMOTE.test(clause)) return 'none'
  if (MANY_PEOPLE.test(before) || TOPIC_BEFORE.test(before)) return 'none'
  if (!somebody) return URGENT.test(sentence) ? 'now' : CASE.test(sentence) ? 'unsure' : 'none'
  if (SUPPOSED.test(clause) && !/\b(?:right now|minutes? ago)\b/i.test(clause)) return 'unsure'
  if (flag.label === 'overdose or poisoning' || NOW.test(clause)) return 'now'
  if (LATELY_BY_THE_CLOCK.test(clause) || LONG_STANDING.test(clause)) return 'unsure'
  if (/\b(?:had|was|were)\b[^.?!;]{0,20}$/i.test(before)) return 'unsure'
  return here || !/\?\s*$/.test(sentence) ? 'now' : 'unsure'
}

function judgeName(name: RegExpExecArray, clause: string, here: boolean): Emergency {
  const before = clause.slice(0, name.index)
  const after = clause.slice(name.index + name[0].length)
  if (DENIED_BEFORE.test(before) || DENIED_AFTER.test(after) || TOPIC_BEFORE.test(before) || TOPIC_AFTER.test(after)) return 'none'
  if (REMOTE.test(clause) || MANY_PEOPLE.test(before) || /^chest/i.test(name[0]) && ON_EFFORT.test(clause)) return 'none'
  if (!here) return 'none'
  const overdosed = /^overdos|^poisoned/i.test(name[0])
  const holds = HAS.test(before) || overdosed || ANOTHER_SUBJECT.test(markPeople(before))
  if (!holds || SUPPOSED.test(clause)) return 'unsure'
  if (NOW.test(clause)) return 'now'
  if (LATELY.test(before) || LATELY_BY_THE_CLOCK.test(clause) || LONG_STANDING.test(clause)) return overdosed && !LATELY_BY_THE_CLOCK.test(clause) ? 'now' : 'unsure'
  return WITH_ONLY.test(before) && !/\b(?:is|am|are|['’](?:s|m)) (?:in|into|with)\b/i.test(before) ? 'unsure' : 'now'
}

/** "my dad chest pain": a relative named right before, as people in a hurry write. */
const ANOTHER_SUBJECT = new RegExp(String.raw`\b${KIN}\s+$`)

function namesPerson(text: string): boolean {
  return PERSON.test(markPeople(text.replace(PRESCRIBER_ASKS, ' ')))
}
