import type { Evidence, Source } from '../../src/core/model/index.ts'

export type SourceParts = Partial<Omit<Source, 'evidence'>> & { readonly evidence?: Partial<Evidence> | null }

export function buildEvidence(parts: Partial<Evidence> = {}): Evidence {
  return {
    population: null,
    intervention: null,
    comparator: null,
    setting: null,
    n: null,
    followUp: null,
    followUpMonths: null,
    design: { randomized: true, controlled: true, participantsBlinded: true, assessorsBlinded: true, blinding: null },
    interventions: [],
    comparators: [],
    comparatorType: 'not-stated',
    conditions: [],
    criteria: null,
    signals: [],
    contains: [],
    restsOnStudy: null,
    searchDate: null,
    statedCertainty: [],
    body: null,
    supersedes: [],
    laterVersionsNotHeld: false,
    findings: [],
    recommendations: [],
    limitations: [],
    summary: [],
    ...parts,
  }
}

/** A randomized trial of 2020 with nothing found yet, and what a test says. */
export function buildSource({ evidence, ...parts }: SourceParts = {}): Source {
  const id = parts.id ?? 'trial'
  return {
    id,
    studyId: id,
    studyName: null,
    kind: 'rct',
    title: `Title of ${id}`,
    titleIsExact: true,
    authors: ['Doe J'],
    authorsEtAl: false,
    organization: null,
    journal: null,
    year: 2020,
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
    textKind: 'record',
    text: 'A sentence of the record.',
    sections: [],
    dataDate: null,
    provenance: null,
    evidence: evidence === null ? null : buildEvidence(evidence),
    ...parts,
  }
}
