import { z } from 'zod'
import { Fault } from '../model/index.ts'
import { guidelineBodySchema, type GuidelineBody } from './body.ts'
import { compositeEquivalenceSchema } from './composite-equivalence.ts'
import { conceptSchema, type Concept } from './concept.ts'
import { criticalOutcomeGroupSchema } from './critical-outcomes.ts'
import { bodyData, compositeEquivalenceData, conceptData, criticalOutcomeData, instrumentData, outcomeData } from './data/index.ts'
import { instrumentSchema } from './instrument.ts'
import { outcomeConceptSchema } from './outcome.ts'
import { Vocabulary } from './vocabulary.ts'

/** The curated vocabulary that ships with Consilium. Throws a Fault when its data break their schema. */
export function starterVocabulary(): Vocabulary {
  return new Vocabulary({
    concepts: mergeConcepts(read(conceptSchema, conceptData, 'concepts')),
    outcomes: firstOfEachId(read(outcomeConceptSchema, outcomeData, 'outcomes')),
    bodies: firstOfEachId(read(guidelineBodySchema, bodyData, 'bodies')),
    criticalOutcomes: read(criticalOutcomeGroupSchema, criticalOutcomeData, 'critical-outcomes'),
    compositeEquivalences: read(compositeEquivalenceSchema, { 'composite-equivalences': compositeEquivalenceData }, 'composite-equivalences'),
    instruments: read(instrumentSchema, { instruments: instrumentData }, 'instruments'),
  })
}

function read<T>(schema: z.ZodType<T>, data: Readonly<Record<string, unknown>>, kind: string): T[] {
  return Object.entries(data).flatMap(([file, rows]) => {
    const result = z.array(schema).safeParse(rows)
    if (result.success) return result.data
    throw new Fault('internal', `terminology data (${kind}/${file}.json) break their schema: ${z.prettifyError(result.error)}`, 'Fix the data file named above.')
  })
}

/** Two lists may define one concept: their words are united, the first label stands. */
function mergeConcepts(concepts: readonly Concept[]): Concept[] {
  const merged = new Map<string, Concept>()
  for (const concept of concepts) {
    const known = merged.get(concept.id)
    merged.set(concept.id, known === undefined ? concept : {
      ...concept,
      ...known,
      synonyms: [...new Set([...known.synonyms, concept.label, ...concept.synonyms])],
      isA: [...new Set([...known.isA, ...concept.isA])],
      sameTechniqueAs: [...new Set([...known.sameTechniqueAs, ...concept.sameTechniqueAs])],
    })
  }
  return [...merged.values()]
}

function firstOfEachId<T extends GuidelineBody | { readonly id: string }>(rows: readonly T[]): T[] {
  const byId = new Map<string, T>()
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row)
  return [...byId.values()]
}
