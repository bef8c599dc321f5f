import type { QuestionKind } from '../../core/model/index.ts'

/**
 * What the question asks for (METHODS section 6). The first kind whose words occur wins; the order puts the narrow
 * kinds first, because "is the dose of X indicated" is a question about dose. Negation leaves no trace.
 */
const CUES: readonly (readonly [QuestionKind, RegExp])[] = [
  ['cost', /\bcosts?\b|\bcost[- ]effective\w*|\bprices?\b|\bexpensive\b|\bcheap\w*|\bvalue for money\b|\bqalys?\b|\bafford\w*/i],
  ['dose', /\b(?:what|which|optimal|right|best|correct|usual|recommended|maximum|starting) (?:\w+ )?(?:dose|dosage|dosing)\b|\bhow (?:much|many mg|many milligrams|often)\b|\bdos(?:e|ing|age) of\b|\bhow (?:should|is) \w+(?: \w+)? dosed\b/i],
  ['harm', /\bside[- ]effects?\b|\badverse\b|\bharm(?:s|ful)?\b|\bsafe(?:ty|r|ly)?\b|\bcomplications?\b|\brisks? of (?!recurr|stroke|heart|death|dying|fracture$)|\bdangerous\b|\btoxic\w*|\bdoes .{3,60} (?:cause|increase the risk of|raise the risk of)\b|\bhow often does .{3,60} (?:cause|lead to)\b/i],
  ['prognosis', /\bprognosis\b|\bnatural (?:history|course)\b|\bhow long (?:does|do|will)\b|\bwhat happens (?:if|without|to)\b|\b(?:un|not )treated\b.*\b(?:course|happen|outlook)\b|\boutlook\b|\blong[- ]term course\b|\blikely to (?:recover|recur)\b/i],
  ['diagnosis', /\bdiagnos(?:e|is of|ed|tic|ing)\b|\bsensitivity\b|\bspecificity\b|\baccura(?:cy|te)\b|\btests? for\b|\bimaging for\b|\bMRI for\b|\bx-?rays? for\b|\bdetect(?:ing|ion)?\b/i],
  ['screening', /\bscreen(?:ing|ed|s)?\b|\bmammogra\w+|\bPSA\b|\bcheck[- ]?ups?\b/i],
  ['comparison', /\bvs\.?\b|\bversus\b|\bcompared? (?:with|to|against)\b|\b(?:better|worse|safer|superior|inferior|preferable|more effective|less effective|preferred) (?:than|to|over)\b|\brather than\b|\binstead of\b|\bdifferences? between\b|\bas (?:good|effective|safe) as\b|\bwhich (?:is|works|drug|treatment|one)\b.*\bor\b/i],
  ['indication', /\bindicat\w+|\bmedically necessary\b|\bmedical(?:ly)? necess\w+|\bshould\b|\brecommend\w*|\bappropriate\w*|\bcandidates?\b|\bcontraindicated\b|\bwho (?:should|needs|qualifies)\b|\bwhen (?:is|to|should)\b|\bjustified\b|\bwarranted\b|\bworthwhile\b|\bworth\b|\brole of\b|\bguidelines?\b/i],
  ['therapy', /\b(?:does|do|can|will|is|are|did)\b.*\b(?:work|help|reduce|lower|improve|prevent|effective|efficacious|benefit\w*|shorten|relieve|cure|slow|protect|increase|decrease|raise|save|heal|ease|treat|useful)\b|\beffect(?:s|iveness)?\b|\befficacy\b|\bhow (?:well|effective)\b/i],
]

/** The kind of question, and whether its words asked for one at all (false: a bare topic). */
export function detectKind(text: string): { readonly kind: QuestionKind; readonly asked: boolean } {
  for (const [kind, cue] of CUES) if (cue.test(text)) return { kind, asked: true }
  return { kind: 'indication', asked: /\?\s*$/.test(text.trim()) || /^\s*(?:is|are|does|do|can|should|what|when|who|which|how|why|in)\b/i.test(text) }
}
