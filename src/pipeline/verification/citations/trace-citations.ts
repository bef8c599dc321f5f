import { splitClaimId, type Finding, type Source } from '../../../core/model/index.ts'
import { nameSource } from '../../../core/text/index.ts'
import type { Cite, Draft, DraftCell, DraftClaim } from '../../answer/index.ts'
import { citationNotes } from './citation-notes.ts'
import { holdSources, type HeldSources } from './held-sources.ts'
import { relayRemark } from './relay-remark.ts'
import { walkToStudy, type Walk } from './walk-to-study.ts'

/**
 * Follows every number of the draft to the study that measured it, before anything is verified. A sentence on a relayed
 * number cites relay and study and says so; one whose trail is a circle or ends at a retracted study is refused with the
 * reason; every citation carries the standing of its source (preprint, corrected, secondary source).
 */
export function traceCitations(draft: Draft, sources: readonly Source[]): Draft {
  const tracer = new Tracer(holdSources(sources))
  const patient = draft.audience === 'patient'
  const cell = ({ text, cites }: DraftCell): DraftCell => ({ text, cites: cites.map((cite) => tracer.noted(cite)) })
  return {
    ...draft,
    answer: draft.answer.map((claim) => tracer.claim(claim, patient)),
    sections: draft.sections.map((section) => ({
      ...section,
      claims: section.claims.map((claim) => tracer.claim(claim, patient)),
      ...(section.table === undefined ? {} : { table: { ...section.table, rows: section.table.rows.filter((row) => !row.some(({ cites }) => cites.some((cite) => tracer.isRefused(cite)))).map((row) => row.map(cell)) } }),
      ...(section.plot === undefined ? {} : { plot: { ...section.plot, rows: section.plot.rows.filter(({ cite }) => !tracer.isRefused(cite)).map((row) => ({ ...row, cite: tracer.noted(row.cite) })) } }),
    })),
  }
}

/** Walks each result once, however many sentences cite it. */
class Tracer {
  readonly #held: HeldSources
  readonly #walks = new Map<Finding, Walk>()

  constructor(held: HeldSources) {
    this.#held = held
  }

  claim(claim: DraftClaim, patient: boolean): DraftClaim {
    const cites = claim.cites.map((cite) => this.noted(cite))
    const trails = this.#resultsOf(claim).map((result) => ({ ...result, walk: this.#walk(result.source, result.finding) }))
    const refused = trails.find(({ walk }) => walk.kind === 'refused')
    if (refused?.walk.kind === 'refused') return { ...claim, cites, refusedBecause: refused.walk.reason }
    const isPart = trails.some(({ walk }) => walk.kind === 'measured-here')
    const remarks = [...new Set(trails.map(({ walk, source }) => relayRemark(walk, source, claim.text, { patient, isPart })).filter((remark) => remark !== null))]
    if (remarks.length === 0) return { ...claim, cites }
    const walked = trails.flatMap(({ walk }) => (walk.kind === 'walked' ? [walk] : []))
    // A report that does not state the outcome is named and not cited: it has no words for the number to stand on.
    const studies = walked.flatMap(({ study, finding }) => (finding === null ? [] : [this.noted({ source: study, start: finding.span.start, end: finding.span.end })]))
    const more = studies.filter((cite, index) => ![...cites, ...studies.slice(0, index)].some((other) => other.source.id === cite.source.id && other.start === cite.start))
    const measuredIn = walked.map(({ study }) => ({ sourceId: study.id, name: nameSource(study), year: study.year }))
    return { ...claim, text: [claim.text, ...remarks].join(' '), cites: [...cites, ...more], inputs: { ...claim.inputs, relay: remarks.join(' '), ...(walked.length === 0 ? {} : { measuredIn }) } }
  }

  /** The citation with the standing of its source, and "secondary source" where its number is another's. */
  noted(cite: Cite): Cite {
    const finding = findingAt(cite)
    const walk = finding === undefined || finding.outcomeKind === 'administrative' ? null : this.#walk(cite.source, finding)
    const relays = walk !== null && (walk.kind === 'walked' || walk.kind === 'not-held' || walk.kind === 'secondary')
    const notes = [...citationNotes(cite.source, this.#held), ...(relays ? ['secondary source for this number'] : [])]
    return notes.length === 0 ? cite : { ...cite, notes }
  }

  isRefused(cite: Cite): boolean {
    const finding = findingAt(cite)
    return finding !== undefined && this.#walk(cite.source, finding).kind === 'refused'
  }

  /** The results that a sentence states: those whose ids it has, and of a whole body the one it quotes. */
  #resultsOf({ id, cites }: DraftClaim): { readonly source: Source; readonly finding: Finding }[] {
    const ids = splitClaimId(id)
    const quoted = ids.some((part) => part.startsWith('effect:')) ? cites[0] : undefined
    return cites.flatMap((cite) => {
      const finding = findingAt(cite)
      return finding !== undefined && finding.outcomeKind !== 'administrative' && (ids.includes(finding.id) || cite === quoted) ? [{ source: cite.source, finding }] : []
    })
  }

  #walk(source: Source, finding: Finding): Walk {
    const known = this.#walks.get(finding)
    if (known !== undefined) return known
    const walk = walkToStudy(source, finding, this.#held)
    this.#walks.set(finding, walk)
    return walk
  }
}

function findingAt({ source, start, end }: Cite): Finding | undefined {
  return source.evidence?.findings.find(({ span }) => span.start === start && span.end === end)
}
