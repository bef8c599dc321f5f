import type { StudyDesign } from '../types.ts'

/** Words by which a report tells its own design. The first that fits, in this order, stands. */
export type DesignCue = { readonly design: StudyDesign; readonly pattern: RegExp }

/**
 * What a title may say. Reviews come first ("a systematic review of randomised trials"), then what denies chance, then
 * chance, then the observational designs (names after the Cochrane Handbook, chapter 24, and STROBE).
 */
export const TITLE_CUES: readonly DesignCue[] = [
  { design: 'protocol', pattern: /\b(?:study|trial|review) protocol\b|\bprotocol (?:for|of) (?:an?|the)\b|:\s*(?:an? )?protocol\b|\brationale,? (?:and )?design\b/i },
  { design: 'meta-analysis', pattern: /\bmeta-?analys[ie]s\b|\bmeta-?regression\b/i },
  { design: 'systematic-review', pattern: /\bsystematic (?:\w+ )?review\b|\bcochrane review\b|\bscoping review\b/i },
  { design: 'non-randomised-trial', pattern: /\bnon[-‐‑– ]?randomi[sz]ed\b|\bquasi[- ]randomi[sz]ed|\bhistorical(?:ly)? control|\bcontrolled before[- ]and[- ]after\b/i },
  { design: 'randomised-trial', pattern: /(?<!mendelian )\brandomi[sz](?:ed|ation)\b|\brandomly\b|\bRCT\b/i },
  { design: 'guideline', pattern: /\b(?:clinical |practice )?guidelines? (?:for|on)\b|\bclinical practice guideline\b/i },
  { design: 'cost-study', pattern: /\bcost[- ](?:effectiveness|utility|benefit|minimi[sz]ation)\b|\beconomic (?:evaluation|analysis)\b/i },
  { design: 'randomised-trial', pattern: /\b(?<!case-)\bcross-?over (?:trial|study)\b|\bdouble[- ]blind(?:ed)?\b/i },
  { design: 'case-control', pattern: /\bcase[-– ]control(?:led)?\b/i },
  { design: 'cross-sectional', pattern: /\bcross[- ]sectional\b/i },
  { design: 'cohort', pattern: /\bcohort\b|\bretrospective (?:\w+ ){0,2}(?:study|analysis|review|comparison)\b|\bregistry\b|\blongitudinal study\b/i },
  { design: 'observational', pattern: /\bobservational\b/i },
  { design: 'case-series', pattern: /\bcase (?:report|series)\b/i },
  { design: 'single-arm', pattern: /\bsingle[- ]arm\b|\buncontrolled (?:trial|study)\b|\bopen[- ]label extension\b/i },
  { design: 'narrative-review', pattern: /:\s*an? (?:\w+ )?review\b|\bliterature review\b/i },
]

/** What an abstract or a methods section may say of the study itself, beside chance. */
export const BODY_CUES: readonly DesignCue[] = [
  { design: 'non-randomised-trial', pattern: /\bnon[-‐‑– ]?randomi[sz]ed\b(?! sample| to\b)|\bquasi[- ]randomi[sz]ed|\bhistorical(?:ly)? control|\bcontrolled before[- ]and[- ]after\b|\b(?:were|was) not randomi[sz]ed\b|\bwithout randomi[sz]ation\b/i },
  { design: 'case-control', pattern: /\bcase[-– ]control(?:led)? (?:study|design|analysis)\b|\bmatched case[-– ]control/i },
  { design: 'cross-sectional', pattern: /\bcross[- ]sectional (?:study|survey|design|analysis|investigation)\b/i },
  { design: 'cohort', pattern: /\bretrospective(?:ly)?\b[^.]{0,60}\b(?:study|analy[sz]\w+|review\w*|compar\w+|cohort|evaluat\w+|identified|collected|charts?|records)\b|\b(?:chart|record)s? review\b|\b(?:prospective|retrospective|population-based|multicent(?:er|re)|observational|birth) cohort\b|\bcohort (?:study|of)\b|\blongitudinal (?:observational )?study\b|\bregistry\b|\bwere followed prospectively\b/i },
  { design: 'observational', pattern: /\bobservational (?:\w+ )?(?:study|design|analysis|trial)\b|\bnatural(?:istic)? (?:study|experiment)\b/i },
  { design: 'single-arm', pattern: /\bsingle[- ]arm\b|\buncontrolled (?:\w+ )?(?:trial|study)\b|\bpre[-– ]?(?:test)?[-– /](?:and )?post(?:test)?[- ](?:design|study|intervention study)\b|\bbefore[- ](?:and[- ])?after (?:study|design)\b|\bopen[- ]label extension\b|\bone[- ]group (?:pre|design|study|trial)\w*|\bwithout a control group\b/i },
  { design: 'non-randomised-trial', pattern: /\bquasi[- ]experiment/i },
  { design: 'case-series', pattern: /\bcase (?:series|report)\b|\bwe (?:report|describe|present) (?:a|an|the|two|three|\d) (?:case|patient)/i },
  { design: 'non-randomised-trial', pattern: /\b(?:were|was) (?:then |subsequently )?(?:assigned|allocated|divided|separated|split) (?:\w+ )?(?:in)?to (?:one of )?(?:the )?(?:two|three|four|2|3|4|either|intervention|treatment|control|experimental)\b/i },
  { design: 'single-arm', pattern: /\bopen[- ]label\b/i },
]

