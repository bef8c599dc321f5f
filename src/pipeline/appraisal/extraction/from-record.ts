import type { Evidence, Source, Span } from '../../../core/model/index.ts'
import { statedInMetadata, viewOf, type DocumentView } from './document-view.ts'
import type { ExtractedEvidence, ExtractedTopic, Stated, StudyDesign } from './types.ts'

/** A curated record already says what it holds: its parts are taken over, each at the words of its text. */
export function fromRecord(source: Source, evidence: Evidence): ExtractedEvidence {
  const view = viewOf(source)
  const at = <T>(value: T | null, words: string | null): Stated<T> | null => (value === null || words === null ? null : statedInMetadata(view, value, words))
  const { design } = evidence
  const designValue = designOf(source, evidence)
  return {
    sourceId: source.id, origin: 'record',
    design: {
      design: statedInMetadata(view, designValue, source.title), kind: source.kind, layouts: [], randomised: at(design.randomized, source.title), sequence: null, concealment: null,
      participantsBlinded: at(design.participantsBlinded, design.blinding ?? ''), assessorsBlinded: at(design.assessorsBlinded, design.blinding ?? ''), blinding: at(design.blinding, design.blinding),
    },
    sample: {
      randomised: evidence.n !== null && designValue === 'randomised-trial' ? peopleLine(view, evidence.n) : null, clusters: null, included: evidence.n === null ? null : peopleLine(view, evidence.n), arms: [],
      followUp: evidence.followUp === null || evidence.followUpMonths === null ? null : statedInMetadata(view, { words: evidence.followUp, months: evidence.followUpMonths }, evidence.followUp),
      lost: attrition(view, evidence),
    },
    independence: {
      funding: source.funding, fundingStatement: at(source.fundingNote, source.fundingNote), conflictStatement: at(source.conflictsOfInterest, source.conflictsOfInterest), declaresNoConflict: null,
      registrations: source.registrations.map((number) => statedInMetadata(view, number, number)),
    },
    pico: {
      population: topic(view, evidence.population, evidence.conditions), intervention: topic(view, evidence.intervention, evidence.interventions), comparator: topic(view, evidence.comparator, evidence.comparators),
      outcomes: evidence.findings.map(({ outcome, outcomeConcept }) => ({ ...statedInMetadata(view, outcome, outcome), concepts: outcomeConcept === null ? [] : [outcomeConcept] })),
    },
    findings: evidence.findings.map((finding) => ({ ...finding, statedDirection: null })), recommendations: evidence.recommendations, refused: [],
  }
}

function designOf(source: Source, { design }: Evidence): StudyDesign {
  switch (source.kind) {
    case 'rct': return 'randomised-trial'
    case 'registration': return 'protocol'
    case 'cohort': return design.controlled === false ? 'single-arm' : 'cohort'
    default: return source.kind
  }
}

function topic(view: DocumentView, words: string | null, concepts: readonly string[]): ExtractedTopic | null {
  return words === null ? null : { ...statedInMetadata(view, words, words), concepts }
}

/** The record's own line on people ("People: 140"). */
function peopleLine({ text, source }: DocumentView, n: number): Stated<number> {
  const facts = source.sections.find(({ kind }) => kind === 'facts')
  const label = `People: ${n}`
  const start = facts === undefined ? -1 : text.indexOf(label, facts.start)
  const span: Span | null = start < 0 ? null : { start: start + 'People: '.length, end: start + label.length }
  return { value: n, quote: String(n), span }
}

function attrition(view: DocumentView, { signals }: Evidence): ExtractedEvidence['sample']['lost'] {
  const signal = signals.find(({ kind, value }) => kind === 'attrition' && value !== null)
  if (signal === undefined || signal.value === null || signal.span === null) return null
  return { value: { percent: signal.value, lost: null, of: null }, quote: view.text.slice(signal.span.start, signal.span.end), span: signal.span }
}
