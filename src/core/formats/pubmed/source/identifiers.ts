import { sha256, type SourceId } from '../../../model/index.ts'

/** A DOI without resolver address or prefix ("https://doi.org/10.1/x" → "10.1/x"), or null when it is none. */
export function cleanDoi(text: string | null | undefined): string | null {
  const doi = (text ?? '').trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '').replace(/[\s.,;]+$/, '')
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : null
}

/** Digits of a PMID, or null. */
export function cleanPmid(text: string | null | undefined): string | null {
  const digits = (text ?? '').trim().replace(/^pmid:?\s*/i, '')
  return /^[1-9]\d{0,8}$/.test(digits) ? digits : null
}

/** `PMC` and digits, or null. */
export function cleanPmcid(text: string | null | undefined): string | null {
  const digits = /^(?:pmcid:?\s*)?(?:PMC)?(\d{1,9})(?:\.\d+)?$/i.exec((text ?? '').trim())?.[1]
  return digits === undefined ? null : `PMC${digits}`
}

/** `nct:…` of a registration number; other registers keep their own letters ("isrctn:ISRCTN1234"). */
export function studyIdOfRegistration(registration: string): string {
  return /^NCT\d{8}$/.test(registration) ? `nct:${registration}` : `registration:${registration}`
}

/** The id of a document that carries no identifier: a hash of what it says, so that the same text is the same source. */
export function fileSourceId(title: string, text: string): SourceId {
  return `file:${sha256(`${title}\n${text}`).slice(0, 32)}`
}

/** The id of a citation: PubMed's, else the DOI, else a hash of its text. */
export function citationSourceId(ids: { readonly pmid: string | null; readonly doi: string | null }, title: string, text: string): SourceId {
  if (ids.pmid !== null) return `pmid:${ids.pmid}`
  if (ids.doi !== null) return `doi:${ids.doi.toLowerCase()}`
  return fileSourceId(title, text)
}
