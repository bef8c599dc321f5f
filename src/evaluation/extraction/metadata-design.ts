import type { Source } from '../../core/model/index.ts'
import type { ExtractedEvidence } from '../../pipeline/appraisal/extraction/index.ts'

export type MetadataDesign = 'randomised' | 'review' | 'protocol' | 'cohort' | 'non-randomised'

/** What title, keywords and article type say of a design, by one word each and no rule of the extractor; null when nothing. */
export function metadataDesign({ title, keywords, publicationTypes }: Source): MetadataDesign | null {
  const words = [title, ...keywords].join(' · ').toLowerCase()
  if (publicationTypes.some((type) => /review|meta-analysis/.test(type)) || /systematic review|meta-analysis/.test(title.toLowerCase())) return 'review'
  if (/\bprotocol\b/.test(title.toLowerCase())) return 'protocol'
  if (/non-?\s?randomi[sz]ed/.test(words)) return 'non-randomised'
  if (/randomi[sz]ed (?:\w+[ -])*(?:trial|study)|\brct\b|clinical trial, randomi/.test(words)) return 'randomised'
  return /\bcohort\b/.test(title.toLowerCase()) ? 'cohort' : null
}

const FITS: Readonly<Record<MetadataDesign, readonly ExtractedEvidence['design']['design']['value'][]>> = {
  // A randomized study of animals is told to be one of animals first.
  randomised: ['randomised-trial', 'animal-study', 'cost-study'],
  review: ['systematic-review', 'meta-analysis', 'narrative-review'],
  protocol: ['protocol'],
  'non-randomised': ['non-randomised-trial', 'cohort'],
  cohort: ['cohort', 'observational', 'single-arm'],
}

/** Whether an extracted design agrees with what the article's own metadata says of it. */
export function agreesWithMetadata(predicted: ExtractedEvidence['design']['design']['value'], metadata: MetadataDesign): boolean {
  return FITS[metadata].includes(predicted)
}
