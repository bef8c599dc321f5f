import type { Claim } from '../../../core/model/index.ts'
import { withoutStatistics } from '../../../core/text/index.ts'
import { plainLimit } from '../../../core/terminology/index.ts'
import { unaccountedWords } from './account-words.ts'
import { wrong } from './compare-told.ts'
import type { ReferenceFacts } from './reference-facts.ts'
import { listInput } from './read-inputs.ts'
import type { Wrong } from './types.ts'

/** Limits of the studies: each reference sentence is told in its own words, by its kind of weakness, or as one that takes technical words. */
export function pitfallWrong({ text, inputs }: Claim, references: readonly Claim[], facts: ReferenceFacts): Wrong | null {
  const verbatim = listInput(inputs, 'verbatim')
  const source = facts.sources.get(references[0]?.citations[0]?.sourceId ?? '')
  let rest = text
  const cut = (part: string): boolean => {
    const at = rest.toLowerCase().indexOf(part.toLowerCase())
    if (at < 0) return false
    rest = `${rest.slice(0, at)} ${rest.slice(at + part.length)}`
    return true
  }
  const year = source?.year ?? null
  const opening = /^(.+?)(?: \((\d{4})\))?\. /.exec(text)
  if (opening === null || source === undefined || (opening[2] ?? null) !== (year === null ? null : String(year))) return wrong('changed', 'another study')
  if (unaccountedWords(opening[1] ?? '', [source.studyName ?? '', source.organization ?? '', source.journal ?? '', ...source.authors, 'and colleagues report A', facts.vocabulary.body(source.evidence?.body?.id ?? '')?.short ?? '']).length > 0) return wrong('changed', 'another study')
  rest = rest.slice(opening[0].length)
  const told = new Set<string>()
  let technical = false
  for (const { id, citations: [first] } of references) {
    const quote = first?.quote ?? ''
    const own = quote.trim().replace(/[.]$/, '')
    if (told.has(own) || cut(own) || cut(withoutStatistics(quote) ?? own)) { told.add(own); continue }
    if (verbatim.includes(id)) return wrong('strengthened', 'leaves out a limit of the study')
    const kind = plainLimit(quote)
    if (kind === null) technical = true
    else if (!told.has(kind) && !cut(kind)) return wrong('strengthened', 'leaves out a limit of the study')
    else told.add(kind)
  }
  if (technical && !(cut('It has a further limit that takes technical words.') && cut('The link shows them.'))) return wrong('strengthened', 'leaves out a limit of the study')
  return /^[\s.“”]*$/.test(rest) ? null : wrong('added', `says "${rest.trim()}"`)
}
