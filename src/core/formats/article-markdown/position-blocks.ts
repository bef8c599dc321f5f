import type { Article } from '../../model/index.ts'
import { plainSentence, type Block } from './block.ts'
import { citedReferences } from './cited-references.ts'

/** Who recommends what, how strongly, on what evidence; nothing when the sections say it already. */
export function guidelineBlocks(article: Article): readonly Block[] {
  const section = article.sections.find(({ id }) => id === 'guidelines')
  if (article.guidelines.length === 0 || section?.table !== undefined) return []
  const cited = citedReferences(article)
  return [
    ...(section === undefined ? [{ kind: 'heading', level: 2, text: 'Guideline position' } as const] : []),
    {
      kind: 'table',
      caption: null,
      columns: ['Organization', 'Year', 'Position', 'Strength', 'Certainty', 'Independence', 'Note'],
      rows: article.guidelines.map((position) => [
        { text: position.organization, citations: [cited.get(position.sourceId)?.n ?? []].flat() },
        plainSentence(position.year === null ? 'not stated' : String(position.year)),
        plainSentence(position.direction.replaceAll('-', ' ')),
        plainSentence(position.strength),
        plainSentence(position.certainty?.replaceAll('-', ' ') ?? 'not stated'),
        plainSentence(position.independence),
        plainSentence(position.note),
      ]),
    },
  ]
}

/** Where guidelines disagree and why; nothing when the sections say it already. */
export function conflictBlocks(article: Article): readonly Block[] {
  if (article.conflicts.length === 0 || article.sections.some(({ id }) => id === 'conflicts')) return []
  return [
    { kind: 'heading', level: 2, text: 'Where guidelines disagree, and why' },
    {
      kind: 'list',
      ordered: false,
      items: article.conflicts.map(({ between, about, kind, why }) =>
        plainSentence(`${between.join(' and ')}, on ${about}${kind === 'apparent' ? ' (only apparent)' : ''}: ${why.join('; ')}.`)),
    },
  ]
}
