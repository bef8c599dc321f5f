import type { StateChange } from './source/index.ts'

/** One labelled part of an abstract; an unstructured abstract is one part with an empty label. */
export type AbstractPart = { readonly label: string; readonly text: string }

/** A correction or retraction link between two citations, in PubMed's own word for it (`RetractionIn`). */
export type CitationLink = { readonly type: string; readonly reference: string; readonly pmid: string | null }

/**
 * A MEDLINE citation as PubMed gives it, whichever way it came (XML or the tagged NBIB form). Texts are tidy; dates
 * are ISO and as precise as given ("2018-05").
 */
export type MedlineRecord = {
  readonly pmid: string | null
  readonly pmcid: string | null
  readonly doi: string | null
  readonly title: string
  readonly abstract: readonly AbstractPart[]
  /** A plain-language summary that PubMed holds beside the abstract. */
  readonly plainSummary: readonly AbstractPart[]
  /** "Surname AB" or a group's name. */
  readonly authors: readonly string[]
  readonly authorsEtAl: boolean
  readonly journal: string | null
  readonly volume: string | null
  readonly issue: string | null
  readonly pages: string | null
  /** Publication dates, in any order. */
  readonly dates: readonly string[]
  readonly meshHeadings: readonly string[]
  readonly publicationTypes: readonly string[]
  readonly keywords: readonly string[]
  readonly registrations: readonly string[]
  readonly grants: readonly string[]
  readonly conflictsOfInterest: string | null
  readonly copyright: string | null
  readonly links: readonly CitationLink[]
}

/** What a citation's own links say about itself: the gravest state wins. */
export type OwnState = { readonly state: 'none' | StateChange['state']; readonly notice: string | null }
