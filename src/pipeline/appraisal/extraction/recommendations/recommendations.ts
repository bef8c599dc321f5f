import type { Recommendation, Section, SourceKind } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import { splitSentences } from '../../sentences/index.ts'
import type { DocumentView } from '../document-view.ts'
import type { StudyDesign } from '../types.ts'
import { statedCertainty } from './gradings.ts'
import { OPENS_AS_ADVICE, statedPosition } from './stated-position.ts'

/** Documents whose advice is their own. The conclusions of a trial are no recommendation of a body. */
const ADVISING: readonly SourceKind[] = ['guideline', 'policy']
const SKIPPED_SECTION = /\b(?:reference|funding|conflict|competing|disclosure|acknowledge|search (?:strategy|methods?)|methods?|abbreviation|author|grading|levels? of evidence|strength of recommendation|rationale)\b/i
/** The sentence must be addressed: a body or "we" that recommends, an imperative, a "should", a class or grade. */
const ADVICE = /\b(?:we|panel|committee|guideline|society|academy|college|task force|group|USPSTF|NICE|WHO|ACIP|authors?|board)\b[^.;]{0,60}\b(?:recommend|suggest|advise|conclude)|\b(?:is|are|be) (?:not )?(?:\w+ly )?(?:recommended|suggested|advised|indicated|contraindicated|reasonable)\b|\bshould\b|\bmust\b|\bmay be (?:considered|reasonable|offered|used)\b|\bcan be (?:useful|considered|beneficial|offered)\b|\b(?:is|are) potentially harmful\b|\bcan be used\b|^\W*[ABCD] [-–—] |\bGR ?= ?[ABCD]\b|[([][12][ABCD][)\]]|\b[12]\|[+⊕]|\brecommendations?\b[^.;]{0,20}[:(]|\b[Cc]lass (?:I|II|III|1|2|3)[ab]?\b|\b[Gg]rade:? ?(?:[ABCDI]|[12][ABCD])\b|\binsufficient evidence|\bevidence is insufficient/i
/** How recommendations are made, earlier ones, and advice to researchers. */
const NO_ADVICE = /\b(?:recommendations? (?:were|was|are|is) (?:developed|made|graded|based|formulated|rated|classified)|previous(?:ly)? recommend|(?:future|further|more) (?:\w+ )?(?:research|studies|trials)|should be (?:interpreted|noted|cited|addressed to)|this guideline (?:should|is intended)|reaffirm|et al\b|strong recommendations? (?:mean|indicate|imply)|definitions? (?:of|for)|(?:potential|risks?|possibility|likelihood) [^.;]{0,80}should be (?:\w+ly )?(?:considered|weighed)|should follow relevant (?:professional )?guidance)/i
/** Works cited in brackets are not the body's words: "(Roberts et al., 1991)". */
const CITATION = /\([^()]*\b(?:et al\b|(?:19|20)\d{2}\b)[^()]*\)/gu
const LEAST_WORDS = 4

/** Recommendations of a guideline or policy, one a sentence, with the letter verbatim and its meaning in our words. */
export function recommendationsOf(vocabulary: Vocabulary, view: DocumentView, design: StudyDesign): Recommendation[] {
  const { source, text } = view
  const mayAdvise = ADVISING.includes(source.kind) || design === 'guideline' || design === 'policy' || (design === 'other' && source.textKind === 'fulltext' && source.kind === 'other' && source.pmid === null)
  if (!mayAdvise) return []
  const isUspstf = /\bUSPSTF\b|Preventive Services Task Force/.test(text)
  const found: Recommendation[] = []
  let titlePopulation: string | null = null
  for (const section of source.sections) {
    if (section.kind === 'title') titlePopulation = populationIn(text.slice(section.start, section.end))
    if (section.kind === 'title' || SKIPPED_SECTION.test(section.title)) continue
    for (const range of rangesOf(text, section)) {
      const words = text.slice(range.start, range.end)
      const own = words.replace(CITATION, '')
      if (own.split(' ').length < LEAST_WORDS || !(ADVICE.test(own) || OPENS_AS_ADVICE.test(own)) || NO_ADVICE.test(own)) continue
      const position = statedPosition(words, isUspstf)
      if (position === null) continue
      const mentions = vocabulary.recognise(words)
      const interventions = [...new Set(mentions.filter(({ kind }) => kind === 'intervention').map(({ conceptId }) => conceptId))]
      found.push({
        id: `${source.id}:recommendation-${range.start}-${range.end}`, ...position, certainty: statedCertainty(words),
        population: populationIn(words) ?? titlePopulation ?? '', intervention: interventionWords(words, mentions.find(({ kind }) => kind === 'intervention')?.text ?? ''),
        interventions, comparators: [], conditions: [...new Set(mentions.filter(({ kind }) => kind === 'condition').map(({ conceptId }) => conceptId))],
        criteria: null, carveOut: false, target: null, silence: null, relayedFor: null, text: words, span: range,
      })
    }
  }
  return found
}

/** Sentences, each with a bracketed grade that follows it ("… daily. (Grade 1B)", "… daily. Strong recommendation, low certainty."). */
function rangesOf(text: string, section: Section): { readonly start: number; readonly end: number }[] {
  const ranges = splitSentences(text, section)
  const joined: { start: number; end: number }[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    const words = text.slice(range.start, range.end)
    const isGrade = words.length < 120 && /^[[(]?(?:strong|conditional|weak|discretionary|strength|consensus|expert|grade|class|level|LOE|COR|evidence|certainty|quality|recommendation|[12][ABCD]\b|[12]\s?\||LE ?=|GR ?=|[ABCDI] (?:recommendation|statement))/i.test(words) && !/\b(?:should|recommends?|suggests?|we|is|are)\b/i.test(words)
    if (last !== undefined && isGrade && range.start - last.end <= 2) last.end = range.end
    else joined.push({ start: range.start, end: range.end })
  }
  return joined
}

const PEOPLE = /\b(?:in|for|among|of|to)\s+((?:the\s+)?(?:(?!(?:in|for|of|with|to|among)\b)\p{L}[\p{L}-]*\s+){0,5}?(?:adults?|patients|people|persons|women|men|children|adolescents|infants|individuals|individual|pregnan\w+)\b[^.,;:()]{0,110})/iu
const SUBJECT = /^(?:\W*\d[\d.]*\W*)?((?:\p{L}[\p{L}-]*\s+){0,4}?(?:adults?|patients|people|persons|women|men|children|adolescents|infants)\b[^.,;:()]{0,80}?)\s+(?:should|must|may|can)\b/iu

/** Whom a sentence speaks of, in its own words. */
function populationIn(words: string): string | null {
  return (SUBJECT.exec(words)?.[1] ?? PEOPLE.exec(words)?.[1])?.trim() ?? null
}

const OBJECT = /\b(?:recommends?|suggests?|advises?|offer|consider|use|give|prescribe|start|avoid|against|perform|screening)\s+(?:strongly\s+)?(?:against\s+|not\s+|that\s+|the\s+(?:routine\s+)?use\s+of\s+|the\s+use\s+of\s+|using\s+|offering\s+|routine\s+)*([^.,;:()]{3,90}?)(?=\s+(?:in|for|among|to|with|over|rather than|compared|as|at|when|if|should|is|are)\b|[.,;:()]|$)/iu
const PASSIVE_SUBJECT = /^(?:\W*\d[\d.]*\W*)?([^.,;:()]{3,90}?)\s+(?:should|is|are|may|can|must)\s+(?:not\s+)?(?:be\s+)?(?:\w+ly\s+)?(?:recommended|offered|given|used|considered|indicated|performed|prescribed|reasonable|suggested|useful|avoided|contraindicated)\b/iu

/** What is advised: the object of the advice or its passive subject; else the first intervention known. */
function interventionWords(words: string, known: string): string {
  return (PASSIVE_SUBJECT.exec(words)?.[1] ?? OBJECT.exec(words)?.[1] ?? known).trim()
}
