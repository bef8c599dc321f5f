import { classify, loadClassifier, saveClassifier, trainClassifier, type Classifier, type LabelledFeatures, type SavedClassifier } from '../../../core/learning/index.ts'
import type { TermCounts } from './term-weights.ts'
import { STANCES, type Stance } from './types.ts'

/** What was learned to tell the three stances apart. */
export type StanceModel = {
  readonly classifier: Classifier
  /** A model learned from other texts that this one corrects. */
  readonly base: StanceModel | null
}

/** One claim and passage with its features, for learning. */
export type StanceExample = { readonly features: ReadonlyMap<string, number>; readonly stance: Stance; readonly weight?: number }

/** `terms` and `counts`: in how many of the texts learned from each common term occurs. */
export type SavedStanceModel = {
  readonly classifier: SavedClassifier
  readonly background: { readonly texts: number; readonly terms: string; readonly counts: readonly number[] }
  readonly learnedFrom: { readonly files: readonly string[]; readonly rows: string }
}

/** By a look at half of the claims (whole components) among penalties of 0.003 to 0.1 and a trust of 0.3 to 1. */
const ALONE = { minCount: 10, penalty: 0.003, maxIterations: 100 }
const CORRECTING = { minCount: 5, penalty: 0.03, maxIterations: 60 }
/** How much of the base model's log chances a correction starts from: it was learned from another kind of text. */
const TRUST = 0.3

/**
 * Learns from examples alone, or as a correction of a model learned elsewhere. Alone, the three stances count as
 * equally likely beforehand: how often passages support or refute depends on who chose them.
 */
export function trainStanceModel(given: readonly StanceExample[], base: StanceModel | null = null): StanceModel {
  const examples = base === null ? balanced(given) : given
  const classifier = trainClassifier(examples.map(({ features, stance, weight }): LabelledFeatures => {
    const offset = offsetOf(base, features)
    return { features, label: STANCES.indexOf(stance), ...(weight === undefined ? {} : { weight }), ...(offset === undefined ? {} : { offset }) }
  }), { labels: STANCES.length, ...(base === null ? ALONE : CORRECTING) })
  return { classifier, base }
}

/** The same examples, each stance with the same total weight. */
function balanced(examples: readonly StanceExample[]): StanceExample[] {
  const total = (stance: Stance | null): number => examples.reduce((sum, example) => sum + (stance === null || example.stance === stance ? example.weight ?? 1 : 0), 0)
  const all = total(null)
  const factors = new Map(STANCES.map((stance) => [stance, all / (STANCES.length * Math.max(total(stance), 1e-9))]))
  return examples.map((example) => ({ ...example, weight: (example.weight ?? 1) * (factors.get(example.stance) ?? 1) }))
}

/** The chance of each stance, in the order of `STANCES`. */
export function stanceChances({ classifier, base }: StanceModel, features: ReadonlyMap<string, number>): number[] {
  return classify(classifier, features, offsetOf(base, features))
}

function offsetOf(base: StanceModel | null, features: ReadonlyMap<string, number>): number[] | undefined {
  return base === null ? undefined : stanceChances(base, features).map((chance) => TRUST * Math.log(Math.max(1e-3, chance)))
}

/** Terms that fewer texts hold are as good as unknown. */
const FEWEST = 10

/** A learned model as JSON data, with the terms that are common in what it learned from. */
export function saveStanceModel({ classifier }: StanceModel, { texts, counts }: TermCounts, learnedFrom: SavedStanceModel['learnedFrom']): SavedStanceModel {
  const common = [...counts].filter(([, count]) => count >= FEWEST).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { classifier: saveClassifier(classifier), background: { texts, terms: common.map(([term]) => term).join(' '), counts: common.map(([, count]) => count) }, learnedFrom }
}

/** The model that ships with the program, and how common terms are in what it learned from. */
export async function loadStanceModel(): Promise<StanceModel & { readonly background: TermCounts; readonly learnedFrom: SavedStanceModel['learnedFrom'] }> {
  const { default: saved } = await import('./passage-stance.json', { with: { type: 'json' } })
  const { texts, terms, counts } = saved.background
  return { classifier: loadClassifier(saved.classifier), base: null, background: { texts, counts: new Map(terms.split(' ').map((term, at) => [term, counts[at] ?? 0])) }, learnedFrom: saved.learnedFrom }
}
