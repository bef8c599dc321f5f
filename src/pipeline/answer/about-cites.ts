import type { Source } from '../../core/model/index.ts'
import type { Cite } from './types.ts'

/** Where a record states who was studied, with what, how many, for how long and how: the words behind "this is from one study …". Empty for a text without such a part. */
export function aboutCites(source: Source): Cite[] {
  const facts = source.sections.find(({ kind }) => kind === 'facts')
  return facts === undefined || source.retraction.state === 'retracted' ? [] : [{ source, start: facts.start, end: facts.end }]
}
