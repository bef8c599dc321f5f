import type { Article } from '../../model/index.ts'
import { plainSentence, type Block } from './block.ts'
import { certaintyMarks, certaintyWords } from './verdict-words.ts'

type Pooled = Article['pooled'][number]

/** Each critical outcome with its effect, its certainty, and why that was lowered; nothing when a section's table says it already. */
export function pooledBlocks(article: Article): readonly Block[] {
  const isTold = article.sections.some(({ id, table }) => table !== undefined && (id === 'benefits' || id === 'harms'))
  if (article.pooled.length === 0 || isTold) return []
  return [
    { kind: 'heading', level: 2, text: 'Effects and certainty by outcome' },
    {
      kind: 'table',
      caption: null,
      columns: ['Outcome', 'Effect (95% CI)', 'Studies', 'People', 'Certainty', 'Lowered for'],
      rows: article.pooled.map((body) => [
        body.outcome,
        effectOf(body),
        count(body.k),
        count(body.n),
        body.certainty === null ? 'not rated' : `${certaintyWords(body.certainty)} ${certaintyMarks(body.certainty)}`,
        body.downgrades.length === 0 ? 'nothing' : body.downgrades.join('; '),
      ].map((cell) => plainSentence(cell))),
    },
  ]
}

function effectOf({ measure, estimate, ci }: Pooled): string {
  if (estimate === null) return 'not estimable'
  return `${measure} ${shown(estimate)} (${ci === null ? 'interval not stated' : `${shown(ci[0])} to ${shown(ci[1])}`})`
}

function count(value: number | null): string {
  return value === null ? 'not stated' : value.toLocaleString('en-US')
}

/** Three significant digits: more would claim a precision that no trial has. */
function shown(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−')
}
