import { classify, type Classifier } from '../../../core/learning/index.ts'
import { coverage, evidenceFeatures } from './evidence-features.ts'
import type { PreparedArticle, PreparedSentence } from './prepared-article.ts'
import type { QuestionTerms } from './question-terms.ts'

/** A sentence that could tell the effect, with the features by which the ranker judges it. */
export type Candidate = { readonly sentence: PreparedSentence; readonly features: ReadonlyMap<string, number> }

/** A candidate with the chance that it is the evidence. */
export type RankedSentence = { readonly sentence: PreparedSentence; readonly chance: number }

/** Sentences looked at closely; the evidence is nearly always among them. */
const CANDIDATES = 40
const ARM_SHARE = 0.3
const RESULT_BONUS = 0.2

/** The sentences that name most of the outcome, then of the intervention; results and conclusions before others. */
export function findCandidates(terms: QuestionTerms, article: PreparedArticle): Candidate[] {
  const covered = article.sentences.map(({ stems }) => coverage(terms.outcome, stems, article))
  const most = Math.max(0, ...covered)
  const intervention = [...terms.intervention]
  return article.sentences
    .map((sentence, at) => ({ sentence, score: (covered[at] ?? 0) + ARM_SHARE * coverage(intervention, sentence.stems, article) + (/result|conclu/.test(sentence.role) ? RESULT_BONUS : 0) }))
    .toSorted((a, b) => b.score - a.score || a.sentence.index - b.sentence.index)
    .slice(0, CANDIDATES)
    .map(({ sentence }) => ({ sentence, features: evidenceFeatures(sentence, terms, article, most) }))
}

/** Best first. */
export function rankEvidence(evidence: Classifier, candidates: readonly Candidate[]): RankedSentence[] {
  return candidates
    .map(({ sentence, features }) => ({ sentence, chance: classify(evidence, features)[1] ?? 0 }))
    .toSorted((a, b) => b.chance - a.chance || a.sentence.index - b.sentence.index)
}
