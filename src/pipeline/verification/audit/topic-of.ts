import type { Page } from '../../../core/formats/page-text/index.ts'
import type { ConceptMention, Vocabulary } from '../../../core/terminology/index.ts'

/**
 * The question that a page answers, in words: the treatment and the condition that its title names, or else those it
 * speaks of most. Null when it names no treatment and no condition that is known.
 */
export function topicOf(vocabulary: Vocabulary, { title, blocks }: Page): string | null {
  const inTitle = title === null ? [] : vocabulary.recognise(title)
  const everywhere = blocks.flatMap(({ text }) => vocabulary.recognise(text))
  const label = (kind: ConceptMention['kind']): string | null => {
    const id = (first(inTitle, kind) ?? mostNamed(vocabulary, everywhere, kind))
    return id === null ? null : (vocabulary.concept(id)?.label ?? null)
  }
  const treatment = label('intervention')
  const condition = label('condition')
  if (treatment === null) return condition
  return condition === null ? treatment : `${treatment} for ${condition}`
}

function first(mentions: readonly ConceptMention[], kind: ConceptMention['kind']): string | null {
  return mentions.find((mention) => mention.kind === kind)?.conceptId ?? null
}

/** The concept named most, a member counting for its class only where the class itself is named too. */
function mostNamed(vocabulary: Vocabulary, mentions: readonly ConceptMention[], kind: ConceptMention['kind']): string | null {
  const named = mentions.filter((mention) => mention.kind === kind).map(({ conceptId }) => conceptId)
  const counts = new Map<string, number>()
  for (const id of new Set(named)) counts.set(id, named.filter((other) => other === id || vocabulary.isWithin(other, id)).length)
  return [...counts].toSorted(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))[0]?.[0] ?? null
}

/** Every concept that a page names, for looking up what is held on any of them. */
export function conceptsOf(vocabulary: Vocabulary, { title, blocks }: Page): string[] {
  return [...new Set([title ?? '', ...blocks.map(({ text }) => text)].flatMap((text) => vocabulary.recognise(text)).filter(({ kind }) => kind === 'intervention' || kind === 'condition').map(({ conceptId }) => conceptId))].toSorted()
}
