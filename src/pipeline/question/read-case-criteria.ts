import type { PopulationCriteria, Range } from '../../core/model/index.ts'
import type { ConceptMention, Vocabulary } from '../../core/terminology/index.ts'
import type { CaseFact } from './case-facts.ts'
import { deniedMentions, ofAnother } from './is-denied.ts'
import { readRanges } from './read-criteria.ts'

type Told = {
  readonly asked: string
  readonly mentions: readonly ConceptMention[]
  readonly denied: ReadonlySet<ConceptMention>
  readonly facts: readonly CaseFact[]
  readonly conditions: readonly string[]
}

/**
 * The case facts and the stated population as criteria. What a condition means by definition comes first, then the
 * question's own numbers, then those of the case, which are the person's and win. A tag both held and denied is held.
 */
export function readCriteria(vocabulary: Vocabulary, { asked, mentions, denied, facts, conditions }: Told): PopulationCriteria {
  const ranges: Record<string, Range> = {}
  const tags = new Set<string>()
  const notTags = new Set<string>()
  for (const definition of conditions.flatMap((id) => vocabulary.concept(id)?.criteria ?? [])) {
    Object.assign(ranges, definition.ranges)
    for (const tag of definition.tags) tags.add(tag)
    for (const tag of definition.notTags) notTags.add(tag)
  }
  Object.assign(ranges, readRanges(asked))
  addTags(asked, mentions, denied, tags, notTags)
  for (const fact of facts) {
    Object.assign(ranges, readRanges(fact.text))
    const found = vocabulary.recognise(fact.text)
    addTags(fact.text, found, deniedMentions(fact.text, found), tags, notTags)
  }
  return { ranges: sortKeys(ranges), tags: mostSpecific(vocabulary, [...tags]).toSorted(), notTags: [...notTags].filter((tag) => !tags.has(tag)).toSorted() }
}

function addTags(text: string, mentions: readonly ConceptMention[], denied: ReadonlySet<ConceptMention>, tags: Set<string>, notTags: Set<string>): void {
  for (const mention of mentions) {
    if (mention.kind !== 'population-tag' && mention.kind !== 'condition') continue
    if (denied.has(mention)) notTags.add(mention.conceptId)
    else if (mention.kind === 'population-tag' || !ofAnother(text, mention)) tags.add(mention.conceptId)
  }
}

/** "Heart failure with preserved ejection fraction" says heart failure: the wider tag adds nothing and depends on the wording. */
function mostSpecific(vocabulary: Vocabulary, tags: readonly string[]): string[] {
  return tags.filter((tag) => !tags.some((other) => other !== tag && vocabulary.isWithin(other, tag)))
}

function sortKeys(ranges: Readonly<Record<string, Range>>): Record<string, Range> {
  return Object.fromEntries(Object.entries(ranges).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
