import type { Direction, Strength } from '../../../../core/model/index.ts'
import { GRADINGS } from './gradings.ts'

export type StatedPosition = { readonly direction: Direction; readonly strength: Strength; readonly letter: string | null }

/** A number, letter or bullet before the words: "1.2.3", "A - ", "Recommendation 2:". */
const LEAD = String.raw`^(?:\W*(?:\d[\d.]*|[ABCD]\b|(?:[Rr]ecommendation|[Gg]uidance [Ss]tatement|[Ss]tatement) ?[\d.]*)\W+|\W+)?`
/** Verbs that open a direct instruction; "consider" is the weaker one (NICE, Developing guidelines: the manual, wording of recommendations). */
const INSTRUCTION = String.raw`(?:offer|use|give|screen|prescribe|start|encourage|advise|refer|provide|discuss|assess|ensure|measure|treat|monitor|ask|check|explain|inform|involve|review|reassess|test|continue|carry out|arrange|perform|repeat|reduce|increase|maintain|counsel|administer|recommend)`
/** Whether a sentence opens as a direct instruction, for or against. */
export const OPENS_AS_ADVICE = new RegExp(String.raw`${LEAD}(?:(?:do not|consider|avoid|stop)\b|${INSTRUCTION}\s)`, 'i')
const OPENS_STRONG = new RegExp(String.raw`${LEAD}(?:do not|avoid|stop|${INSTRUCTION})\s`, 'i')
const OPENS_FOR = new RegExp(String.raw`${LEAD}(?:consider|${INSTRUCTION})\s`, 'i')
const OPENS_AGAINST = new RegExp(String.raw`${LEAD}(?:do not|avoid|stop)\s`, 'i')

const INSUFFICIENT = /\b(?:insufficient|inadequate|lack of|not enough) (?:\w+ ){0,3}evidence\b|\bevidence (?:is|was|remains) (?:insufficient|lacking|inadequate)\b|\bunable to (?:make a recommendation|recommend)|\bno recommendation (?:can|could|is)|\bcannot (?:make a recommendation|recommend for or against)|\bonly in (?:a )?research|\bspecial arrangements\b|\bnot possible to (?:make|recommend)/i
const NEITHER = /\b(?:individuali[sz]ed? (?:decision|decision-making)|shared decision[- ]making|decision (?:should|to) (?:\w+ ){0,6}be an individual one|neither (?:for nor against|recommend)|either .{3,60} or .{3,60} (?:can|may) be used|for or against)\b/i
const AGAINST = /\b(?:recommend|recommends|recommended|suggest|suggests|suggested|advise|advises|advised)s? (?:strongly )?(?:against|not|avoiding|that .{0,60}\bnot)\b|\b(?:do|does|did) not (?:routinely )?(?:recommend|suggest|offer|use|give|prescribe|perform|start|screen|consider|advise)\b|\b(?:is|are) not (?:routinely )?(?:recommended|indicated|advised|suggested)\b|\bshould (?:not|never)\b|\bmust not\b|\bnot be (?:offered|used|given|prescribed|performed|considered|recommended)\b|\b(?:is|are) (?:contraindicated|potentially harmful)\b|\brecommendation against\b|\bagainst (?:the )?(?:routine )?(?:use|using|screening|offering)\b/i
const FOR = /\b(?:recommend|recommends|recommended|suggest|suggests|suggested|advise|advises|advised)\b|\bshould (?:be )?(?:\w+ly )?(?:offered|given|used|considered|performed|prescribed|treated|screened|receive|undergo|start|started|have|be|consider|offer|use|include|assess|encourage|measure|monitor)\b|\bmust (?:be|receive|have|undergo)\b|\bmay be (?:considered|offered|used|reasonable)\b|\b(?:is|are) (?:reasonable|indicated|beneficial|useful|appropriate|recommended)\b|\bcan be (?:useful|beneficial|effective|considered|offered|used)\b/i

