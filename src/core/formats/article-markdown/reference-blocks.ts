import type { Article, SourceKind } from '../../model/index.ts'
import { plainSentence, type Block, type ReferenceBlock } from './block.ts'
import { citedReferences, type CitedSource } from './cited-references.ts'
import { sourceLink } from './link-target.ts'

type ArticleSource = Article['sources'][number]

/** How references are grouped, in the order in which a reader weighs them. */
const GROUPS: readonly (readonly [title: string, kinds: readonly SourceKind[]])[] = [
  ['Guidelines', ['guideline']],
  ['Systematic reviews and meta-analyses', ['systematic-review', 'meta-analysis']],
  ['Randomized trials', ['rct']],
  ['Uncontrolled and observational studies', ['single-arm', 'cohort', 'case-control', 'case-series']],
  ['Cost studies', ['cost-study']],
  ['Coverage policies and labels', ['policy', 'label']],
  ['Trial registrations', ['registration']],
  ['Other publications', ['narrative-review', 'other']],
]

/** The references by kind, numbered as the text cites them; what no sentence cites comes last in its group, without a number. */
export function referenceBlocks(article: Article): readonly Block[] {
  if (article.sources.length === 0) return []
  const cited = citedReferences(article)
  const groups = GROUPS.flatMap(([title, kinds]): readonly Block[] => {
    const references = article.sources
      .filter((source) => kinds.includes(source.kind))
      .map((source) => referenceOf(source, cited.get(source.id)))
      .toSorted((a, b) => (a.n ?? Infinity) - (b.n ?? Infinity) || (a.reference < b.reference ? -1 : 1))
    return references.length === 0 ? [] : [{ kind: 'heading', level: 3, text: title }, ...references]
  })
  return [{ kind: 'heading', level: 2, text: 'References' }, ...explanation(article), ...groups]
}

/** Said once, since it holds for many references. */
function explanation(article: Article): readonly Block[] {
  if (!article.sources.some(({ textKind }) => textKind === 'record')) return []
  return [{ kind: 'paragraph', sentences: [plainSentence('Where “our summary” stands, the words quoted are our own record of facts verified on the page, not those of the publication: check the original.')] }]
}

function referenceOf(source: ArticleSource, cited: CitedSource | undefined): ReferenceBlock {
  return {
    kind: 'reference',
    n: cited?.n ?? null,
    sourceId: source.id,
    reference: source.reference,
    link: sourceLink(source),
    notes: notesOn(source),
    quotes: cited?.quotes ?? [],
  }
}

/** What a reader should know before trusting the words: what we read, and who paid. */
function notesOn(source: ArticleSource): readonly string[] {
  return [
    ...(source.textKind === 'record' ? ['our summary'] : []),
    ...(source.textKind === 'abstract' ? ['abstract read'] : []),
    ...(source.funding === 'industry' ? ['industry funding'] : []),
    ...(source.funding === 'mixed' ? ['industry and public funding'] : []),
  ]
}
