import type { Evidence, Section, Source, Span } from '../../model/index.ts'
import type { EvidenceRecord } from './record-schema.ts'

/** Builds a text line by line and remembers where each part stands. */
class TextBuilder {
  text = ''
  readonly sections: Section[] = []

  /** Appends `value` after an optional label and returns the span of the value alone. */
  line(value: string, label = ''): Span {
    const start = this.text.length + label.length
    this.text += `${label}${value}\n`
    return { start, end: start + value.length }
  }

  section<T>(title: string, kind: Section['kind'], write: () => T): T {
    const start = this.text.length
    const result = write()
    if (this.text.length > start) this.sections.push({ title, kind, start, end: this.text.length - 1 })
    return result
  }
}

/**
 * Turns an evidence record into a citable source: a fixed text (the same record gives the same bytes) and the
 * structured evidence, each finding and recommendation with the span of the sentence that states it.
 */
export function renderRecord(record: EvidenceRecord): Source {
  const builder = new TextBuilder()
  builder.section('Title', 'title', () => builder.line(record.title))
  builder.section('Study', 'facts', () => {
    const facts: readonly (readonly [string, string | null])[] = [
      ['Population: ', record.population],
      ['Intervention: ', record.intervention],
      ['Comparator: ', record.comparator],
      ['Setting: ', record.setting],
      ['People: ', record.n === null ? null : String(record.n)],
      ['Follow-up: ', record.followUp],
      ['Blinding: ', record.blinding],
      ['Funding: ', record.fundingNote ?? (record.funding === 'unclear' ? null : record.funding)],
    ]
    for (const [label, value] of facts) if (value !== null && value !== '') builder.line(value, label)
  })
  const summary = builder.section('Summary', 'summary', () => record.summary.map((text) => ({ text, span: builder.line(text) })))
  const findings = builder.section('Findings', 'findings', () =>
    record.findings.map((finding, index) => ({ ...finding, id: `${record.id}:finding-${index + 1}`, span: builder.line(finding.text) })))
  const recommendations = builder.section('Recommendations', 'recommendations', () =>
    record.recommendations.map((recommendation, index) => ({
      ...recommendation,
      id: `${record.id}:recommendation-${index + 1}`,
      span: builder.line(recommendation.text),
    })))
  const limitations = builder.section('Limitations', 'limitations', () => record.limitations.map((text) => ({ text, span: builder.line(text) })))

  const text = builder.text
  const spanOf = (quote: string | null): Span | null => {
    if (quote === null) return null
    const start = text.indexOf(quote)
    return start < 0 ? null : { start, end: start + quote.length }
  }
  const evidence: Evidence = {
    population: record.population,
    intervention: record.intervention,
    comparator: record.comparator,
    setting: record.setting,
    n: record.n,
    followUp: record.followUp,
    followUpMonths: record.followUpMonths,
    design: { ...record.design, blinding: record.blinding === '' ? null : record.blinding },
    interventions: record.interventions,
    comparators: record.comparators,
    comparatorType: record.comparatorType,
    conditions: record.conditions,
    criteria: record.criteria,
    signals: record.signals.map(({ quote, ...signal }) => ({ ...signal, span: spanOf(quote) })),
    contains: record.contains,
    restsOnStudy: record.restsOnStudy,
    searchDate: record.searchDate,
    statedCertainty: record.statedCertainty.map(({ quote, ...stated }) => ({ ...stated, span: spanOf(quote) })),
    basisOf: record.basisOf.map(({ guideline, quote }) => ({ guideline, span: spanOf(quote) })),
    body: record.body,
    supersedes: record.supersedes,
    laterVersionsNotHeld: record.laterVersionsNotHeld,
    findings,
    recommendations,
    limitations,
    summary,
  }
  return {
    id: record.id,
    studyId: record.studyId,
    studyName: record.studyName,
    kind: record.kind,
    title: record.title,
    titleIsExact: record.titleIsExact,
    authors: record.authors,
    authorsEtAl: record.authorsEtAl,
    organization: record.organization,
    journal: record.journal,
    year: record.year,
    volume: null,
    issue: null,
    pages: null,
    pmid: record.pmid,
    pmcid: null,
    doi: record.doi,
    registrations: record.registrations,
    url: record.url,
    retraction: { state: record.retracted ? 'retracted' : 'none', notice: record.retractionNotice },
    preprint: record.preprint,
    funding: record.funding,
    fundingNote: record.fundingNote,
    conflictsOfInterest: null,
    licence: null,
    meshHeadings: [],
    publicationTypes: [],
    keywords: [],
    textKind: 'record',
    text,
    sections: builder.sections,
    dataDate: record.verification.checkedOn,
    provenance: { level: record.verification.level, pages: record.verification.pages },
    evidence,
  }
}
