import type { ConceptMention, Vocabulary } from '../../../core/terminology/index.ts'
import { STOP_WORDS } from '../../../core/text/index.ts'
import { readAdvice, type StatedAdvice } from './advice.ts'
import { cuesOf, type CueKind } from './cues.ts'
import { readQuantities, type Quantity } from './quantities.ts'
import { wordsOf, type Word } from './words.ts'

/** What one sentence says, part by part; every part with its place in the text. */
export type Meaning = {
  readonly text: string
  readonly words: readonly Word[]
  /** Words that carry content: no grammar, no numbers. */
  readonly content: readonly Word[]
  readonly quantities: readonly Quantity[]
  readonly mentions: readonly ConceptMention[]
  readonly bodies: readonly string[]
  /** Words by what they do, leaving out those inside a name ("low back pain", "reduced ejection fraction"). */
  readonly cues: Readonly<Record<CueKind, readonly Word[]>>
  /** Whether it says that two groups did not differ, or that nothing was gained. */
  readonly deniesDifference: boolean
  /** Stems of the words that a negator denies: the next two words of content after it. */
  readonly denied: ReadonlySet<string>
  readonly advice: StatedAdvice | null
}

const NO_DIFFERENCE = /\b(?:no|not|hardly) (?:any )?(?:further|more|less|fewer|faster|slower|longer|higher|lower|larger|smaller|likelier|rarer|commoner|worse|better)\b[^.;,]{0,40}\bthan\b|\b(?:no|not|nor|neither|never|little or no|failed to|fails to|n't|did not|does not|didn't|doesn't)\b(?!\s(?:measure|estimate|tell|say|know|compare|study|assess)\b)(?:\s+(?:\w|-|’|')+){0,6}?\s+(?:differ\w*|difference|effect(?! sizes?)|benefit\w*|reduc\w*|lower\w*(?!\s(?:respiratory|limb|back|leg|urinary|gastro\w*))|improv\w*|rais\w*|increas\w*|chang\w*|better|superior\w*|advantage|prevent\w*|help\w*|work\w*|gain\w*|alter\w*|cut|decreas\w*)\b|\b(?:similar(?! (?:absolute |relative )?(?:amounts?|sizes?|magnitude|extent|ways?|designs?|methods?|trials?|results?|effects?|people|patients))|comparable|equal|identical|(?<=\b(?:was|were|is|are|be|been|about|much|exactly|nearly|remained|stayed|just|had|did)\s)the same(?=\s*(?:[.,;)]|$|as\b|in (?:both|the)|with\b|whether\b|on\b))|unchanged|unaffected|untouched|no better|no worse|alike)\b/i

/** Reads one sentence. */
export function readMeaning(vocabulary: Vocabulary, text: string): Meaning {
  const words = wordsOf(text)
  const mentions = vocabulary.recognise(text)
  const named = (word: Word): boolean => mentions.some(({ start, end, text: surface }) => word.start >= start && word.end <= end && (surface.includes(' ') || surface.includes('-')))
  const cues: Record<CueKind, Word[]> = { up: [], down: [], better: [], worse: [], negator: [], hedge: [], certain: [], causal: [], association: [] }
  // "more than six hours", "10 points or more": a bound, not a direction.
  const bounds = (word: Word): boolean => /^\s(?:than|or (?:equal|fewer|less))\s(?:or equal to\s)?(?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|half|twice)/i.test(text.slice(word.end, word.end + 26)) || /\b(?:\d+%?|points?|years?|months?|days?|weeks?|signs?|half|one|two|three|four|five|six|seven|eight|nine|ten|twice|once) or $|\d[\d.,]*\s?[\p{L}/%]+(?:\s[\p{L}/]+)? or $|\b(?:one|two|three|at least) $/iu.test(text.slice(Math.max(0, word.start - 24), word.start))
  const multiple = /\b(half|twice|(?:two|three|four|five) times) (?:as|the)\b/i.exec(text)
  // "(0 to 144, lower is worse)" tells how a scale is read.
  const aside = (word: Word): boolean => { const open = text.lastIndexOf('(', word.start); return open >= 0 && text.indexOf(')', open) > word.end }
  // "the lower spine" is a place, no direction.
  const apart = (word: Word): boolean => /\bnon-?$/i.test(text.slice(Math.max(0, word.start - 4), word.start)) || (/^(?:lower|upper)$/.test(word.lower) && /^\s(?:spine|back|limbs?|legs?|arms?|abdomen|jaw|respiratory|urinary|gastro\w*|chest|airways?)\b/i.test(text.slice(word.end)))
  for (const word of words) if (!named(word) && !bounds(word) && !apart(word) && !aside(word)) for (const kind of cuesOf(word.lower)) cues[kind].push(word)
  const multiplier = multiple === null ? undefined : words.find(({ start }) => start === multiple.index)
  if (multiplier !== undefined) cues[/^half/i.test(multiple?.[1] ?? '') ? 'down' : 'up'].push(multiplier)
  return {
    text, words, mentions, cues,
    content: words.filter(({ kind, lower }) => kind === 'word' && !STOP_WORDS.has(lower) && lower.length > 1),
    quantities: readQuantities(text),
    bodies: [...new Set(vocabulary.recogniseBodies(text).map(({ bodyId }) => bodyId))],
    deniesDifference: NO_DIFFERENCE.test(text),
    denied: deniedStems(words),
    advice: readAdvice(text),
  }
}

const DENIERS = /^(?:not|never|cannot|without|no|neither|nor|failed|fails|\w+n't)$/

function deniedStems(words: readonly Word[]): Set<string> {
  // "placebo or no statin", "against no treatment": a group is named, nothing is denied.
  const namesGroup = (index: number): boolean => /^(?:no|without)$/.test(words[index]?.lower ?? '') && (/^(?:or|with|against|versus|vs|to|than|and)$/.test(words[index - 1]?.lower ?? '') || /^(?:over|at|in|for|after|on|by|during)$/.test(words[index + 1]?.lower ?? ''))
  return new Set(words.flatMap(({ lower }, index) => (DENIERS.test(lower) && !namesGroup(index) ? words.slice(index + 1).slice(0, 3).filter(({ kind, lower: next }) => kind === 'word' && !STOP_WORDS.has(next)).slice(0, /^(?:no|without|neither|nor)$/.test(lower) ? 1 : 2).map(({ key }) => key) : [])))
}
