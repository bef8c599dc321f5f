import type { QuestionKind } from '../../core/model/index.ts'

/** What the vocabulary saw in the question, as far as the kind depends on it. */
export type KindContext = {
  /** A treatment (or test) is named. */
  readonly treatment: boolean
  /** Two treatments are set against each other. */
  readonly comparator: boolean
  /** What is named is a test, or one that screens people without symptoms. */
  readonly test: 'none' | 'test' | 'screening'
}

type Cue = { readonly kind: QuestionKind; readonly words: RegExp }

/** Harm and benefit weighed together ask for the decision, and "safe and effective" for the effect with its harms. */
const WEIGHED = /\b(?:benefits?|pros|advantages)\b[^?]{0,20}\b(?:harms?|risks?|cons|disadvantages|side[- ]effects)\b|\b(?:harms?|risks?)\b[^?]{0,20}\bbenefits?\b|\bworth the (?:risks?|side[- ]effects|trouble)\b/i
const SAFE_AND_EFFECTIVE = /\bsafe(?:ty)?\b[^?]{0,15}\b(?:effective\w*|efficac\w+)\b|\b(?:effective\w*|efficac\w+)\b[^?]{0,15}\bsafe(?:ty)?\b/i
/** "lowers the risk of stroke" asks for an effect, though it says risk; so does "reverses nerve damage". */
const LESS_RISK = /\b(?:reduc\w+|lower\w*|limit\w*|prevent\w*|revers\w+|repair\w*|protect\w* (?:against|from))\b[^?.;]{0,60}\bdamage\b|\b(?:reduc\w+|lower\w*|cut\w*|decreas\w+|lessen\w*|prevent\w*|halv\w+|lead(?:s|ing)? to fewer)\b[^?.;]{0,40}\b(?:risks?|chances?|rates?|odds)\b/i

/**
 * The narrow kinds come first, because "is the dose of X indicated" is a question about dose. Negation leaves no
 * trace: "unsafe" is read as "safe", "ineffective" as "effective".
 */