/** Words that make a recommendation strong or conditional where its body prints no letter (GRADE wording; NICE, Developing guidelines: the manual; ACC/AHA phrases). */
const STRONG = /\bstrong(?:ly)? (?:recommend|recommendation|for|against|in favou?r)|\bwe recommend\b|\b(?:guideline|panel|committee|task force|society|group|academy|college|USPSTF|ACP|AAFP|WHO) (?:strongly )?recommends\b|\bmust\b|\bshould (?!be considered|consider)|\b(?:is|are) (?:not )?(?:recommended|indicated)\b|\b(?:is|are) (?:contraindicated|potentially harmful)\b/i
const CONDITIONAL = /\b(?:conditional(?:ly)?|weak(?:ly)?|discretionary|qualified)\b|\b(?:we |panel |guideline )?suggests?\b|\bconsider(?:ed|ing)?\b|\bmay\b|\bmight\b|\breasonable\b|\bselectively\b|\bcould be\b|\bcan be\b/i

/** USPSTF: A, B and D are strong, C is conditional, D is against (grade definitions after July 2012). */
const USPSTF: Readonly<Record<string, { readonly strength: Strength; readonly direction: Direction | null }>> = {
  A: { strength: 'strong', direction: 'for' }, B: { strength: 'strong', direction: 'for' }, C: { strength: 'conditional', direction: null }, D: { strength: 'strong', direction: 'against' },
}
/** SIGN 50 and Oxford letters: A and B on trials or consistent studies, C and D on weaker ones. */
const LETTERS: Readonly<Record<string, Strength>> = { A: 'strong', B: 'strong', C: 'conditional', D: 'conditional' }

const GRADES_ADVICE: readonly string[] = ['ACC/AHA', 'GRADE', 'letters', 'SIGN', 'consensus']

/** What a sentence advises, how strongly, and the body's own letter verbatim; null when it advises nothing. */
export function statedPosition(text: string, isUspstf: boolean): StatedPosition | null {
  const worded = directionOf(text)
  const graded = GRADINGS.map((grading) => ({ grading, match: grading.pattern.exec(text) })).filter(({ match }) => match !== null)
  const [first] = graded
  // What a body grades as its recommendation is one, whatever its verb; a level of evidence alone grades no advice.
  const direction = first?.grading.direction ?? worded ?? (first !== undefined && GRADES_ADVICE.includes(first.grading.system) ? 'for' : null)
  if (direction === null) return null
  const letter = letterOf(text, graded.flatMap(({ match }) => (match === null ? [] : [{ start: match.index, end: match.index + match[0].length }])))
  if (first === undefined) return { direction, strength: wordedStrength(text), letter }
  const capital = first.grading.system === 'letters' ? /[ABCD](?=\]?(?: [-–—])?\s?$)/.exec(first.match?.[0] ?? '')?.[0] : undefined
  if (capital !== undefined) {
    const own = isUspstf ? USPSTF[capital] : undefined
    return { direction: own?.direction ?? direction, strength: own?.strength ?? LETTERS[capital] ?? 'ungraded', letter }
  }
  return { direction, strength: first.grading.strength ?? wordedStrength(text), letter }
}

function directionOf(text: string): Direction | null {
  if (INSUFFICIENT.test(text)) return 'insufficient-evidence'
  if (AGAINST.test(text) || OPENS_AGAINST.test(text)) return 'against'
  if (NEITHER.test(text)) return 'neither'
  return FOR.test(text) || OPENS_FOR.test(text) ? 'for' : null
}

function wordedStrength(text: string): Strength {
  if (INSUFFICIENT.test(text)) return 'ungraded'
  // An individual decision counts as conditional, whatever its verb (docs/methods/guidelines.md).
  if (NEITHER.test(text) && !AGAINST.test(text)) return 'conditional'
  if (CONDITIONAL.test(text) && !/\bstrong(?:ly)?\b/i.test(text)) return 'conditional'
  return STRONG.test(text) || OPENS_STRONG.test(text) ? 'strong' : 'ungraded'
}

/** The words from the first to the last grading when they stand together ("Class IIa, level B"), else the first. */
function letterOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string | null {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const [first] = sorted
  if (first === undefined) return null
  const level = /[,;( ]{1,3}(?:LOE|[Ll]evel(?: of [Ee]vidence)?)[ :-]*[A-C1-5][-\w+]*/.exec(text.slice(first.end))
  const end = level !== null && level.index === 0 ? first.end + level[0].length : sorted.reduce((until, span) => (span.start - until <= 3 ? Math.max(until, span.end) : until), first.end)
  return text.slice(first.start, end)
}
