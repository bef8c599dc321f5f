/**
 * Signs that cannot wait (docs/methods/wording.md), each in the words a lay person and a clinician would use. A `sign` is
 * felt or seen ("cannot breathe"); a `name` is also a topic ("anaphylaxis") and needs someone who has it.
 */
export type RedFlag = { readonly label: string; readonly sign: RegExp; readonly name: RegExp }

const CANNOT = String.raw`(?:cannot|can not|can['’]?t|could(?: not|n['’]?t)|unable to|not able to|struggling to|is(?: not|n['’]?t) able to)`
const SUDDEN = String.raw`(?:sudden(?:ly)?|all of a sudden|out of nowhere)`

export const RED_FLAGS: readonly RedFlag[] = [
  {
    label: 'chest pain',
    sign: /\b(?:crushing|squeezing|tight(?:ness)?|pressure|heav(?:y|iness)|elephant|weight|band|pain)\b[^.?!;]{0,20}\b(?:in|on|across|around|over) (?:my|his|her|the) chest\b|\bchest (?:hurts|aches|is tight|feels (?:tight|heavy)|is (?:crushing|hurting|killing))/i,
    name: /\bchest (?:pains?|pressure|tightness|discomfort)\b|\bheart attack\b|\bmyocardial infarction\b|\bSTEMI\b|\bcardiac arrest\b/i,
  },
  {
    label: 'stroke signs',
    sign: new RegExp(String.raw`\b(?:face|mouth|smile)\b[^.?!;]{0,20}\b(?:droop\w*|crooked|lopsided)|\bdroop\w*[^.?!;]{0,10}\bface\b|\bslurr\w+ (?:his|her|my|their)?\s?(?:speech|words)|\bspeech\b[^.?!;]{0,15}\bslurred|\bslurring\b|\b${CANNOT} (?:speak|talk|(?:move|lift|feel|raise) (?:his|her|my|their|one) (?:\w+ )?(?:arms?|legs?|side|face|hand))|\b${SUDDEN}\b[^.?!;]{0,40}\b(?:numb\w*|weak\w*|paraly[sz]\w+|blind\w*|confus\w+|lost (?:his|her|my) (?:sight|vision|speech))|\b(?:numb\w*|weak\w*|paraly[sz]\w+|confus\w+)\b[^.?!;]{0,30}\b${SUDDEN}\b|\bworst headache\b|\bthunderclap headache\b|\b(?:one|right|left) (?:side|arm|leg)\b[^.?!;]{0,25}\b(?:numb|weak|paraly[sz]\w+)\b[^.?!;]{0,40}\b(?:speech|face|talk\w*)`, 'i'),
    name: /\bstrokes?\b|\bTIA\b/i,
  },
  {
    label: 'cannot breathe',
    sign: new RegExp(String.raw`\b${CANNOT} (?:\w+ )?breath\w*|\b(?:trouble|difficulty|hard time|problems?) breathing|\bstopped breathing|\bnot breathing|\bgasping\b|\bchok(?:ing|ed) on\b|\b(?:is|am|was|['’]s|['’]m) choking\b|\bturn(?:ing|ed|s) blue\b|\blips\b[^.?!;]{0,12}\bblue\b|\bblue lips\b|\b${CANNOT} catch (?:my|his|her) breath`, 'i'),
    name: /\brespiratory arrest\b|\bsevere breathlessness\b|\bstatus asthmaticus\b/i,
  },
  {
    label: 'overdose or poisoning',
    sign: /\b(?:took|taken|swallowed|ate|drank)\b (?:\w+ ){0,2}(?:too many|a whole (?:bottle|box|pack)|the whole (?:bottle|box|pack)|all (?:of )?(?:my|his|her|the|their)|\d{2,}|(?:ten|twenty|thirty|forty|fifty|sixty))\b[^.?!;]{0,25}\b(?:pills|tablets|capsules|medicines?|medication|paracetamol|tylenol|aspirin|ibuprofen)|\b(?:swallowed|drank|drunk|ate)\b[^.?!;]{0,15}\b(?:bleach|poison|antifreeze|a (?:button )?battery|detergent|pesticide)/i,
    name: /\boverdos\w+|\bpoisoned\b|\bpoisoning\b/i,
  },
  {
    label: 'heavy bleeding',
    sign: new RegExp(String.raw`\b(?:bleed\w*|blood)\b[^.?!;]{0,30}\b(?:won['’]?t stop|will not stop|does(?:n['’]?t| not) stop|${CANNOT} (?:be )?stop\w*|heavily|everywhere|pouring|gushing|spurting)|\b${CANNOT} stop (?:the )?bleeding|\b(?:vomiting|coughing(?: up)?|throwing up|spitting|vomited) (?:\w+ ){0,2}blood\b|\bbleeding to death\b|\bsoak\w+ (?:a|through)[^.?!;]{0,15}\b(?:pad|bandage|towel)`, 'i'),
    name: /\b(?:heavy|severe|massive|catastrophic|life[- ]threatening) (?:bleed(?:ing)?|ha?emorrhage)\b|\bha?emorrhaging\b/i,
  },
  {
    label: 'thoughts of suicide',
    sign: /\b(?:kill|hurt|harm|hang|cut) (?:myself|himself|herself|themselves|themself)\b|\b(?:end(?:ing)?|tak(?:e|ing)|ended) (?:my|his|her|their) (?:own )?life\b|\b(?:want(?:s)?|wish(?:es)?) (?:to die|i (?:was|were) dead|(?:he|she) (?:was|were) dead)\b|\b(?:do(?:es)?n['’]?t|do(?:es)? not) want to (?:live|be alive|wake up)\b|\bbetter off dead\b|\bno reason to live\b/i,
    name: /\bsuicid\w+|\bself[- ]harm\w*/i,
  },
  {
    label: 'anaphylaxis',
    sign: /\b(?:throat|tongue|lips?|face)\b[^.?!;]{0,15}\b(?:swell\w*|swollen|closing|closed up|tightening)|\bswollen (?:throat|tongue)/i,
    name: /\banaphyla\w+/i,
  },
  {
    label: 'cauda equina signs',
    sign: new RegExp(String.raw`\b(?:numb\w*|no feeling|lost (?:all )?feeling)\b[^.?!;]{0,30}\b(?:groin|saddle|genitals?|between (?:my|his|her|the) legs|private parts|bottom)|\b${CANNOT} (?:pee|urinate|pass urine|control (?:my|his|her) (?:bladder|bowels?))|\b(?:lost|losing|loss of) (?:control of )?(?:(?:my|his|her) )?(?:bladder|bowels?)(?: or bowels?| and bowels?)?(?: control)?\b`, 'i'),
    name: /\bcauda equina\b|\bsaddle an(?:a?esthesia)\b/i,
  },
  {
    label: 'unconscious, seizing or a very ill infant',
    sign: new RegExp(String.raw`\b(?:baby|infant|newborn|neonate|(?:\d+|one|two|three|four|five|six)[- ](?:day|week|month)s?[- ]old)\b[^.?!;]{0,50}\b(?:floppy|limp|unresponsive|lethargic|blue|seiz\w+|convuls\w+|won['’]?t (?:wake|feed|drink)|not (?:waking|feeding|drinking|breathing)|${CANNOT} (?:be )?(?:wake|woken|rouse)\w*)|\b(?:won['’]?t|will not|does(?:n['’]?t| not)|${CANNOT}) wake (?:up|him|her)|\b(?:passed out|blacked out|collapsed|fainted)\b|\b(?:having|in the middle of) (?:a |an )?(?:seizure|fit|convulsion)|\bis (?:seizing|fitting|convulsing)\b|\b(?:newborn|(?:one|two|three|four|five|six|seven|eight|[1-9]|1[0-2])[- ](?:day|week)s?[- ]old)\b[^.?!;]{0,30}\b(?:fever|temperature)\b|\bstiff neck\b[^.?!;]{0,40}\bfever\b|\bfever\b[^.?!;]{0,40}\bstiff neck\b`, 'i'),
    name: /\bunconscious\b|\bunresponsive\b|\bstatus epilepticus\b/i,
  },
]
