import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evidenceRecordSchema, renderRecord } from '../../src/core/formats/record/index.ts'
import type { Source } from '../../src/core/model/index.ts'
import { starterVocabulary } from '../../src/core/terminology/index.ts'
import { appraise } from '../../src/pipeline/appraisal/index.ts'
import { understandQuestion } from '../../src/pipeline/question/index.ts'
import { synthesise, type DomainOverride, type Stratum, type Synthesis } from '../../src/pipeline/synthesis/index.ts'

const LIBRARY = join(import.meta.dirname, '..', '..', 'library')

/** Every record of the starter library, rendered as it is loaded. */
export function readLibrary(): Source[] {
  return readdirSync(LIBRARY).filter((file) => file.endsWith('.jsonl')).toSorted()
    .flatMap((file) => readFileSync(join(LIBRARY, file), 'utf8').split('\n').filter((line) => line.trim() !== ''))
    .map((line) => renderRecord(evidenceRecordSchema.parse(JSON.parse(line))))
}

const vocabulary = starterVocabulary()
const library = readLibrary()
const date = library.map(({ dataDate }) => dataDate).filter((day) => day !== null).toSorted().at(-1) ?? null

/** From a question to its verdict over the whole starter library, without search: what appraisal and synthesis make of it. */
export function askLibrary(text: string, overrides: readonly DomainOverride[] = [], sources: readonly Source[] = library): Synthesis {
  const question = understandQuestion({ vocabulary }, { text })
  const appraisal = appraise({ vocabulary }, { question, sources, passages: [], snapshot: { id: 'library', date, sources: sources.length, revision: 1 } })
  return synthesise({ vocabulary }, appraisal, overrides)
}

/** What a test of a verdict compares: the signals, the verdict, and who votes how. */
export function workingOf(stratum: Stratum | undefined): { row: string; stance: string; certainty: string | null; votes: string[]; modifiers: string[] } | null {
  return stratum === undefined ? null : {
    row: stratum.row,
    stance: stratum.stance,
    certainty: stratum.certainty,
    votes: stratum.votes.map(({ organization, recommendation, votingStrength }) => `${organization}: ${recommendation.direction}, ${votingStrength}`).toSorted(),
    modifiers: stratum.modifiers.map(({ id }) => id),
  }
}