const CUES: readonly Cue[] = [
  { kind: 'cost', words: /\bcosts?\b|\bcost[- ]effective\w*|\bcostly\b|\bpric(?:e|es|ey|ing)\b|\b(?:in)?expensive\b|\bcheap\w*|\b(?:value|worth) (?:for |the )?money\b|\bmoney'?s worth\b|\bwaste of money\b|\bqalys?\b|\b(?:un)?afford\w*|\beconomic\w*|\bbudget\b/i },
  { kind: 'dose', words: /\b(?:what|which|optimal|right|best|correct|usual|recommended|maximum|minimum|effective|starting|target|daily|lowest|highest) (?:[\w-]+ ){0,2}(?:doses?|dosages?|dosing)\b|\bhow (?:much|many (?:mg|milligrams|units|grams|tablets|pills|puffs))\b(?! (?:does|do|did|will|would|is|risk|better|worse|benefit|of a|evidence|weight|longer))|\bdos(?:e|es|ing|age) (?:of|for|in|to)\b|\bhow (?:should|is|are) \w+(?: \w+)? dosed\b|\b(?:high|low|lower|higher|standard|full|half)[- ]dose or\b|\bhow often (?:should|must|do|does|is|are|can|to)\b(?!.{3,60}\b(?:cause|causes|happen|occur|lead)\b)/i },
  { kind: 'harm', words: /\bhow (?:common|frequent|rare) (?:is|are)\b.+\b(?:after|with|from|during|on|of)\b|\bside[- ]effects?\b|\badverse\b|\bharm(?:s|ful|less)?\b|\b(?:un)?safe(?:ty|r|ly)?\b|\bcomplications?\b|\bdanger(?:s|ous)?\b|\b(?:non)?toxic\w*|\bhazard\w*|\bdownsides?\b|\bdrawbacks?\b|\btolerab\w+|\b(?:does|do|can|could|may|did|will)(?:n?['’]?t| not)? .{2,80} (?:cause|trigger|worsen|damage|lead to|(?:increase|raise|double) (?:the |my |your )?(?:risks?|chances?|rates?))\b|\bhow often (?:does|do) .{3,60} (?:cause|lead to|happen|occur)\b|\brisks? (?:from|with|when|after) (?:taking|using|having)\b|\b(?:linked|associated) (?:to|with) (?:an? )?(?:higher|increased|greater|raised)\b|\b(?:increas|rais|worsen)\w* (?:the |my )?(?:\w+ )?(?:bleed\w*|fractures?|infections?|falls|deaths?|mortality|strokes?|heart attacks?|cancers?|dementia|pain|weight gain)\b|\bwarnings?\b|\bblack box\b/i },
  { kind: 'screening', words: /\bscreen(?:ing|ed|s)?\b(?! tool)|\bmammogra\w+|\bPSA\b|\bcheck[- ]?ups?\b/i },
  { kind: 'diagnosis', words: /\bdiagnos(?:e|es|is of|tic|tics|ing)\b(?! (?:and treatment|with))|\bhow (?:is|are|do|can|to) .{2,60}\bdiagnosed?\b|\bsensitivity\b|\bspecificity\b|\b(?:in)?accura(?:cy|te|tely)\b|\b(?:which|what|best|blood|lab|imaging|reliable|any) tests?\b|\btests? (?:for|to|that)\b|\b(?:imaging|MRI|CT|scans?|x-?rays?|ultrasound) (?:for|to (?:find|detect|confirm|rule))\b|\bdetect(?:ing|ion)?\b|\brul(?:e|ed|ing) (?:in|out)\b|\bpredictive value\b|\blikelihood ratios?\b|\bdifferentiat\w+ between\b/i },
  { kind: 'prognosis', words: /\bprognos\w+|\bnatural (?:history|course)\b|\bhow (?:long|soon|quickly|fast) (?:does|do|will|is|are|until|before)\b|\bwhat happens (?:if|without|to|when)\b|\b(?:un|not |never |left un)treated\b|\boutlook\b|\b(?:long[- ]term|clinical) course\b|\blikely to (?:recover|recur|come back|return|progress|die)\b|\b(?:chances?|likelihood|odds|probability) (?:of|that)\b|\blife expectancy\b|\bsurvival\b|\b(?:go|goes|going) away\b|\bget better (?:by itself|on (?:its|their) own)\b|\bcome back\b|\bprogress(?:es|ion)? to\b|\brecurrence rate\b/i },
  { kind: 'comparison', words: /\bvs\.?(?!\w)|\bversus\b|\bcompar(?:e|es|ed|ing|ison)\b|\b(?:better|worse|safer|superior|inferior|preferable|preferred|(?:more|less) \w+|cheaper|faster|stronger) (?:than|to|over)\b|\brather than\b|\binstead of\b|\bdifferences? between\b|\bas (?:good|effective|safe|well) as\b|\bnon-?inferior\w*|\bequivalent to\b|\boutperform\w*|\bwhich (?:is|are|works|drug|treatment|one|of)\b.*\bor\b|\bor\b[^?]*\bbetter\b|\bbetter\b[^?]*\bor\b|\balternatives? to\b/i },
  { kind: 'indication', words: /\b(?:contra|un)?indicat\w+|\bmedical(?:ly)? (?:un)?necess\w+|\b(?:un)?necessary\b|\bneed(?:ed|s)?\b|\bshould(?:n['’]?t)?\b|\brecommend\w*|\b(?:in)?appropriate\w*|\bcandidates?\b|\bwho (?:should|needs|qualifies|benefits)\b|\bwhen (?:is|are|to|should)\b|\b(?:un)?justified\b|\b(?:un)?warranted\b|\bworth(?:while|less|)\b|\broles? (?:of|for)\b|\bplace of\b|\bguid(?:elines?|ance)\b|\boffered\b|\b(?:over|under)used\b|\bfirst[- ]line\b|\bstandard of care\b|\bgood idea\b/i },
  { kind: 'therapy', words: /\b(?:does|do|can|will|is|are|did|has|have|could|would)(?:n['’]?t)?\b.*\b(?:works?|helps?|reduces?|lowers?|improves?|prevents?|(?:in)?effective(?:ly)?|(?:in)?efficacious|benefit\w*|beneficial|shortens?|relieves?|cures?|slows?|protects?|increases?|decreases?|raises?|saves?|heals?|eases?|treats?|use(?:ful|less)|(?:un)?helpful|fails?|makes? (?:a|any) difference|affects?|change|do anything|(?:prevented|reduced|lowered|improved|relieved|slowed|shortened|cured) (?:by|with))\b|\beffect(?:s|iveness)?\b|\befficacy\b|\bhow (?:well|effective|good|much (?:does|do|did|will|weight))\b|\bbenefits? of\b/i },
]

/** Negative words whose kind is that of their positive twin and that no cue above holds. */
const FUTILE = /\b(?:pointless|futile|unproven|no use|waste of time|no better than (?:nothing|doing nothing))\b/i

/**
 * The kind of question (docs/methods/wording.md), and whether its words asked for one at all (false: a bare topic). A
 * treatment set against placebo or nothing is a question about its effect.
 */
export function detectKind(text: string, context: KindContext): { readonly kind: QuestionKind; readonly asked: boolean } {
  const asked = /\?\s*$/.test(text.trim()) || /^\s*(?:is|are|isn|aren|does|do|did|can|could|would|should|will|what|when|who|which|how|why|in whom)\b/i.test(text)
  const cued = cuedKind(text, context)
  return cued === null ? { kind: context.comparator ? 'comparison' : ofTest(context.test) ?? 'indication', asked } : { kind: cued, asked: true }
}

function cuedKind(text: string, { treatment, comparator, test }: KindContext): QuestionKind | null {
  const weighed = WEIGHED.test(text)
  const plain = text.replace(LESS_RISK, ' reduces ').replace(/\bdiagnosed with\b|\bafter (?:a |the )?diagnosis\b/gi, ' ')
  const both = SAFE_AND_EFFECTIVE.test(plain)
  for (const { kind, words } of CUES) {
    if (!words.test(plain)) continue
    if (kind === 'harm' && (weighed || both)) continue
    if (kind === 'therapy' && weighed) return ofTest(test) ?? 'indication'
    if (kind === 'harm' && !treatment && /\bhow (?:common|frequent|rare)\b/i.test(plain)) return 'prognosis'
    if (kind === 'dose' && /\bhow often\b/i.test(plain) && CUE_SCREENING.test(plain)) return 'screening'
    if (kind === 'prognosis' && treatment && !PROGNOSIS_PROPER.test(plain)) continue
    if (kind === 'comparison' && !comparator && AGAINST_NOTHING.test(plain)) return 'therapy'
    if (kind === 'indication' && comparator) return 'comparison'
    if ((kind === 'indication' || kind === 'therapy') && !comparator) return ofTest(test) ?? kind
    return kind
  }
  if (weighed) return ofTest(test) ?? 'indication'
  if (/\brisks? of\b/i.test(plain)) return treatment ? 'harm' : 'prognosis'
  return FUTILE.test(plain) ? 'therapy' : null
}

function ofTest(test: KindContext['test']): QuestionKind | null {
  if (test === 'none') return null
  return test === 'screening' ? 'screening' : 'diagnosis'
}

const CUE_SCREENING = /\bscreen\w*|\bmammogra\w+|\bPSA\b|\bcolonoscop\w+/i
const AGAINST_NOTHING = /\b(?:placebo|sham|nothing|no treatment|usual care|doing nothing|watchful waiting)\b/i
/** A course without the treatment: what stays prognosis though a treatment is named. */
const PROGNOSIS_PROPER = /\bprognos\w+|\bnatural (?:history|course)\b|\bwhat happens (?:if|without)\b|\buntreated\b|\bwithout treatment\b|\boutlook\b|\blife expectancy\b|\brisk of recurrence\b/i
