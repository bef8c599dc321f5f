import type { ConceptMention } from '../../core/terminology/index.ts'

/** Treatments asked about, and what they are set against. */
export type Comparison = {
  readonly intervention: readonly ConceptMention[]
  readonly comparator: readonly ConceptMention[]
  /** Placebo, sham or nothing, in the question's words, when that is the comparator. */
  readonly control: string | null
}

/** Words between the two sides. "over" and "than" only where no number follows ("over 75", "more than 3 months"). */
const SETS_AGAINST = /\b(?:vs\.?|versus|against|compar(?:e|es|ed|ing)(?: \w+){0,2} (?:with|to|against)|in comparison (?:with|to)|(?:better|worse|safer|superior|inferior|preferable|preferred|equivalent|cheaper|faster|stronger|(?:more|less) \w+|good|effective|safe|well) (?:than|to|over|as)|rather than|instead of|in place of|as opposed to|or rather|outperforms?|beats?|(?:than|over)(?!\s+(?:\d|the (?:age|past|next|last|years?)|age|time|a|an|years?|weeks?|months?|placebo\b)))\b/gi
/** Both sides after the comparing word: "compare A with B", "the difference between A and B". */
const BOTH_FOLLOW = /\b(?:compar(?:e|es|ing|ison)(?: of| between)?|differences? between|choice between|choos(?:e|ing) between|decide between|which (?:is|works|one|drug|treatment|of)\b[^?]*)\b/i
const CONTROL = /\b(?:placebo|sham(?: (?:procedure|surgery|treatment|control|operation|injection))?|usual care|standard care|no treatment|doing nothing|nothing|watchful waiting|waiting list|active surveillance|conservative (?:care|treatment|management))\b/i
/** A treatment that is already there: the setting of the question, not what it asks. */
const BACKGROUND = /\b(?:already (?:on|taking|using|receiving)|(?:patients?|people|persons?|person|woman|man|women|men|adults?|those|he|she|i|who is|who are|whilst|while|currently|still|is|are|am|was|were|been) on|takes|receiving|treated with|despite|after|following|before|prior to|fail(?:ed|ure of|ing)|(?:inadequate|insufficient|no|poor) (?:response|relief|answer) (?:to|from|with)|refractory to|resistant to|not (?:helped|controlled) (?:by|on)|intolerant (?:of|to)|cannot tolerate|undergoing|added to|add(?:ing)? .{2,40} to|on top of|in addition to|awaiting|scheduled for)\s+(?:(?:a|an|the|his|her|my|their|daily|long-term|low-dose|standard|maximal(?:ly)?|optimal|tolerated|first-line|initial|other|oral|stable)\s+){0,3}$/i

/**
 * Which treatments are asked about and which they are set against. Words that compare decide first, then "A or B";
 * treatments joined by "and", or side by side, are asked about together.
 */
export function splitComparison(text: string, all: readonly ConceptMention[]): Comparison {
  const treatments = withoutBackground(text, all)
  const control = CONTROL.exec(text)
  const first = treatments[0]
  if (first === undefined) return { intervention: [], comparator: [], control: null }
  const sides = bySetAgainst(text, treatments) ?? byBothFollow(text, treatments) ?? byOr(text, treatments)
  if (sides !== null) return { ...sides, control: null }
  return { intervention: treatments, comparator: [], control: control !== null && !covered(control.index, treatments) ? control[0].toLowerCase() : null }
}

function withoutBackground(text: string, treatments: readonly ConceptMention[]): readonly ConceptMention[] {
  const asked = treatments.filter(({ start }) => !BACKGROUND.test(text.slice(Math.max(0, start - 80), start)))
  return asked.length > 0 ? asked : treatments
}

type Sides = Omit<Comparison, 'control'>

function bySetAgainst(text: string, treatments: readonly ConceptMention[]): Sides | null {
  for (const match of text.matchAll(SETS_AGAINST)) {
    if (covered(match.index, treatments)) continue
    const sides = cutAt(treatments, match.index)
    if (sides !== null) return sides
  }
  return null
}

function byBothFollow(text: string, treatments: readonly ConceptMention[]): Sides | null {
  const cue = BOTH_FOLLOW.exec(text)
  if (cue === null) return null
  const following = treatments.filter(({ start }) => start >= cue.index)
  return cutBetween(text, following, /\b(?:and|with|to|or|from)\b/i)
}

function byOr(text: string, treatments: readonly ConceptMention[]): Sides | null {
  return cutBetween(text, treatments, /^[^.?!;]*\bor\b(?! (?:more|less|fewer|older|over|above|under|below|younger|not|without|no)\b)[^.?!;]*$/i)
}

/** The first gap between neighbouring treatments that holds the joining word, at most a few words wide. */
function cutBetween(text: string, treatments: readonly ConceptMention[], joins: RegExp): Sides | null {
  for (const [index, right] of treatments.entries()) {
    const left = treatments[index - 1]
    if (left === undefined || right.start < left.end) continue
    const between = text.slice(left.end, right.start)
    if (between.trim().split(/\s+/).length <= 8 && joins.test(between)) return cutAt(treatments, right.start)
  }
  return null
}

function cutAt(treatments: readonly ConceptMention[], at: number): Sides | null {
  const intervention = treatments.filter(({ end }) => end <= at)
  const comparator = treatments.filter(({ start }) => start >= at)
  return intervention.length > 0 && comparator.length > 0 ? { intervention, comparator } : null
}

function covered(at: number, mentions: readonly ConceptMention[]): boolean {
  return mentions.some(({ start, end }) => at >= start && at < end)
}
