import type { Source, Span } from '../../core/model/index.ts'
import type { NamedStudy } from './types.ts'

/** What stands before the name of a study that a document did not have. */
const NOT_SEEN = /\b(?:before|predat(?:es?|ed|ing)|earlier than|later (?:trials?|studies|results?|reviews?))\b/i
/** What stands before the name of a study that a document rests on. */
const CITED = /\b(?:on the strength of|rest(?:s|ed|ing)? on|based on|after|following|cit(?:es?|ed|ing)|dr(?:ew|aws?|awing|awn) on|rel(?:ies|ied|ying) on|supported by|in (?:the )?light of|in response to)\b/i
const LEFT_OUT = /\b(?:not|never) (?:yet )?(?:included|considered|available|reviewed|published)\b/i

/** A study and the names that a text may use for it. */
export type StudyNames = {
  readonly studyId: string
  readonly name: string
  readonly patterns: readonly RegExp[]
  /** Guidelines that rest on it by its own words. */
  readonly basisOf: readonly { readonly guideline: string; readonly source: Source; readonly start: number; readonly end: number }[]
}

/**
 * The names of the studies and reviews held: the study's own, its registrations, and first author with year. A name that
 * two studies share names neither.
 */
export function studyNames(sources: readonly Source[]): StudyNames[] {
  const byName = new Map<string, Set<string>>()
  const shown = new Map<string, string>()
  for (const source of sources) {
    if (source.evidence === null || source.kind === 'guideline' || source.kind === 'policy' || source.kind === 'label' || source.retraction.state === 'retracted') continue
    const studyId = source.studyId ?? source.id
    const name = source.studyName?.replace(/\s*\([^)]*\)$/, '') ?? null
    const surname = source.authors[0]?.split(' ')[0] ?? null
    const authored = surname === null || source.year === null ? null : `${surname} ${source.year}`
    for (const each of [name, authored, ...source.registrations].filter((one) => one !== null)) byName.set(each, new Set([...(byName.get(each) ?? []), studyId]))
    if (!shown.has(studyId)) shown.set(studyId, name ?? authored ?? source.title)
  }
  return [...shown].map(([studyId, name]) => ({
    studyId,
    name,
    basisOf: sources.filter((source) => (source.studyId ?? source.id) === studyId).flatMap((source) => (source.evidence?.basisOf ?? []).flatMap(({ guideline, span }) => (span === null ? [] : [{ guideline, source, ...span }]))),
    patterns: [...byName].filter(([, studies]) => studies.size === 1 && studies.has(studyId)).map(([each]) => patternOf(each)),
  })).toSorted((a, b) => (a.studyId < b.studyId ? -1 : 1))
}

/** Whole, in its own capitals: "STEP" is neither "step" nor "STEP 1" nor "STEP-HFpEF". */
function patternOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/ (\d{4})$/, String.raw`(?: et al\.?)?,? \(?$1`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])${escaped}(?![\p{L}\p{N}]|-\p{L}| \d(?!\d{3}))`, 'u')
}

/**
 * Which studies a document says that it rests on or did not have, read from its summary, limitations and advice, each
 * with the sentence; a review may say itself which guideline rests on it (`basisOf`). A study that is only mentioned ("checked against a review of …") is neither.
 */
export function namedStudies(source: Source, studies: readonly StudyNames[]): NamedStudy[] {
  const evidence = source.evidence
  if (evidence === null) return []
  const spans: readonly Span[] = [...evidence.recommendations.map(({ span }) => span), ...evidence.summary.map(({ span }) => span), ...evidence.limitations.map(({ span }) => span)]
  const found = spans.flatMap((span) => studies.flatMap(({ studyId, name, patterns }): NamedStudy[] => {
    const sentence = source.text.slice(span.start, span.end)
    const at = patterns.map((pattern) => pattern.exec(sentence)?.index).find((index) => index !== undefined)
    const relation = at === undefined ? null : relationOf(sentence, at)
    return relation === null ? [] : [{ studyId, name, relation, source, start: span.start, end: span.end }]
  }))
  const reverse = studies.flatMap(({ studyId, name, basisOf }): NamedStudy[] => basisOf.filter(({ guideline }) => guideline === source.id).map(({ source: report, start, end }) => ({ studyId, name, relation: 'cited', source: report, start, end })))
  const all = [...found, ...reverse]
  return all.filter((one, index) => all.findIndex(({ studyId }) => studyId === one.studyId) === index)
}

function relationOf(sentence: string, at: number): NamedStudy['relation'] | null {
  const from = sentence.lastIndexOf(';', at) + 1
  const next = sentence.indexOf(';', at)
  const clause = sentence.slice(from, next === -1 ? sentence.length : next)
  const head = sentence.slice(from, at)
  if (NOT_SEEN.test(head) || LEFT_OUT.test(clause)) return 'not-seen'
  return CITED.test(head) ? 'cited' : null
}
