import { z } from 'zod'
import { Fault } from '../model/index.ts'
import { guidelineBodySchema, type GuidelineBody } from './body.ts'
import { conceptSchema, type Concept } from './concept.ts'
import bodiesBackPain from './data/bodies/back-pain.json' with { type: 'json' }
import bodiesCardiometabolic1 from './data/bodies/cardiometabolic-1.json' with { type: 'json' }
import bodiesCardiometabolic2 from './data/bodies/cardiometabolic-2.json' with { type: 'json' }
import bodiesPrimaryCare1 from './data/bodies/primary-care-1.json' with { type: 'json' }
import bodiesPrimaryCare2 from './data/bodies/primary-care-2.json' with { type: 'json' }
import conceptsBackPain from './data/concepts/back-pain.json' with { type: 'json' }
import conceptsCardiometabolic1 from './data/concepts/cardiometabolic-1.json' with { type: 'json' }
import conceptsCardiometabolic2 from './data/concepts/cardiometabolic-2.json' with { type: 'json' }
import conceptsPrimaryCare1 from './data/concepts/primary-care-1.json' with { type: 'json' }
import conceptsPrimaryCare2 from './data/concepts/primary-care-2.json' with { type: 'json' }
import outcomesData from './data/outcomes.json' with { type: 'json' }
import { outcomeConceptSchema } from './outcome.ts'
import { Vocabulary } from './vocabulary.ts'

/** The curated vocabulary that ships with Consilium. Throws a Fault when its data break their schema. */
export function starterVocabulary(): Vocabulary {
  const concepts = [conceptsBackPain, conceptsCardiometabolic1, conceptsCardiometabolic2, conceptsPrimaryCare1, conceptsPrimaryCare2]
    .flatMap((data) => parse(z.array(conceptSchema), data, 'concepts'))
  const bodies = [bodiesBackPain, bodiesCardiometabolic1, bodiesCardiometabolic2, bodiesPrimaryCare1, bodiesPrimaryCare2]
    .flatMap((data) => parse(z.array(guidelineBodySchema), data, 'bodies'))
  return new Vocabulary(mergeConcepts(concepts), parse(z.array(outcomeConceptSchema), outcomesData, 'outcomes'), mergeBodies(bodies))
}

function parse<T>(schema: z.ZodType<T>, data: unknown, name: string): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new Fault('internal', `terminology data (${name}) break their schema: ${z.prettifyError(result.error)}`, 'Fix the data file named above.')
}

/** Two lists may define one concept: their words are united, the first label stands. */
function mergeConcepts(concepts: readonly Concept[]): Concept[] {
  const merged = new Map<string, Concept>()
  for (const concept of concepts) {
    const known = merged.get(concept.id)
    merged.set(concept.id, known === undefined ? concept : {
      ...known,
      synonyms: [...new Set([...known.synonyms, concept.label, ...concept.synonyms])],
      isA: [...new Set([...known.isA, ...concept.isA])],
      sameTechniqueAs: [...new Set([...known.sameTechniqueAs, ...concept.sameTechniqueAs])],
    })
  }
  return [...merged.values()]
}

function mergeBodies(bodies: readonly GuidelineBody[]): GuidelineBody[] {
  const merged = new Map<string, GuidelineBody>()
  for (const body of bodies) if (!merged.has(body.id)) merged.set(body.id, body)
  return [...merged.values()]
}
