import { Vocabulary, type Concept, type OutcomeConcept } from '../../src/core/terminology/index.ts'

function concept(id: string, kind: Concept['kind'], parts: Partial<Concept> = {}): Concept {
  return { id, kind, label: id.replaceAll('-', ' '), plain: id, synonyms: [], isA: [], sameTechniqueAs: [], source: 'test', ...parts }
}

function outcome(id: string, category: OutcomeConcept['category'], thresholdPer1000: number | null): OutcomeConcept {
  return { id, label: id.replaceAll('-', ' '), plain: id, category, thresholdPer1000, synonyms: [] }
}

/** A few concepts of each kind with the relations that appraisal reads: class, technique, stopping, bodies, scales. */
export function buildVocabulary(): Vocabulary {
  return new Vocabulary({
    concepts: [
      concept('back-pain', 'condition'),
      concept('vertebrogenic-back-pain', 'condition', { isA: ['back-pain'] }),
      concept('knee-pain', 'condition'),
      concept('diabetes', 'condition'),
      concept('type-2-diabetes', 'condition', { isA: ['diabetes'] }),
      concept('sglt2-inhibitor', 'intervention'),
      concept('dapagliflozin', 'intervention', { isA: ['sglt2-inhibitor'] }),
      concept('nerve-ablation', 'intervention', { sameTechniqueAs: ['facet-denervation'] }),
      concept('facet-denervation', 'intervention'),
      concept('exercise', 'intervention'),
      concept('osteoporosis', 'population-tag'),
      concept('oxygen-therapy', 'population-tag'),
    ],
    outcomes: [
      outcome('death', 'death', 5),
      outcome('stroke', 'organ-event', 10),
      outcome('heart-failure-admission', 'care-driven', 10),
      outcome('pain', 'symptom', null),
      outcome('quality-of-life', 'qol', null),
      outcome('recovery', 'recovery', 50),
      outcome('major-bleeding', 'harm-serious', 10),
      { ...outcome('vascular-events', 'organ-event', 10), composite: true },
      outcome('blood-pressure', 'surrogate', null),
    ],
    bodies: [
      { id: 'panel', name: 'The Panel', short: 'Panel', region: 'international', qualified: true, reason: 'explicit method' },
      { id: 'society', name: 'The Society', short: 'Society', region: 'US', qualified: false, reason: 'no explicit method known' },
      { id: 'expiring', name: 'The Expiring Panel', short: 'Expiring', region: 'US', qualified: true, reason: 'explicit method', expiresAfterYears: 5 },
    ],
    criticalOutcomes: [{ conditions: ['back-pain'], critical: ['pain', 'death'], reason: 'test' }],
    compositeEquivalences: [{ id: 'death-or-stroke', composites: [['death', 'stroke'], ['death', 'stroke', 'recovery']], reason: 'a test counts them alike' }],
    instruments: [
      { id: 'odi', label: 'Oswestry Disability Index', plain: 'a scale of trouble', range: [0, 100], unit: 'points', mid: 10, midSource: 'test', midVerified: true, higherIsBetter: false },
      { id: 'no-mid', label: 'A scale without a line', plain: 'a scale', range: null, unit: 'points', mid: null, midSource: 'none', midVerified: false, higherIsBetter: false },
    ],
  })
}
