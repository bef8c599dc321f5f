import type { Article, Claim } from '../../src/core/model/index.ts'

const supported = { verdict: 'supported', why: 'The words stand in the quote.' } as const

/** A claim with one citation per number; its source is `source-N`. */
export function exampleClaim(text: string, numbers: readonly number[] = [], kind: Claim['kind'] = numbers.length === 0 ? 'computed' : 'evidence'): Claim {
  return { id: `claim-${text}`, text, kind, citations: numbers.map((n) => ({ n, sourceId: `source-${n}`, quote: `Exact words ${n}.`, start: 0, end: 14 })), check: supported }
}

export function exampleSource(n: number, over: Partial<Article['sources'][number]> = {}): Article['sources'][number] {
  return {
    id: `source-${n}`, studyId: null, kind: 'rct', title: `Trial ${n}`, authors: [], organization: null, journal: 'Spine J', year: 2019, pmid: null,
    doi: `10.1000/${n}`, url: null, retracted: false, funding: 'unclear', textKind: 'fulltext', reference: `Author A. Trial ${n}. Spine J. 2019. doi:10.1000/${n}`, ...over,
  }
}

/** A small article with every part of the page, for tests of how articles are shown. */
export function exampleArticle(over: Partial<Article> = {}): Article {
  return {
    id: 'a1', slug: 'bvna', version: 2, contentHash: 'c0ffee', status: 'draft', updatedAt: '2026-01-05', audience: 'clinician',
    question: {
      text: 'Is basivertebral nerve ablation indicated for chronic low back pain?', kind: 'indication',
      pico: { population: 'chronic low back pain', intervention: 'basivertebral nerve ablation', comparator: null, outcomes: [] },
      caseFacts: [], assumptions: ['Read as a question about adults.'],
    },
    verdict: {
      stance: 'contested', headline: 'Guidelines disagree.', certainty: 'low', reasons: ['One society is for, one against.'],
      strata: [], guidelineSignal: 'G4', evidenceSignal: 'E3', row: 'G4×E3', modifiers: [{ id: 'm', text: 'All supporters are linked to the maker.' }],
      certaintyBasis: 'pain against sham', coverage: [{ sourceId: 'source-4', organization: 'Example Health Plan', position: 'not covered' }],
    },
    safety: null,
    answer: [exampleClaim('Pain fell by 5.3 points against sham.', [1]), exampleClaim('Certainty is low.')],
    sections: [
      { id: 'benefits', title: 'Benefits', claims: [exampleClaim('One trial was sham-controlled.', [1]), exampleClaim('One was open-label.', [2, 1]), exampleClaim('One was uncontrolled.', [2])] },
      { id: 'harms', title: 'Harms', claims: [exampleClaim('Vertebral fracture occurred in 1.55%.', [2])], table: { caption: 'Harms', columns: ['Harm', 'Rate'], rows: [[{ text: 'Fracture', citations: [] }, { text: '1.55%', citations: [{ n: 2, sourceId: 'source-2', quote: 'Exact words 2.', start: 0, end: 14 }] }]] } },
      { id: 'algorithm', title: 'Decision algorithm', claims: [exampleClaim('Confirm Modic changes.', [3], 'guideline'), exampleClaim('Offer exercise first.', [3], 'guideline')] },
      { id: 'case', title: 'The case', claims: [exampleClaim('The earlier authorization expired.', [], 'case-fact')] },
    ],
    sources: [
      exampleSource(1, { funding: 'industry' }), exampleSource(2, { kind: 'cohort', textKind: 'record' }),
      exampleSource(3, { kind: 'guideline', organization: 'Example Society' }), exampleSource(4, { kind: 'policy', doi: null, reference: 'Example Health Plan. Policy. No stable link found.' }),
    ],
    guidelines: [{ sourceId: 'source-3', organization: 'Example Society', year: 2020, direction: 'for', strength: 'conditional', certainty: null, independence: 'linked to the maker', note: 'Adults only.' }],
    conflicts: [{ between: ['Society A', 'Society B'], about: 'use after failed care', kind: 'true', why: ['different populations', 'different dates'] }],
    pooled: [{ outcome: 'Function', measure: 'MD', k: 1, n: 1234, estimate: -5.3123, ci: [-9.1, -1.5], tau2: null, i2: null, predictionInterval: null, certainty: 'low', downgrades: ['risk of bias', 'imprecision'] }],
    omissions: [{ text: 'Cost per QALY', why: 'No cost study is held.' }],
    excluded: [{ sourceId: 'source-9', reason: 'retracted' }],
    provenance: { snapshot: 'abc123', searchedAt: '2026-01-05', considered: 12, engine: 'consilium 0.1.0', framing: { variants: 4, same: true }, parity: { audience: 'clinician', claims: 9, same: 9, differences: [] }, verification: { claims: 9, supported: 8, partly: 1, contradicted: 0, notSupported: 0 } },
    ...over,
  }
}
