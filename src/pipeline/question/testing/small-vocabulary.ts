import { conceptSchema, Vocabulary, type Concept, type OutcomeConcept } from '../../../core/terminology/index.ts'

type Told = { readonly synonyms?: readonly string[]; readonly isA?: readonly string[]; readonly stops?: string; readonly form?: Concept['form']; readonly criteria?: unknown }

/** A vocabulary small enough to hold in the head: four drugs, two procedures, two tests, six conditions, five tags. */
export function smallVocabulary(): Vocabulary {
  return new Vocabulary({
    concepts: [
      concept('intervention', 'nerve-ablation', 'nerve ablation', { synonyms: ['Intracept', 'BVNA', 'basivertebral nerve ablation'], form: 'procedure' }),
      concept('intervention', 'knee-arthroscopy', 'knee arthroscopy', { synonyms: ['arthroscopy'], form: 'procedure' }),
      concept('intervention', 'exercise-therapy', 'exercise therapy', { synonyms: ['exercise', 'exercises'] }),
      concept('intervention', 'tens', 'transcutaneous electrical nerve stimulation', { synonyms: ['TENS'] }),
      concept('intervention', 'aspirin', 'aspirin', { synonyms: ['acetylsalicylic acid'], form: 'drug' }),
      concept('intervention', 'warfarin', 'warfarin', { isA: ['anticoagulant'], form: 'drug' }),
      concept('intervention', 'apixaban', 'apixaban', { isA: ['anticoagulant'], form: 'drug' }),
      concept('intervention', 'anticoagulant', 'anticoagulants', { synonyms: ['blood thinner', 'blood thinners'] }),
      concept('intervention', 'statin', 'statins', { synonyms: ['statin'] }),
      concept('intervention', 'beta-blocker', 'beta-blockers', { synonyms: ['beta blocker'] }),
      concept('intervention', 'metoprolol', 'metoprolol', { isA: ['beta-blocker'] }),
      concept('intervention', 'beta-blocker-interruption', 'stopping beta-blockers', { stops: 'beta-blocker' }),
      concept('intervention', 'spine-imaging', 'spine imaging', { synonyms: ['MRI'], form: 'test' }),
      concept('intervention', 'mammography-screening', 'screening mammography', { synonyms: ['mammogram', 'mammograms', 'mammography'], form: 'test' }),
      concept('condition', 'low-back-pain', 'low back pain', { synonyms: ['back pain'] }),
      concept('condition', 'vertebrogenic-low-back-pain', 'vertebrogenic low back pain', { isA: ['low-back-pain'] }),
      concept('condition', 'heart-failure', 'heart failure', {}),
      concept('condition', 'hfpef', 'heart failure with preserved ejection fraction', { synonyms: ['HFpEF'], isA: ['heart-failure'], criteria: { ranges: { 'ejection-fraction': { min: 50 } } } }),
      concept('condition', 'atrial-fibrillation', 'atrial fibrillation', { synonyms: ['AF'] }),
      concept('condition', 'myocardial-infarction', 'myocardial infarction', { synonyms: ['heart attack', 'MI'] }),
      concept('condition', 'knee-osteoarthritis', 'knee osteoarthritis', {}),
      concept('condition', 'osteoporosis', 'osteoporosis', {}),
      concept('condition', 'diabetes', 'diabetes', { synonyms: ['diabetic', 'diabetics'] }),
      concept('condition', 'breast-cancer', 'breast cancer', {}),
      concept('population-tag', 'modic-changes', 'Modic changes', { synonyms: ['Modic 1', 'Modic 2'] }),
      concept('population-tag', 'female', 'women', { synonyms: ['woman', 'female'] }),
      concept('population-tag', 'male', 'men', { synonyms: ['man', 'male'] }),
      concept('population-tag', 'pregnant', 'pregnancy', { synonyms: ['pregnant'] }),
      concept('population-tag', 'frailty', 'frailty', { synonyms: ['frail'] }),
    ],
    outcomes: [outcome('stroke', ['strokes']), outcome('death', ['mortality']), outcome('pain', []), outcome('bleeding', ['major bleeding'])],
    bodies: [
      { id: 'nice', name: 'National Institute for Health and Care Excellence', short: 'NICE', region: 'UK', qualified: true, reason: 'test' },
      { id: 'acc-aha', name: 'American College of Cardiology and American Heart Association', short: 'ACC/AHA', region: 'US', qualified: true, reason: 'test' },
    ],
    criticalOutcomes: [],
    instruments: [],
  })
}

function concept(kind: Concept['kind'], id: string, label: string, told: Told): Concept {
  return conceptSchema.parse({ id, kind, label, plain: label, synonyms: [], source: 'test', ...told })
}

function outcome(id: string, synonyms: readonly string[]): OutcomeConcept {
  return { id, label: id, plain: id, category: 'organ-event', thresholdPer1000: 10, synonyms: [...synonyms] }
}
