import type { Source } from '../../model/index.ts'
import { authorList } from './author-list.ts'
import { journalFacts, sentence } from './publication-facts.ts'
import { titleSearchLink } from './title-search-link.ts'

/**
 * A source as a reference of the AMA Manual of Style (11th ed., chapter 3), on one line and without its number.
 *
 * What is not held is left out and never filled in. A title in square brackets is our description, because the exact
 * one was not seen. "Checked" is the day on which a record's facts were read on the page, not a day of access. The
 * link comes last and without a full stop, so that it can be copied.
 */
export function formatReference(source: Source): string {
  const parts = [
    stateMark(source),
    sentence(authorList(source) ?? ''),
    titleOf(source),
    source.preprint ? 'Preprint.' : '',
    journalFacts(source),
    registrationsOf(source),
    source.pmid === null ? '' : `PMID: ${source.pmid}.`,
    checkedOn(source),
    linkOf(source),
  ]
  return parts.filter((part) => part !== '').join(' ').replaceAll(/\s+/gu, ' ').trim()
}

/** What a reader must know before anything else. A correction is no reason for a mark: the corrected text is what is read. */
function stateMark(source: Source): string {
  if (source.retraction.state === 'retracted') return 'Retracted.'
  return source.retraction.state === 'expression-of-concern' ? 'Expression of concern.' : ''
}

function titleOf(source: Source): string {
  const title = source.title.trim()
  return source.titleIsExact ? sentence(title) : `[${title.replace(/\.$/u, '')}].`
}

/** A trial's entry in a register is cited by its number. */
function registrationsOf(source: Source): string {
  if (source.kind !== 'registration') return ''
  return source.registrations.map((number) => (number.startsWith('NCT') ? `ClinicalTrials.gov identifier: ${number}.` : `Registration: ${number}.`)).join(' ')
}

/** Web pages change: what we read has the day we read it. A report with a DOI or PMID does not need one. */
function checkedOn(source: Source): string {
  const isWebPage = source.doi === null && source.pmid === null && source.url !== null
  return isWebPage && source.provenance !== null && source.dataDate !== null ? `Checked ${source.dataDate}.` : ''
}

function linkOf(source: Source): string {
  if (source.doi !== null) return `doi:${source.doi}`
  if (source.url !== null) return source.url
  if (source.pmcid !== null) return `https://pmc.ncbi.nlm.nih.gov/articles/${source.pmcid}/`
  return source.pmid === null ? `No stable link found. Search by title: ${titleSearchLink(source.title.trim())}` : ''
}
