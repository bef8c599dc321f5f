import type { Direction } from '../../../core/model/index.ts'

/** What a sentence says that a body advises, and how strongly it says so. */
export type StatedAdvice = { readonly direction: Direction; readonly strength: 'strong' | 'conditional' | null }

const SILENT = /\b(?:is|are|was|were|remains?|stays?|fell) silent|\bsays? nothing|\b(?:do(?:es)?|did) not (?:mention|address|cover|discuss|speak|take a position|comment)|\bmakes? no (?:mention|recommendation (?:on|about|for or against))|\bno (?:position|mention) (?:on|of)|\bpredates?\b|\boutside (?:its|the|their) scope/i
const INSUFFICIENT = /\binsufficient(?:ly)?\b|\bI statement\b|\bgrade I\b|\bnot enough evidence|\bcould not (?:recommend|make a recommendation)|\bneither for nor against|\bno (?:recommendation|conclusion) (?:could|can)|\bcannot (?:recommend|determine)|\bevidence is (?:lacking|too (?:limited|weak))/i
const AGAINST = /\b(?:turn(?:s|ed)|vot(?:es|ed)|sp(?:eaks|oke) out) (?:[\w-]+ ){0,6}(?:down|against)\b|\b(?:wants?|asks? for|says) no\b|\bno (?:[\w-]+ ){1,3}(?:given|offered|prescribed)\b|\bno (?:[\w-]+ ){1,4}?(?:should|ought to|is to|are to) be (?:offered|used|given|prescribed|started)|\b(?:is|are|was|were|stands?|remains?|comes? out|came out|advises?|decides?|decided)(?: \w+ly)? against\b|\bsuggest\w* (?:avoiding|stopping|withholding)|\b(?:recommend\w*|advis\w+|suggest\w*|counsel\w*|recommendation|position|stance|came (?:out|down)|comes (?:out|down)|decided|argues?)\b[^.;]{0,30}?\bagainst\b|\b(?:do(?:es)?|did) not (?:recommend|advise|endorse|support|favou?r|offer)|\b(?:is|are|was|were) not (?:recommended|advised|indicated|supported|endorsed|offered|appropriate)|\bshould not\b|\bought not\b|\bnot to (?:\w+ly )?(?:offer|use|give|start|prescribe)|\b(?:discourag|oppos|reject|warn)\w*|\b(?:suggest|recommend|advis)\w* not\b|(?<!\b(?:when|if|where|whom|who|unless|because|while)\b[^.;]{0,60})\b(?:is|are|was|were|be|as) (?:\w+ )?contraindicated|\bdo not (?:offer|use|start|give|routinely)|\bnot be (?:offered|used|given|started|performed|prescribed)|\badvice against|\bclass III?I\b|\bgrade D\b|\bexperimental|\binvestigational|\bunproven|\bnot medically necessary|\bnot (?:covered(?! by (?:the|this|that|its|their) (?:[\w-]+ )?(?:advice|guidance|guideline|recommendation|statement))|necessary)|\b(?:do(?:es)?|will) not cover\b|\bexclud\w+ (?:it )?from coverage/i
const NEITHER = /\bdecide for (?:him|her|them|one)sel(?:f|ves)|\b(?:personal|own) (?:choice|decision)|\bup to (?:the|each) (?:patient|person|woman|man|individual)|\bindividual(?:ised|ized)? (?:decision|choice)|\bshared (?:decision|clinical decision)|\bleave\w* (?:it|the (?:decision|choice))|\bcase[- ]by[- ]case/i
const FOR = /\b(?:gives?|gave|rates?|rated|grades?|graded) [^.;]{0,40}\b(?:1A|1B|2A|2B|class|grade)\b|\brecommendations? (?:[\w-]+ ){0,4}?(?:for|to|in favou?r|that)\b|\b(?:strong|weak|conditional|firm) (?:recommendation|suggestion)\b|\b(?:first|good|best|right)[- ]choice\b|\bof choice\b|\b(?:start|give|offer|use|begin)\b(?= an? | it )|\b(?:recommend(?:s|ed|ing)?|advis(?:e|es|ed|ing)|in favou?r of|endors\w+|support\w*|suggest\w*|favou?r\w*|back(?:s|ed)|advocat\w+|offer\w*|indicat(?:ed|es)|approv\w+|call\w* for|cover(?:s|ed)?(?! by (?:the|this|that|its|their) (?:[\w-]+ )?(?:advice|guidance|guideline|recommendation|statement))|consider\w*|propos\w+|prefer\w*|urg(?:e|es|ed)|encourag(?:e|es|ed))\b|\bshould (?:be|receive|have|get|take|use|start|offer)|\bmay be (?:offered|used|considered|given)|\bcan be (?:offered|used|considered|useful)|\breasonable\b|\bmedically necessary\b|\bclass (?:I|1|IIa|2a|IIb|2b)\b|\bgrade [ABC]\b/i
const STRONG = /\bwithout (?:reservation|hesitation|qualification)\b|\bwants (?:every|all|each)\b|\b(?:have|has) to be (?:offered|given|screened|treated)\b|\bstrong(?:ly|est)?\b(?! against any)|\bclass (?:I|1|III|3)\b(?![abI])|\bgrade [AD1]\b|\bmust\b|\bfirmly\b|\burg(?:e|es|ed)\b|\binsist\w*|\bunequivocal\w*|\blevel A grade|\b(?:grade |the same )?1[AB]\b|\bhighest (?:grade|strength|class)|\bfirst[- ]line standard/i
const WEAK = /\bweak(?:ly)?\b|\bconditional(?:ly)?\b|\bsuggest\w*|\bmay be\b|\bcan be\b|\bconsider\w*|\breasonable\b|\bclass (?:IIa|IIb|2a|2b|II)\b|\bgrade C\b|\bgrade 2\b|\blean\w*|\boptional\b|\bselectively\b|\bindividual/i

/** What a sentence says that somebody advises; null where it says nothing of the kind. */
export function readAdvice(text: string): StatedAdvice | null {
  const direction = SILENT.test(text) ? 'silent' : AGAINST.test(text) ? 'against' : INSUFFICIENT.test(text) ? 'insufficient-evidence' : NEITHER.test(text) ? 'neither' : FOR.test(text) ? 'for' : null
  if (direction === null) return null
  return { direction, strength: STRONG.test(text) ? 'strong' : WEAK.test(text) ? 'conditional' : null }
}

/** Whether a sentence tells advice of two kinds, for one thing and against another, or strong and weak: each part is judged apart. */
export function isMixedAdvice(text: string): boolean {
  const parts = text.split(/[;,]|\b(?:and|but)\b/).map(readAdvice).filter((advice) => advice !== null)
  const directions = new Set(parts.map(({ direction }) => direction).filter((direction) => direction === 'for' || direction === 'against'))
  const strengths = new Set(parts.map(({ strength }) => strength).filter((strength) => strength !== null))
  return directions.size > 1 || strengths.size > 1
}