/**
 * A report's own randomization. Parent trials count ("a post hoc analysis of a randomized trial"): its arms are still
 * those that chance made.
 */
export const RANDOMISED_CUE = new RegExp([
  String.raw`\b(?:were|was|are|been|being|be) (?:\w+ ){0,2}randomi[sz]ed\b`,
  String.raw`\brandomly (?:\w+(?: and)? ){0,2}(?:assign|allocat|divid|group|categori|distribut|receiv|enroll?ed|split|separat|administ|assorted|placed|given|treated|ordered|put)`,
  String.raw`\b(?:assigned|allocated|divided|enrolled|distributed|split|separated|performed|presented|received|given) (?:\w+ ){0,6}(?:randomly|at random|in (?:a )?random(?:i[sz]ed)?,? (?:\w+[- ]){0,2}(?:order|sequence|fashion|manner)|by (?:\w+ )?randomi[sz]ation)`,
  String.raw`(?<!(?:non|quasi)[-‐‑– ]?)\brandomi[sz]ed[,;:]?(?: [^\s.;]+){0,12} (?:trials?|stud(?:y|ies)|experiments?|designs?|comparison|investigation)\b`,
  String.raw`\b(?:in|with) (?:a )?(?:counter-?balanced,? )?random(?:i[sz]ed)?,? (?:and )?(?:counter-?balanced )?(?:\w+-)?(?:order|sequence|fashion|manner)\b`,
  String.raw`\bunder(?:went|going) randomi[sz]ation\b|\bstudy design:? randomi[sz]ed\b|\bRCT\b|\border (?:of [\w ]+ )?was randomi[sz]ed|\bsequence (?:of [\w ]+ )?was randomi[sz]ed|\b(?:patients|subjects|participants|women|men|children|animals) (?:\w+ )?randomi[sz]ed to\b|\bwe randomi[sz]ed\b|\b(?:assigned|allocated)\b[^.;]{0,90}\b\d:\d(?::\d)*(?: ratio)?\b|\bthe randomi[sz]ed (?:population|patients|participants|subjects)\b|\b(?:prior to|before|after|following|at|from|since)[- ]randomi[sz]ation\b|\bpost-?randomi[sz]ation\b|(?<!(?:non|quasi)[-‐‑– ]?)\brandomi[sz]ed,? (?:placebo|double|single|controlled|cross|parallel|open|prospective|multi)|\bsimple randomi[sz]ation|\brandomi[sz]ation (?:was|list|code|schedule|sequence|table)`,
].join('|'), 'i')

/** Chance in other people's trials, in wishes, or in drawing a sample. */
export const NOT_OWN_CHANCE = /\b(?:future|further|needed|warranted|should be|would be|previous(?:ly)? (?:\w+ )?(?:stud\w+|trials?|report\w*|publish\w*|randomi\w+|work|research|described)|earlier (?:stud\w+|trials?)|other (?:stud\w+|trials?|randomi\w+)|several|few|many|some|recent|published|existing|larger?[- ]scale|no|lack of|meta-analys[ie]s|reviews?|literature|reported|randomly (?:selected|sampled|chosen) (?:from|sample)|evidence from|to evaluate in|data from (?:\d|two|three|four|five|six)|pooled)\b/i

/** Words that only belong to the people of a trial. */
export const PEOPLE_CUE = /\b(?:patients?|subjects?|participants?|wom[ae]n|volunteers|children|adults|infants|people|persons|students|individuals|human subjects)\b/i
