import type { ConceptMention } from '../../core/terminology/index.ts'

/** Words that deny what follows them; up to three modifiers between ("no known history of osteoporosis"). */
const DENIES = /\b(?:without|no|not(?: having| a)?|non|free (?:of|from)|absence of|absent|never (?:had|been)|denies|denied|excluding|except(?: for| in)?|(?:do(?:es)?|did) not have|(?:do(?:es)?|did)n['’]?t have|has(?:n['’]?t| not) (?:had|got)|have(?:n['’]?t| not) (?:had|got)|negative for|ruled out|lack(?:s|ing)?(?: of)?)[\s-]+(?:(?:a|an|any|the|known|clear|established|previous|prior|earlier|current(?:ly)?|active|overt|significant|evidence of|history of|histories of|signs? of|diagnosis of|diagnosed|other|yet|had|personal|manifest|clinical)[\s-]+){0,3}$/i
/** "shouldn't diabetics …": the "not" belongs to the verb of the question. */
const FRAME_NOT = /(?:^|[.?!,;:]\s*)(?:and |but |so |why |then )?(?:is|are|was|were|do|does|did|can|could|should|would|will|must|has|have)\s*(?:n['’]?t|not)\s+$/i
/** "does not prevent a first stroke": what is denied is the effect, and the people stay those of prevention. */
const NAMES_AN_ACT = /^(?:prevent|stop)(?:s|ing)?\b/i
/** What joins one denied thing to the next: "without diabetes, osteoporosis or cancer". */
const JOINS = /^\s*(?:,|\/|;)?\s*(?:or|nor|and(?! (?:with|has|have|had|is|are))|and no|no|,)?\s*(?:(?:a|an|any|known|other|of|history)\s+){0,2}$/i
const DENIED_AFTER = /^\s*(?:[:=]\s*(?:no|none|negative|absent|denied)\b|(?:was |is |has been |were |are )?(?:ruled out|excluded|absent|denied)\b|[- ]free\b|[- ]negative\b)/i

/** Mentions that the text denies ("without osteoporosis", "osteoporosis: no"), by their place in the list. */
export function deniedMentions(text: string, mentions: readonly ConceptMention[]): ReadonlySet<ConceptMention> {
  const denied = new Set<ConceptMention>()
  let previous: ConceptMention | undefined
  for (const mention of mentions) {
    const before = text.slice(Math.max(0, mention.start - 60), mention.start)
    const joined = previous !== undefined && denied.has(previous) && (previous.start === mention.start || continues(text.slice(previous.end, mention.start)))
    if (joined || (DENIES.test(before) && !FRAME_NOT.test(before) && !NAMES_AN_ACT.test(mention.text)) || DENIED_AFTER.test(text.slice(mention.end, mention.end + 30))) denied.add(mention)
    previous = mention
  }
  return denied
}

function continues(between: string): boolean {
  return between.trim() !== '' && JOINS.test(between)
}

/** Someone else's illness: "family history of gastric cancer", "her mother had osteoporosis". */
export function ofAnother(text: string, mention: ConceptMention): boolean {
  const before = text.slice(Math.max(0, mention.start - 60), mention.start)
  return /\b(?:family history|father|mother|brother|sister|parents?|relatives?|siblings?)\b(?: \w+)? (?:of|had|has|with|died (?:of|from))(?: (?:an?|early|known|\w+))?\s+$/i.test(before) && /\b(?:family history of|(?:his|her|whose) (?:father|mother|brother|sister|parents?|relatives?|siblings?)|relatives? with)\b/i.test(before)
}
