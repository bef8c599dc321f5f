import { z } from 'zod'
import type { JatsStructure } from '../../core/formats/jats/index.ts'

/** What is predicted of one article: the fields of the expectations, with the one year we cite. */
export const jatsPredictionSchema = z.object({
  file: z.string(),
  pmcid: z.string(),
  pmid: z.string(),
  doi: z.string(),
  articleType: z.string(),
  title: z.string(),
  journal: z.string(),
  year: z.string(),
  authors: z.array(z.union([z.object({ surname: z.string(), given: z.string() }), z.object({ collab: z.string() })])),
  abstractSectionTitles: z.array(z.string()),
  abstract: z.string(),
  bodySectionTitles: z.array(z.string()),
  counts: z.object({
    bodySectionsAllLevels: z.int(), bodyParagraphs: z.int(), tables: z.int(), figures: z.int(), references: z.int(), keywords: z.int(),
  }),
  referencePmids: z.array(z.string()),
  licenseUrl: z.string(),
  licenseText: z.string(),
  copyright: z.string(),
})
export type JatsPrediction = Readonly<z.infer<typeof jatsPredictionSchema>>

/** The expectations: all publication years instead of one. */
export const jatsExpectationSchema = jatsPredictionSchema.omit({ year: true }).extend({ years: z.array(z.string()) })
export type JatsExpectation = Readonly<z.infer<typeof jatsExpectationSchema>>

/** The expectations hold the first 400 characters of a licence's words; a prediction gives as much. */
const LICENCE_TEXT_CHARACTERS = 400

/** The prediction for a file, from the article alone; an absent value is an empty string. */
export function predictionOf(file: string, structure: JatsStructure): JatsPrediction {
  const { front } = structure
  return {
    file,
    pmcid: front.pmcid ?? '',
    pmid: front.pmid ?? '',
    doi: front.doi ?? '',
    articleType: structure.articleType,
    title: front.title,
    journal: front.journal,
    year: front.dates[0]?.slice(0, 4) ?? '',
    authors: front.contributors.map((contributor) => ('collab' in contributor ? contributor : { surname: contributor.surname, given: contributor.given })),
    abstractSectionTitles: [...structure.abstractSectionTitles],
    abstract: structure.abstract,
    bodySectionTitles: [...structure.bodySectionTitles],
    counts: structure.counts,
    referencePmids: [...structure.referencePmids],
    licenseUrl: front.licenceUrl ?? '',
    licenseText: (front.licenceText ?? '').slice(0, LICENCE_TEXT_CHARACTERS),
    copyright: front.copyright ?? '',
  }
}
