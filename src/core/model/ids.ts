/**
 * Identifiers, as plain strings with a fixed shape.
 *
 * - a starter source keeps its record's id (`fischgrund-2018-smart`); other sources are `pmid:…`, `pmcid:…`,
 *   `doi:…`, `nct:…` or `file:` with a content hash;
 * - a study (the trial behind one or several reports; Cochrane's "study" against "report") is its registration
 *   (`nct:NCT01446419`), else the id of its main report;
 * - a passage is `sourceId#start-end`, in UTF-16 units as JavaScript counts.
 */
export type SourceId = string
/** Identity of the study behind one or several reports; never an acronym (SMART names three trials). */
export type StudyId = string
/** `sourceId#start-end`. */
export type PassageId = string
/** Kebab-case id of a clinical concept in `core/terminology`. */
export type ConceptId = string

/** The id of the passage of a source that covers `[start, end)` in UTF-16 units. */
export function passageId(sourceId: SourceId, start: number, end: number): PassageId {
  return `${sourceId}#${start}-${end}`
}
