import type { Finding, Source, SourceKind } from '../../../core/model/index.ts'
import { reportsNamed, type HeldSources } from './held-sources.ts'

/**
 * Where a number really comes from.
 *
 * `measured-here`: the cited source measured it, or pooled it itself. `walked`: another study that is held measured it;
 * `path` are the sources that relay it, the cited one first, and `agrees` says how its own report states it. `not-held`: it
 * was measured elsewhere and that is not held. `secondary`: the source reports the work of others and does not say whose.
 * `refused`: the trail leads back to itself or to a retracted study, so the number stands on nothing.
 */
export type Walk =
  | { readonly kind: 'measured-here' }
  | { readonly kind: 'walked'; readonly path: readonly Source[]; readonly study: Source; readonly finding: Finding | null; readonly agrees: Agreement }
  | { readonly kind: 'not-held'; readonly path: readonly Source[]; readonly from: string }
  | { readonly kind: 'secondary' }
  | { readonly kind: 'refused'; readonly reason: string }

/** How the study's own report states a relayed number: the same, another number, in another form, or not at all. */
export type Agreement = 'same' | 'different' | 'other-form' | 'not-stated'

/** Kinds that report what others measured. */
const SECONDARY: readonly SourceKind[] = ['guideline', 'policy', 'label', 'narrative-review', 'other']
const SYNTHESES: readonly SourceKind[] = ['systematic-review', 'meta-analysis']

/** Whether a source of this kind reports the work of others and pools nothing itself. */
export function isSecondary({ kind }: Source): boolean {
  return SECONDARY.includes(kind)
}

type Step = { readonly source: Source; readonly finding: Finding | null }

/**
 * Follows a number from the source that is cited to the study that measured it: where a record says so (`relayedFrom`, a
 * review that rests on one trial), else where a trial that the review contains reports the same outcome with the same
 * estimate and interval. The same numbers alone prove nothing: unrelated trials share them.
 */
export function walkToStudy(source: Source, finding: Finding, held: HeldSources): Walk {
  const path: Source[] = []
  let at: Step = { source, finding }
  for (;;) {
    const next = at.finding === null ? null : nextStep(at.source, at.finding, finding, held)
    if (next === null) return endOf(path, at, finding)
    path.push(at.source)
    if ('from' in next) return { kind: 'not-held', path, from: next.from }
    if (next.source.id === at.source.id) return { kind: 'refused', reason: 'its source names itself as where the number comes from' }
    if (path.some(({ id }) => id === next.source.id)) return { kind: 'refused', reason: `its sources relay the number from each other in a circle (${[...path, next.source].map(({ id }) => id).join(' → ')})` }
    if (next.source.retraction.state === 'retracted') return { kind: 'refused', reason: 'the study that measured the number is retracted' }
    at = next
  }
}

function endOf(path: readonly Source[], { source: study, finding }: Step, relayed: Finding): Walk {
  if (path.length === 0) return isSecondary(study) && relayed.estimate !== null ? { kind: 'secondary' } : { kind: 'measured-here' }
  return { kind: 'walked', path, study, finding, agrees: agreement(relayed, finding) }
}

/** What the finding was taken from; null where the source itself measured it. `wanted` is the number that is followed. */
function nextStep(source: Source, finding: Finding, wanted: Finding, held: HeldSources): Step | { readonly from: string } | null {
  if (finding.relayedFrom !== null) {
    const reports = reportsNamed(finding.relayedFrom, held)
    return reports.length === 0 ? { from: finding.relayedFrom } : bestReport(reports, wanted)
  }
  const { restsOnStudy, contains } = source.evidence ?? { restsOnStudy: null, contains: [] }
  // Shares without a comparison in such a review may be of other studies than the one its effects rest on.
  if (restsOnStudy !== null && finding.measure !== 'proportion' && finding.measure !== 'mean-change' && finding.estimate !== null) {
    const reports = (held.byStudy.get(restsOnStudy) ?? []).filter(({ id }) => id !== source.id)
    return reports.length === 0 ? { from: restsOnStudy } : bestReport(reports, wanted)
  }
  if (!SYNTHESES.includes(source.kind) && !isSecondary(source)) return null
  const inside = contains.flatMap((study) => held.byStudy.get(study) ?? []).filter(({ id, kind }) => id !== source.id && !SYNTHESES.includes(kind) && kind !== source.kind)
  const same = inside.flatMap((report) => (report.evidence?.findings ?? []).filter((own) => isSameOutcome(own, finding) && hasSameNumbers(own, finding)).map((own) => ({ source: report, finding: own })))
  return new Set(same.map((step) => step.source.studyId ?? step.source.id)).size === 1 ? (same[0] ?? null) : null
}

/** The report, and in it the result, that is nearest to the number: same numbers, measure and time. */
function bestReport(reports: readonly Source[], wanted: Finding): Step | null {
  const results = reports.flatMap((source) => (source.evidence?.findings ?? []).filter((finding) => isSameOutcome(finding, wanted) && isSameTime(finding, wanted)).map((finding) => ({ source, finding })))
  const nearness = ({ finding }: { readonly finding: Finding }): number => (hasSameNumbers(finding, wanted) ? 4 : 0) + (finding.measure === wanted.measure ? 2 : 0) + (finding.timeMonths === wanted.timeMonths ? 1 : 0)
  const [best] = results.toSorted((a, b) => nearness(b) - nearness(a))
  const [main] = reports
  return best ?? (main === undefined ? null : { source: main, finding: null })
}

/** A later follow-up, often without a comparison, is another result; where a time is not stated nothing speaks against it. */
function isSameTime(a: Finding, b: Finding): boolean {
  return a.timeMonths === null || b.timeMonths === null || a.timeMonths === b.timeMonths
}

function isSameOutcome(a: Finding, b: Finding): boolean {
  if (a.outcome.toLowerCase() === b.outcome.toLowerCase()) return true
  if (a.components.length > 0 || b.components.length > 0) return a.components.length === b.components.length && a.components.every((part) => b.components.includes(part))
  return a.outcomeConcept !== null && a.outcomeConcept === b.outcomeConcept
}

/** Equal estimate and interval in one measure; without an interval two numbers are not known to be one. */
function hasSameNumbers(a: Finding, b: Finding): boolean {
  return a.measure === b.measure && a.estimate !== null && a.estimate === b.estimate && a.ciLow !== null && a.ciLow === b.ciLow && a.ciHigh === b.ciHigh
}

function agreement(relayed: Finding, own: Finding | null): Agreement {
  if (own === null) return 'not-stated'
  if (own.measure !== relayed.measure || own.estimate === null || relayed.estimate === null) return 'other-form'
  const differs = own.estimate !== relayed.estimate || [[own.ciLow, relayed.ciLow], [own.ciHigh, relayed.ciHigh]].some(([x, y]) => x !== null && y !== null && x !== y)
  return differs ? 'different' : 'same'
}
