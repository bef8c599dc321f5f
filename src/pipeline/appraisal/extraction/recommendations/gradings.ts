import type { Certainty, Direction, Strength } from '../../../../core/model/index.ts'

/** What a body's own letter, class or phrase means in our words; parts it does not speak of are null. */
export type Grading = { readonly system: string; readonly pattern: RegExp; readonly strength: Strength | null; readonly certainty: Certainty | null; readonly direction: Direction | null }

const LEVEL: Readonly<Record<string, Certainty>> = { A: 'high', B: 'moderate', C: 'low', D: 'very-low' }

/** "1A" … "2D" (GRADE as UpToDate, CHEST and KDIGO write it): 1 strong, 2 weak; A high to D very low. */
const numbered: readonly Grading[] = (['1', '2'] as const).flatMap((number) => Object.entries(LEVEL).map(([letter, certainty]): Grading => ({
  system: 'GRADE', pattern: new RegExp(String.raw`\b(?:[Gg]rade |[Ll]evel |GRADE )?${number}${letter}\b(?!\w)`), strength: number === '1' ? 'strong' : 'conditional', certainty, direction: null,
})))

/** "(1|++OO)": the Endocrine Society's GRADE notation (Swiglo 2008), a number for the strength and a sign for each level of certainty. */
const barred: readonly Grading[] = (['1', '2'] as const).map((number): Grading => ({ system: 'GRADE', pattern: new RegExp(String.raw`\b${number}\s?\|\s?[+⊕]{1,4}[O○◯0]{0,3}`), strength: number === '1' ? 'strong' : 'conditional', certainty: null, direction: null }))
const SIGNS = /(?:\b[12]\s?\|\s?)(?<signs>[+⊕]{1,4})/u

/**
 * Gradings by their published wording. Sources: GRADE (Guyatt 2008, BMJ 336:924); ACC/AHA classes and levels (2015/2019
 * methodology; class III is always against, "no benefit" and "harm" apart in the letter kept); USPSTF grades (2012);
 * SIGN 50 (2011 letters; 2014 "strong"/"conditional"); Oxford CEBM levels and grades (2009). What each strength counts
 * as: docs/methods/guidelines.md.
 */
