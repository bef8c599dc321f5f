import type { Article, Audience, Claim, ForestPlot, Source, Table, Verdict } from '../../core/model/index.ts'

/** Where the words of a sentence stand in a source; the quote is cut from the source's own text, never typed. */
export type Cite = {
  readonly source: Source
  readonly start: number
  readonly end: number
  /** What a reader has to know at the citation: "preprint", "secondary source for this number"; set where citations are followed. */
  readonly notes?: readonly string[]
}

/** A sentence before verification. Its id is the same in every audience's version. */
export type DraftClaim = {
  readonly id: string
  readonly text: string
  readonly kind: Claim['kind']
  readonly cites: readonly Cite[]
  /** Numbers and facts a sentence was computed from, printed with the article; a computed sentence carries them instead of a quote. */
  readonly inputs?: Readonly<Record<string, unknown>>
  /** Why it must not be printed, found where its citations were followed: a circle of relays, a retracted study. */
  readonly refusedBecause?: string
}

export type DraftCell = { readonly text: string; readonly cites: readonly Cite[] }
export type DraftTable = { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly DraftCell[])[] }

/** A forest plot before verification: its rows carry the places of their quotes. */
export type DraftPlot = Omit<ForestPlot, 'rows'> & { readonly rows: readonly (Omit<ForestPlot['rows'][number], 'citations'> & { readonly cite: Cite })[] }

export type DraftSection = { readonly id: string; readonly title: string; readonly claims: readonly DraftClaim[]; readonly table?: DraftTable; readonly plot?: DraftPlot }

/** The article before verification: everything but what verification and the engine add. */
export type Draft = {
  readonly audience: Audience
  readonly question: Article['question']
  readonly verdict: Verdict
  readonly safety: Article['safety']
  readonly answer: readonly DraftClaim[]
  readonly sections: readonly DraftSection[]
  readonly guidelines: Article['guidelines']
  readonly conflicts: Article['conflicts']
  readonly pooled: Article['pooled']
  readonly excluded: Article['excluded']
}

export type { Table }
