import type { PreparedArticle, PreparedSentence } from './prepared-article.ts'
import type { QuestionTerms } from './question-terms.ts'

const SIGNIFICANCE = /\bsignifican|\bdiffer(?:ed|s|ence|ent)?\b|\bsimilar|\bcomparable\b/i
const DIRECTION = /\b(?:increas|decreas|reduc|improv|higher|lower|greater|less|fewer|more|better|worse|short|long|superior|inferior|larger|smaller|declin|rose|fell)/i
const COMPARISON = /\b(?:than|compared|versus|vs|between|relative to|over)\b/i

/** How well a sentence could be the one that tells the effect: one example of the evidence ranker. */
export function evidenceFeatures(sentence: PreparedSentence, terms: QuestionTerms, article: PreparedArticle, mostOutcome: number): Map<string, number> {
  const { stems, role, pValues, intervals, text, tokens } = sentence
  const outcome = coverage(terms.outcome, stems, article)
  const before = article.sentences[sentence.index - 1]
  const context = before === undefined || before.role !== role ? 0 : coverage(terms.outcome, before.stems, article)
  const first = coverage([...terms.intervention], stems, article)
  const second = coverage([...terms.comparator], stems, article)
  const run = longestRun(sentence, terms.outcomeOrder)
  const relative = mostOutcome === 0 ? 0 : outcome / mostOutcome
  const hasP = pValues.length > 0 ? 1 : 0
  const tells = SIGNIFICANCE.test(text) ? 1 : 0
  const directs = DIRECTION.test(text) ? 1 : 0
  const numbers = tokens.filter(({ kind }) => kind === 'number').length
  const features: Record<string, number> = {
    outcome, 'outcome²': outcome * outcome, relative, 'relative=1': relative > 0.999 ? 1 : 0, run, 'run²': run * run, 'context': Math.max(0, context - outcome),
    first, second, both: Math.min(first, second), arm: Math.max(first, second),
    [`role:${role}`]: 1, hasP, [`p×outcome`]: hasP * outcome, interval: intervals.length > 0 ? 1 : 0, 'interval×outcome': intervals.length > 0 ? outcome : 0,
    tells, 'tells×outcome': tells * outcome, directs, 'directs×outcome': directs * outcome, compares: COMPARISON.test(text) ? 1 : 0, 'compares×outcome': COMPARISON.test(text) ? outcome : 0,
    [`role:${role}×outcome`]: outcome, 'numbers': Math.min(numbers, 10) / 10, 'numbers×outcome': Math.min(numbers, 10) / 10 * outcome, short: tokens.length < 8 ? 1 : 0, long: Math.min(tokens.length, 100) / 100,
    aims: /\b(?:aim|objective|purpose|assess|measured|were (?:recorded|evaluated|collected)|we (?:hypothesi|investigat|examin)|will be|primary (?:outcome|endpoint|end point))/i.test(text) ? 1 : 0,
  }
  return new Map(Object.entries(features).filter(([, value]) => value !== 0))
}

/** The share of the terms' weight that a sentence holds. */
export function coverage(terms: readonly string[], stems: ReadonlySet<string>, { weightOf }: Pick<PreparedArticle, 'weightOf'>): number {
  let held = 0
  let total = 0
  for (const term of terms) {
    const weight = weightOf(term)
    total += weight
    if (stems.has(term)) held += weight
  }
  return total === 0 ? 0 : held / total
}

/** The longest run of the outcome's words that stands in the sentence as it is, as a share of the outcome's length. */
function longestRun({ tokens }: PreparedSentence, order: readonly string[]): number {
  if (order.length === 0) return 0
  const words = tokens.filter(({ stems }) => stems.length > 0)
  let best = 0
  let previous = new Uint16Array(order.length + 1)
  for (const { stems } of words) {
    const current = new Uint16Array(order.length + 1)
    for (let at = 0; at < order.length; at += 1) {
      if (!stems.includes(order[at] ?? '')) continue
      current[at + 1] = (previous[at] ?? 0) + 1
      best = Math.max(best, current[at + 1] ?? 0)
    }
    previous = current
  }
  return best / order.length
}
