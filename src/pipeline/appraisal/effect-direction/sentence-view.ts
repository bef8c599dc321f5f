import type { PreparedArticle, PreparedSentence } from './prepared-article.ts'
import type { Arm, QuestionTerms } from './question-terms.ts'

/** What a token is to the question. */
export type Mark = 'outcome' | Arm | null

/** A sentence as the question sees it. */
export type SentenceView = {
  readonly sentence: PreparedSentence
  readonly marks: readonly Mark[]
  /** Tokens where the outcome is named most densely; null when it is not named at all. */
  readonly anchor: { readonly first: number; readonly last: number; readonly coverage: number } | null
  /** Tokens of the clause that names the outcome (the whole sentence when none does), end excluded. */
  readonly clause: { readonly first: number; readonly end: number }
}

const CONTROL_WORDS = new Set(['placebo', 'control', 'controls', 'sham', 'usual', 'untreated', 'conventional'])
const TREATED_WORDS = new Set(['intervention', 'treatment', 'treated', 'experimental', 'active', 'study', 'supplemented', 'training', 'drug'])
const ARM_WORDS = new Set(['group', 'groups', 'arm', 'arms', 'patients', 'participants', 'subjects', 'children', 'women'])
const CLAUSE_BORDERS = new Set([';', 'but', 'whereas', 'while', 'although', 'however', 'though', 'except', 'despite'])

/** A sentence as seen by one question: where its arms and its outcome are named. */
export function viewSentence(sentence: PreparedSentence, terms: QuestionTerms, article: Pick<PreparedArticle, 'weightOf'>): SentenceView {
  const outcome = new Set(terms.outcome)
  const marks = sentence.tokens.map((token, at): Mark => {
    const { stems, lower } = token
    if (stems.some((stem) => outcome.has(stem) && !terms.intervention.has(stem) && !terms.comparator.has(stem))) return 'outcome'
    const isFirst = stems.some((stem) => terms.intervention.has(stem))
    const isSecond = stems.some((stem) => terms.comparator.has(stem))
    if (isFirst !== isSecond) return isFirst ? 'intervention' : 'comparator'
    if (stems.some((stem) => outcome.has(stem))) return 'outcome'
    return genericArm(lower, sentence.tokens[at + 1]?.lower ?? '', terms.controlIs)
  })
  const anchor = densest(sentence, marks, outcome, article)
  return { sentence, marks, anchor, clause: anchor === null ? { first: 0, end: sentence.tokens.length } : clauseAround(sentence, anchor) }
}

function genericArm(word: string, next: string, controlIs: Arm | null): Mark {
  if (CONTROL_WORDS.has(word)) return controlIs
  if (!TREATED_WORDS.has(word) || !ARM_WORDS.has(next)) return null
  if (controlIs === null) return null
  return controlIs === 'comparator' ? 'intervention' : 'comparator'
}

/** The window, at most twice the outcome's length and 3 tokens, that holds most of the outcome's weight. */
function densest({ tokens }: PreparedSentence, marks: readonly Mark[], outcome: ReadonlySet<string>, { weightOf }: Pick<PreparedArticle, 'weightOf'>): SentenceView['anchor'] {
  const total = [...outcome].reduce((sum, stem) => sum + weightOf(stem), 0)
  const reach = 2 * outcome.size + 3
  let best: SentenceView['anchor'] = null
  for (let first = 0; first < tokens.length; first += 1) {
    if (marks[first] !== 'outcome') continue
    const seen = new Set<string>()
    let weight = 0
    for (let last = first; last < Math.min(tokens.length, first + reach); last += 1) {
      for (const stem of tokens[last]?.stems ?? []) {
        if (!outcome.has(stem) || seen.has(stem)) continue
        seen.add(stem)
        weight += weightOf(stem)
        const coverage = weight / Math.max(total, 1e-9)
        if (best === null || coverage > best.coverage + 1e-9) best = { first, last, coverage }
      }
    }
  }
  return best
}

function clauseAround({ tokens }: PreparedSentence, { first, last }: { readonly first: number; readonly last: number }): SentenceView['clause'] {
  let from = first
  while (from > 0 && !CLAUSE_BORDERS.has(tokens[from - 1]?.lower ?? '')) from -= 1
  let end = last + 1
  while (end < tokens.length && !CLAUSE_BORDERS.has(tokens[end]?.lower ?? '')) end += 1
  return { first: from, end }
}
