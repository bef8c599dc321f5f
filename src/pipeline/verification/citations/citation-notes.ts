import type { Source } from '../../../core/model/index.ts'
import { nameSource } from '../../../core/text/index.ts'
import type { HeldSources } from './held-sources.ts'

/** What a reader has to know of a source at the very place where it is cited: its standing, in a word or two. */
export function citationNotes(source: Source, { successors }: HeldSources): string[] {
  const newer = successors.get(source.id)
  return [
    ...(source.retraction.state === 'retracted' ? ['retracted'] : []),
    ...(source.retraction.state === 'corrected' ? ['corrected'] : []),
    ...(source.retraction.state === 'expression-of-concern' ? ['expression of concern'] : []),
    ...(source.preprint ? ['preprint'] : []),
    // Advice falls one by one, so the whole document is not called superseded.
    ...(newer === undefined ? [] : [`replaced in whole or part by ${nameSource(newer)}${newer.year === null ? '' : ` ${newer.year}`}`]),
  ]
}