export const GRADINGS: readonly Grading[] = [
  { system: 'ACC/AHA', pattern: /\b(?:[Cc]lass(?: of recommendation)?|COR)[ :-]*(?:III|3)\b(?:[:,( -]*(?:no benefit|harm))?/i, strength: 'strong', certainty: null, direction: 'against' },
  { system: 'ACC/AHA', pattern: /\b(?:[Cc]lass(?: of recommendation)?|COR)[ :-]*(?:II|2)a\b/i, strength: 'conditional', certainty: null, direction: null },
  { system: 'ACC/AHA', pattern: /\b(?:[Cc]lass(?: of recommendation)?|COR)[ :-]*(?:II|2)b\b/i, strength: 'conditional', certainty: null, direction: null },
  { system: 'ACC/AHA', pattern: /\b(?:[Cc]lass(?: of recommendation)?|COR)[ :-]*(?:I|1)\b(?![IVab\d])/i, strength: 'strong', certainty: null, direction: null },
  { system: 'USPSTF', pattern: /\bI[- ]statement\b|\b[Gg]rade:? I\b(?!\w)|\(I statement\)/, strength: 'ungraded', certainty: null, direction: 'insufficient-evidence' },
  ...numbered,
  ...barred,
  { system: 'GRADE', pattern: /\b[Ss]trength of (?:the )?recommendation:? ?strong\b|[([](?:[Gg]rade:? )?strong[,;] ?(?:very[- ]low|low|moderate|high)\b/i, strength: 'strong', certainty: null, direction: null },
  { system: 'GRADE', pattern: /\b[Ss]trength of (?:the )?recommendation:? ?(?:conditional|weak)\b|[([](?:[Gg]rade:? )?(?:conditional|weak)[,;] ?(?:very[- ]low|low|moderate|high)\b/i, strength: 'conditional', certainty: null, direction: null },
  { system: 'GRADE', pattern: /\b(?:strong|conditional|weak|discretionary|qualified)(?:ly)? (?:recommendation|recommended|for|against)\b/i, strength: null, certainty: null, direction: null },
  { system: 'SIGN', pattern: /\b[Gg]ood practice points?\b|\bGPP\b|✓/, strength: 'consensus', certainty: null, direction: null },
  { system: 'consensus', pattern: /\b(?:expert |panel )?consensus(?:[- ]based)?(?: recommendation| statement| opinion)?\b|\bexpert opinion\b|\bungraded\b|\bbest practice statement\b|\b[Gg]rade CB\b/i, strength: 'consensus', certainty: null, direction: null },
  { system: 'letters', pattern: /^\W*[ABCD] [-–—] |\bGR ?[=:] ?[ABCD]\b|\b(?:[Gg]rade(?: of recommendation)?|[Rr]ecommendation(?: grade)?|[Rr]ating):? ?\[?[ABCD]\]?(?![\w+])/, strength: null, certainty: null, direction: null },
  { system: 'Oxford', pattern: /\b(?:[Ll]evel(?: of evidence)?|LoE|LOE|LE)(?::| ?=)? ?(?:[1-5][abc]?[-+]{0,2}|I{1,3}V?|IV|V)(?![\w.])/, strength: null, certainty: null, direction: null },
]

/** ACC/AHA levels of evidence: A high, B-R and B-NR moderate and low, C low or opinion. */
const ACC_LEVEL = /\b(?:LOE|[Ll]evel(?: of [Ee]vidence)?)[ :-]*(?<level>A|B(?:-N?R)?|C(?:-(?:LD|EO))?)(?![\w-])/
const ACC_CERTAINTY: Readonly<Record<string, Certainty>> = { A: 'high', B: 'moderate', 'B-R': 'moderate', 'B-NR': 'low', C: 'low', 'C-LD': 'low', 'C-EO': 'very-low' }
/** Oxford CEBM 2009 and SIGN levels of evidence: 1 from randomized trials and their reviews, 2 cohorts, 3 case-control or series, 4 and 5 opinion. */
const NUMBER_LEVEL = /\b(?:LOE|LoE|LE|[Ll]evel(?: of [Ee]vidence)?)[ :=-]*(?<level>[1-5]|I{1,3}|IV|V)(?=[abc+-]*(?![\w.]))/
const NUMBER_CERTAINTY: Readonly<Record<string, Certainty>> = { 1: 'high', 2: 'low', 3: 'very-low', 4: 'very-low', 5: 'very-low', I: 'high', II: 'low', III: 'very-low', IV: 'very-low', V: 'very-low' }
const CERTAINTY_WORDS = /\b(?<words>very[- ]low|low|moderate|high)[- ](?:quality|certainty|confidence|strength)\b|\b(?:quality|certainty|confidence|strength) of (?:the )?evidence(?: (?:is|was|:))?:?\s(?<after>very[- ]low|low|moderate|high)\b|\b(?:quality|certainty)[:=]\s(?<colon>very[- ]low|low|moderate|high)\b|[⊕]{1,4}[◯○O]{0,3}/iu

/** Certainty of the evidence as the sentence states it; a body's levels count only where it names them so. */
export function statedCertainty(text: string): Certainty | null {
  const words = CERTAINTY_WORDS.exec(text)
  if (words !== null) {
    const named = words.groups?.['words'] ?? words.groups?.['after'] ?? words.groups?.['colon']
    if (named === undefined) return (['very-low', 'low', 'moderate', 'high'] as const)[(words[0].match(/⊕/gu)?.length ?? 1) - 1] ?? null
    return asCertainty(named)
  }
  const signs = SIGNS.exec(text)?.groups?.['signs']
  if (signs !== undefined) return (['very-low', 'low', 'moderate', 'high'] as const)[signs.length - 1] ?? null
  const pair = /[([](?:[Gg]rade:? )?(?:strong|weak|conditional)[,;] ?(?<level>very[- ]low|low|moderate|high)\b/i.exec(text)?.groups?.['level']
  if (pair !== undefined) return asCertainty(pair)
  const grade = /\b[12]([ABCD])\b/.exec(text)?.[1]
  if (grade !== undefined) return LEVEL[grade] ?? null
  const level = ACC_LEVEL.exec(text)?.groups?.['level']
  if (level !== undefined) return ACC_CERTAINTY[level] ?? null
  const number = NUMBER_LEVEL.exec(text)?.groups?.['level']
  return number === undefined ? null : NUMBER_CERTAINTY[number] ?? null
}

function asCertainty(words: string): Certainty {
  const spelled = words.toLowerCase().replace(' ', '-')
  return spelled === 'very-low' || spelled === 'low' || spelled === 'moderate' ? spelled : 'high'
}
