import { newSource } from '../../src/core/formats/pubmed/index.ts'
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
    basisOf: [],
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
  return newSource({
    id,
    studyId: id,
    kind: 'rct',
    title: `Title of ${id}`,
    authors: ['Doe J'],
    year: 2020,
    textKind: 'record',
    text: 'A sentence of the record.',
    sections: [],
    evidence: evidence === null ? null : buildEvidence(evidence),
    ...parts,
  })
}
