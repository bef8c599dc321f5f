import type { Source } from '../../core/model/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import type { Cite } from './types.ts'

/** Where a record states who was studied, with what, how many, for how long and how: the words behind "this is from one study …". Empty for a text without such a part. */
export function aboutCites(source: Source): Cite[] {
  const facts = source.sections.find(({ kind }) => kind === 'facts')
  return facts === undefined || source.retraction.state === 'retracted' ? [] : [{ source, start: facts.start, end: facts.end }]
}

/** Where it is stated how the study behind a result was done: by its main report where that is another, and what is known of who was counted. */
export function conductCites({ source, conduct }: AppraisedFinding): Cite[] {
  const signals = (conduct.evidence?.signals ?? []).filter(({ kind, span }) => kind === 'per-protocol-only' && span !== null).flatMap(({ span }) => (span === null ? [] : [{ source: conduct, start: span.start, end: span.end }]))
  return conduct.retraction.state === 'retracted' ? [] : [...(conduct.id === source.id ? [] : aboutCites(conduct)), ...signals]
}
