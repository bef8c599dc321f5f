import type { Article, ArticleSection, Audience, Claim, Source } from '../../../core/model/index.ts'

/** One audience's version as it would be printed: every sentence with its quotes or inputs, and the sources they cite. */
export type Version = {
  readonly audience: Audience
  readonly question: Article['question']
  readonly answer: readonly Claim[]
  readonly sections: readonly ArticleSection[]
  readonly sources: readonly Source[]
}

export type Parity = Article['provenance']['parity']
export type Difference = Parity['differences'][number]
export type DifferenceKind = Difference['kind']

/** One thing that a sentence tells, read from its words: the slot it fills and the words of each part. */
export type Told = { readonly slot: string; readonly said: Readonly<Record<string, string>>; readonly sentence: string }

export type Wrong = Pick<Difference, 'kind' | 'what'>

/** What the reference lets a version tell in one slot, and whether the version must tell it. */
export type Expected = {
  readonly slot: string
  /** How a reader is misled when it is missing; null when it may be left out. */
  readonly missing: DifferenceKind | null
  readonly what: string
  /** Null when the words told agree with the reference. */
  readonly check: (said: Told['said']) => Wrong | null
}
