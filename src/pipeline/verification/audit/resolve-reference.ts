import type { Source } from '../../../core/model/index.ts'
import type { PageReference } from '../../../core/formats/page-text/index.ts'
import { searchTerms } from '../../../core/text/index.ts'

/** Words by which a page cites itself or its own house. */
const OWN = /\b(?:our|this site's|this page's|the site's)\s+(?:[\w’'-]+\s+){0,3}(?:leaflet|flyer|handout|booklet|fact ?sheet|answer|article|summary|page|guide|overview|explainer|post|library|digest|brief|bulletin|newsletter|column|primer|round-?up|entry|write-up|FAQ|handbook|manual|blog|encyclopa?edia|podcast|video|course|comparison)s?\b|\b(?:see|from|on|in) our\b|\b(?:house|in-house|internal|editorial team) (?:summary|answer|review|digest|brief)\b|\b(?:previous|earlier|prior) (?:answer|summary) (?:on|from|by) (?:this site|us|our)\b/i

/** Whether a reference, or the words around a citation, name the page's own house as the source. */
export function isSelfCitation(text: string, house: readonly string[]): boolean {
  return OWN.test(text) || house.some((name) => text.toLowerCase().includes(name.toLowerCase()))
}

/** Enough of a title's words in a reference to take it for that title (convention). */
const SAME_TITLE = 0.75

/** The source held that a reference names: by DOI or PMID, else title, else first author or body with the year and journal. */
export function resolveReference({ text }: PageReference, sources: readonly Source[]): Source | null {
  const doi = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(text)?.[0].replace(/[.,;)]+$/, '').toLowerCase()
  const pmid = /\bPMID:?\s*(\d{4,9})\b|pubmed\.ncbi\.nlm\.nih\.gov\/(\d{4,9})/i.exec(text)
  const byId = sources.find((source) => (doi !== undefined && source.doi?.toLowerCase() === doi) || (pmid !== null && source.pmid === (pmid[1] ?? pmid[2])))
  if (byId !== undefined) return byId
  const terms = new Set(searchTerms(text))
  const scored = sources.map((source) => ({ source, score: likeness(source, text, terms) })).filter(({ score }) => score >= 1).toSorted((a, b) => b.score - a.score || (a.source.id < b.source.id ? -1 : 1))
  const [first, second] = scored
  return first === undefined || (second !== undefined && second.score === first.score && second.source.studyId !== first.source.studyId) ? null : first.source
}

function likeness(source: Source, text: string, terms: ReadonlySet<string>): number {
  const title = [...new Set(searchTerms(source.title.replace(/^RETRACTED:?\s*/i, '')))]
  const share = title.length < 3 ? 0 : title.filter((term) => terms.has(term)).length / title.length
  const surname = source.authors[0]?.replace(/ [A-Z]{1,4}$/, '')
  const byAuthor = surname !== undefined && new RegExp(`\\b${surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).test(text)
  const byName = source.studyName !== null && source.studyName.length > 3 && new RegExp(`\\b${source.studyName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).test(text)
  const byBody = source.organization !== null && text.includes(source.organization.replace(/ \([^)]*\)/, ''))
  const byYear = source.year !== null && text.includes(String(source.year))
  const byJournal = source.journal !== null && text.toLowerCase().includes(source.journal.toLowerCase())
  return (share >= SAME_TITLE ? 1 + share : 0) + (byAuthor && byYear ? 0.7 : 0) + (byJournal ? 0.3 : 0) + (byName && byYear ? 0.8 : 0) + (byBody && byYear ? 0.8 : 0) + (share < SAME_TITLE && share > 0.3 ? 0.4 * share : 0)
}
