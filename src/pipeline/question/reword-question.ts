import type { ConceptMention, Vocabulary } from '../../core/terminology/index.ts'

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^is\b/i, "Isn't"], [/^are\b/i, "Aren't"], [/^does\b/i, "Doesn't"], [/^do\b/i, "Don't"], [/^should\b/i, "Shouldn't"], [/^can\b/i, "Can't"], [/^was\b/i, "Wasn't"], [/^did\b/i, "Didn't"], [/^could\b/i, "Couldn't"],
]
const ASSERTS = /(?<!\b(?:more|less|how|most|as) )\b(indicated|recommended|necessary|appropriate|effective|useful|beneficial|justified|warranted|worthwhile|safe|harmful|better)\b/i
const AUXILIARY = /^(?:is|are|does|do|should|can|could|was|did)\b/i
/** Between the preposition and the condition stand people and no verb. */
const PEOPLE_WORDS = /^\s(?:in|for|after|among) (?:(?:an?|the|any|people|persons?|patients?|adults?|wom[ae]n|m[ae]n|children|infants|someone|those|older|younger|pregnant|healthy|with|who have|having)\s+)*$/i
/** Names that hold the verb of the question. */
const HOLDS_A_VERB = /^(?:prevent|stop|reduc|lower|treat|screen|had|has|have|having|get|after)/i
/** Other names of one thing that are tried. */
const NAMES_TRIED = 2

/** The same question in other words, made from its own: negated, contracted, with "why", polite, turned round, with other names. */
export function rewordQuestion(vocabulary: Vocabulary, text: string): string[] {
  const asked = text.trim()
  const contracted = CONTRACTIONS.filter(([opening]) => opening.test(asked)).map(([opening, instead]) => asked.replace(opening, instead))
  const denied = AUXILIARY.test(asked) && ASSERTS.test(asked) && !/\bnot\b/i.test(asked) ? [asked.replace(ASSERTS, 'not $1')] : []
  const why = AUXILIARY.test(asked) ? [asked, ...denied].map((words) => `Why ${lowerFirst(words)}`) : []
  const bare = asked.replace(/[?.!\s]+$/, '')
  const mentions = vocabulary.recognise(asked)
  return [...contracted, ...denied, ...why, `Please: ${asked}`, `${bare} ?`, ...(/[.!?]\s/.test(bare) ? [] : [bare]), ...withPeopleFirst(asked, mentions), ...withOtherNames(vocabulary, asked, mentions)]
}

/** "Is X indicated for Y?" → "For Y, is X indicated?": where the people stand at the end, behind every treatment. */
function withPeopleFirst(text: string, mentions: readonly ConceptMention[]): string[] {
  if (!AUXILIARY.test(text) || /[.!?;:,\n]\s*\S/.test(text)) return []
  const end = text.replace(/[?\s]+$/, '').length
  const treatments = mentions.filter(({ kind }) => kind === 'intervention')
  const conditions = mentions.filter(({ kind }) => kind === 'condition')
  for (const { index } of text.matchAll(/\s(?:in|for|after|among) /gi)) {
    if (treatments.length > 0 && conditions.length > 0 && treatments.every((mention) => mention.end <= index) && conditions.every(({ start }) => start > index) && PEOPLE_WORDS.test(text.slice(index, conditions[0]?.start ?? 0))) {
      return [`${upperFirst(text.slice(index + 1, end))}, ${lowerFirst(text.slice(0, index))}?`]
    }
  }
  return []
}

/** The treatment and the condition by other names of the same concept: the vocabulary's label and its synonyms. */
function withOtherNames(vocabulary: Vocabulary, text: string, mentions: readonly ConceptMention[]): string[] {
  const first = (kind: ConceptMention['kind']): ConceptMention | undefined => mentions.find((mention) => mention.kind === kind && mentions.every((other) => other === mention || other.end <= mention.start || other.start >= mention.end))
  return [first('intervention'), first('condition')].flatMap((mention) => {
    if (mention === undefined || HOLDS_A_VERB.test(mention.text)) return []
    return otherNames(vocabulary, mention).map((name) => `${text.slice(0, mention.start)}${name}${text.slice(mention.end)}`)
  })
}

/** Names that mean this concept and nothing else. */
function otherNames(vocabulary: Vocabulary, { conceptId, text }: ConceptMention): string[] {
  const concept = vocabulary.concept(conceptId)
  if (concept === undefined) return []
  const names = [concept.label, ...concept.synonyms].filter((name) => name.toLowerCase() !== text.toLowerCase() && meansOnly(vocabulary, name, conceptId))
  return names.slice(0, NAMES_TRIED)
}

function meansOnly(vocabulary: Vocabulary, name: string, conceptId: string): boolean {
  const found = vocabulary.recognise(name)
  return found.length === 1 && found[0]?.conceptId === conceptId && found[0].text.length === name.length
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
