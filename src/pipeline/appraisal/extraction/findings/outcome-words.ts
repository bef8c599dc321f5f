import type { ConceptMention, Vocabulary } from '../../../../core/terminology/index.ts'

/** What was measured, in the sentence's words, and as a known outcome where it is one. */
export type OutcomeWords = { readonly words: string; readonly concept: string | null }

const VERB = /\b(?:was|were|is|are|did|does|had|has|have|increased|decreased|improved|reduced|lowered|fell|rose|declined|differed?|showed|occurred|remained|experienced|achieved|developed|reported|received|resulted|led|yielded|produced)\b/iu
const LEAD = /^(?:(?:however|(?:al)?though [^,]{2,120}|moreover|in addition|overall|similarly|also|conversely|in contrast|furthermore|finally|at [^,]{2,40}|after [^,]{2,60}|during [^,]{2,40}|compared (?:with|to) [^,]{2,60}|in (?:the|a) [^,]{2,60}|for [^,]{2,40}|there (?:was|were)|(?:no|a|an?other)? ?(?:statistically )?(?:significant |clear )?differences? (?:was|were) (?:also )?(?:seen|found|observed|noted|detected) (?:between (?:the )?(?:\w+ )?groups )?(?:for|in)|a significant(?:ly)?),?\s+)+/iu
const GROUP = /\b(?:groups?|arms?|patients|participants|subjects|women|men|children|infants|adults|parents|mothers|volunteers|students|treatment|placebo|controls?)\b/iu
/** Words of reporting before what was measured: "Regression analysis showed that", "The hazard ratio for". */
const REPORTED = /^(?:.{0,80}\b(?:analys[ei]s|results|findings|we|models?) (?:\w+ )?(?:show(?:ed)?|found|indicated?|reveal(?:ed)?|demonstrated?|suggest(?:ed)?)(?: that)? (?:the )?|(?:the )?(?:adjusted |unadjusted |pooled )?(?:hazards?|odds|risk|rate) ratios? (?:for|of) (?:the )?|.{0,40}\b(?:differences?|improvements?|reductions?|increases?|decreases?|effects?|changes?|benefits?) (?:was|were) (?:\w+ )?(?:found|seen|observed|noted|detected|present) (?:for|in|on)\b(?: the)? )/iu
/** "no difference between the groups for weight gain": the outcome is what follows the groups. */
const DIFFERENCE_IN = /^(?:with )?(?:there (?:was|were) )?(?:no |a |an |any )?(?:statistically )?(?:significant(?:ly)? )?(?:differences?|improvements?|reductions?|increases?|decreases?|effects?|changes?)(?: \([^)]*\))?(?: (?:between|among) (?:the )?[^,;]{2,60}?(?:groups?|arms|treatments))? (?:in|for|on|of|regarding|with respect to) (?:the )?(?=\p{L})/iu
/** What is left of a clause that names only a group, a time or a conjunction: the outcome is that of the number before. */
const NO_OUTCOME = /^(?:(?:and|or|but|with|in|for|at|by|among|versus|vs\.?|compared (?:with|to)|after|during|to|from|than|the|week|month|year|day|months?|weeks?|years?|days?|group|control|placebo|adjusted|crude|unadjusted|both)\b|[\d\W_≥≤<>=]+)/iu
const HAS_WORD = /(?!\b(?:the|and|was|were|with)\b)\p{L}{3}/iu
/** How the outcome went and against whom are no part of its name. */
const HOW_MUCH = /^(?:an? )?(?:statistically |clinically )?(?:significant(?:ly)? )?(?:more|higher|lower|greater|better|longer|shorter|fewer|less|improved|increased|reduced|decreased) (?=\p{L})/iu
const AGAINST_WHOM = /(?<=\p{L}{3,}.*)\s(?:versus|vs\.?|compared (?:with|to)|than|relative to)\s.*$/iu
const ONLY_JUDGED = /^(?:statistically )?(?:not )?(?:significant(?:ly)?|found|seen|observed|different|similar|comparable)$/iu
/** "the hazard ratio for death was 0.80": the outcome stands between the name of the measure and its number. */
const AFTER_MEASURE = /^(?:[\p{L}-]+ ){0,3}[\p{L}-]+(?: \([^)]*\))? (?:for|of|in) (?:the )?(?<words>[^,;:=()\d]{3,80}?)(?= (?:was|were|is)\b|\s?[,:(=]| \d)/iu
const LONGEST = 140

/** Known outcomes that a sentence names, in order. */
export function outcomesNamed(vocabulary: Vocabulary, text: string): ConceptMention[] {
  return vocabulary.recognise(text).filter(({ kind }) => kind === 'outcome')
}

/**
 * The outcome of a number at `at`: the known outcome named nearest before it (else after it), and the words of the
 * clause that the number belongs to. A clause that names only another group or time keeps the `previous` outcome.
 */
export function outcomeAt(mentions: readonly ConceptMention[], text: string, at: number, from = 0, previous: OutcomeWords | null = null): OutcomeWords {
  const nearest = mentions.findLast(({ end }) => end <= at) ?? mentions.find(({ start }) => start >= at)
  const words = clauseWords(text, at, from)
  if (previous !== null && !mentions.some(({ start, end }) => start >= from && end <= at) && (!HAS_WORD.test(words) || NO_OUTCOME.test(words) || ONLY_JUDGED.test(words))) return previous
  const named = HAS_WORD.test(words) ? words : AFTER_MEASURE.exec(text.slice(at, at + 160))?.groups?.['words'] ?? ''
  return { words: named === '' ? nearest?.text ?? '' : named, concept: nearest?.conceptId ?? null }
}

function clauseWords(text: string, at: number, from: number): string {
  const before = afterClosing(text.slice(from, at))
  const clause = (before.split(/;\s|:\s(?=[A-Z])|(?<!\bvs)\.\s/u).findLast((part) => HAS_WORD.test(part)) ?? before).replace(/^[\s,;)\]—–•-]+/u, '').replace(/^(?:(?:and|or|but|while|whereas|as (?:was|were)|as)\b)?\s*/iu, '').replace(LEAD, '').replace(REPORTED, '').replace(DIFFERENCE_IN, '')
  const verb = VERB.exec(clause)
  const subject = (verb === null ? clause : clause.slice(0, verb.index)).trim()
  const rest = verb === null ? '' : clause.slice(verb.index + verb[0].length).trim()
  const chosen = chosenWords(subject, verb?.[0] ?? '', rest)
  return chosen.replace(DIFFERENCE_IN, '').replace(/^[\s•–—-]*(?:for|in|of|on) (?:the )?(?=\p{L})/iu, '').replace(HOW_MUCH, '').replace(AGAINST_WHOM, '').replace(/\s[([](?=[\d(]).*$|\s*[([][^)\]]*$/u, '').replace(/[\s,:=(]+$/u, '').replace(/\s(?:when|as|while|whereas|and)$/iu, '').slice(0, LONGEST).trim()
}

const OF_GROUP = /\s(?:of|in|for|among|with) (?:the |patients (?:in|on|with) )?(?:[\p{L}\d/+-]+ ){0,4}(?:groups?|arms?|patients|participants|subjects|women|men|children|controls?)\b.*$/iu
/** "X reduced Y": what was measured follows a verb that takes an object. */
const TAKES_OBJECT = /^(?:increased|decreased|improved|reduced|lowered|resulted|led|yielded|produced|showed|achieved|experienced|reported|had|has|have)$/iu
const NO_OBJECT = /^(?:by|in\b|(?:an? |no |any )?(?:statistically )?(?:significant )?(?:differences?|changes?|improvements?)$|from|with|than|at|after|during|over|for|more|and|or|between|among|on|as|when|following|only|both|significantly (?:in|after|by|more|from)|similarly|markedly|[\d(,])/iu

/** Of "subject verb rest", the part that names what was measured: the object of "reduced", the subject without its group, else what follows. */
function chosenWords(subject: string, verb: string, rest: string): string {
  const object = rest.replace(/^(?:in|to) (?=an? )/iu, '')
  const own = subject.replace(OF_GROUP, '')
  const isGroup = GROUP.test(own.replace(/\([^)]*\)/gu, ''))
  if (own !== subject && HAS_WORD.test(own) && !isGroup) return own
  if (subject === '' || (isGroup && rest !== '' && !/^(?:than|to|by)\b/iu.test(rest))) return object
  return TAKES_OBJECT.test(verb) && HAS_WORD.test(object) && !NO_OBJECT.test(object) ? object : subject
}

/** A clause that begins inside a bracket ("p < 0.001), and week 24") begins after it. */
function afterClosing(clause: string): string {
  const closing = /^[^([]*[)\]]/u.exec(clause)?.[0] ?? ''
  return clause.slice(closing.length)
}
