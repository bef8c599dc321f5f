import type { Source } from '../../../model/index.ts'

type Needed = 'id' | 'kind' | 'title' | 'textKind' | 'text' | 'sections'

/** A source with "not known" for every fact that the document does not give. */
export function newSource(facts: Pick<Source, Needed> & Partial<Source>): Source {
  return {
    studyId: null,
    studyName: null,
    titleIsExact: true,
    authors: [],
    authorsEtAl: false,
    organization: null,
    journal: null,
    year: null,
    volume: null,
    issue: null,
    pages: null,
    pmid: null,
    pmcid: null,
    doi: null,
    registrations: [],
    url: null,
    retraction: { state: 'none', notice: null },
    preprint: false,
    funding: 'unclear',
    fundingNote: null,
    conflictsOfInterest: null,
    licence: null,
    meshHeadings: [],
    publicationTypes: [],
    keywords: [],
    dataDate: null,
    provenance: null,
    evidence: null,
    ...facts,
  }
}
