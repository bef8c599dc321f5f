import type { JatsExpectation, JatsPrediction } from './prediction.ts'

/** Fields compared; each part of `counts` is a field of its own. */
export const JATS_FIELDS = [
  'pmcid', 'pmid', 'doi', 'articleType', 'title', 'journal', 'year', 'authors', 'abstractSectionTitles', 'abstract', 'bodySectionTitles',
  'bodySectionsAllLevels', 'bodyParagraphs', 'tables', 'figures', 'references', 'keywords', 'referencePmids', 'licenseUrl', 'licenseText', 'copyright',
] as const
export type JatsField = (typeof JATS_FIELDS)[number]

/** Fields in which a prediction differs from what was expected; texts are compared on letters and digits alone. */
export function differingFields(prediction: JatsPrediction, expected: JatsExpectation): JatsField[] {
  return JATS_FIELDS.filter((field) => {
    if (field === 'year') return !expected.years.includes(prediction.year)
    return comparable(valueOf(prediction, field)) !== comparable(valueOf(expected, field))
  })
}

function valueOf(values: JatsPrediction | JatsExpectation, field: Exclude<JatsField, 'year'>): unknown {
  switch (field) {
    case 'bodySectionsAllLevels': case 'bodyParagraphs': case 'tables': case 'figures': case 'references': case 'keywords': return values.counts[field]
    default: return values[field]
  }
}

/** A value without case, punctuation and space; parts of a list stay apart. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return value.map((part) => comparable(part)).join('\n')
  if (typeof value === 'object' && value !== null) return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => `${key}=${comparable(part)}`).join(';')
  return String(value).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
