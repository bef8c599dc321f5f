import type { ConceptId } from '../model/index.ts'
import type { GuidelineBody } from './body.ts'
import type { CompositeEquivalence } from './composite-equivalence.ts'
import type { Concept } from './concept.ts'
import type { CriticalOutcomeGroup } from './critical-outcomes.ts'
import type { Instrument } from './instrument.ts'
import { NameTree } from './name-tree.ts'
import type { OutcomeConcept } from './outcome.ts'

export { foldWord, tokenise } from './words.ts'

/** What a vocabulary is built from. */
export type VocabularyData = {
  readonly concepts: readonly Concept[]
  readonly outcomes: readonly OutcomeConcept[]
  readonly bodies: readonly GuidelineBody[]
  readonly criticalOutcomes: readonly CriticalOutcomeGroup[]
  readonly instruments: readonly Instrument[]
  readonly compositeEquivalences?: readonly CompositeEquivalence[]
}

/** A concept found in a text, with the words that named it. */
export type ConceptMention = {
  readonly conceptId: ConceptId
  readonly kind: Concept['kind']
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Clinical words, looked up both ways: from a concept to its names and classes, and from a text to the concepts it
 * names. Built once from curated data; pure.
 */
export class Vocabulary {
  readonly #concepts: ReadonlyMap<ConceptId, Concept>
  readonly #outcomes: ReadonlyMap<string, OutcomeConcept>
  readonly #bodies: ReadonlyMap<string, GuidelineBody>
  readonly #names: NameTree<Concept>
  readonly #bodyNames: NameTree<GuidelineBody>
  readonly #children: ReadonlyMap<ConceptId, readonly ConceptId[]>
  readonly #stops: readonly { readonly conceptId: ConceptId; readonly stops: ConceptId }[]
  /** Classes of a concept, walked once; the vocabulary never changes. */
  readonly #ancestors = new Map<ConceptId, ReadonlySet<ConceptId>>()
  readonly #instruments: ReadonlyMap<string, Instrument>
  readonly #equivalences: ReadonlyMap<string, CompositeEquivalence>
  readonly #criticalOutcomes: readonly CriticalOutcomeGroup[]

  constructor({ concepts, outcomes, bodies, criticalOutcomes, instruments, compositeEquivalences = [] }: VocabularyData) {
    this.#equivalences = new Map(compositeEquivalences.flatMap((entry) => entry.composites.map((parts) => [setKey(parts), entry] as const)))
    this.#instruments = new Map(instruments.map((instrument) => [instrument.id, instrument]))
    this.#criticalOutcomes = criticalOutcomes
    this.#concepts = new Map(concepts.map((concept) => [concept.id, concept]))
    this.#outcomes = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
    this.#bodies = new Map(bodies.map((body) => [body.id, body]))
    const outcomeConcepts: Concept[] = outcomes.map((outcome) => ({
      id: outcome.id, kind: 'outcome', label: outcome.label, plain: outcome.plain, synonyms: outcome.synonyms,
      isA: [], sameTechniqueAs: [], source: 'curated outcome list',
    }))
    this.#names = nameConcepts([...concepts, ...outcomeConcepts])
    this.#bodyNames = nameBodies(bodies)
    this.#children = indexChildren(concepts)
    this.#stops = concepts.flatMap(({ id, stops }) => (stops === undefined ? [] : [{ conceptId: id, stops }]))
  }

  concept(id: ConceptId): Concept | undefined {
    return this.#concepts.get(id)
  }

  outcome(id: string): OutcomeConcept | undefined {
    return this.#outcomes.get(id)
  }

  body(id: string): GuidelineBody | undefined {
    return this.#bodies.get(id)
  }

  instrument(id: string): Instrument | undefined {
    return this.#instruments.get(id)
  }

  /** The curated entry by which a composite of these parts counts as the same outcome as others; undefined when none lists it. */
  equivalentComposite(components: readonly string[]): CompositeEquivalence | undefined {
    return this.#equivalences.get(setKey(components))
  }

  /** The critical-outcome group of the nearest condition among the concept and the classes above it. */
  criticalOutcomesFor(conditionId: ConceptId): CriticalOutcomeGroup | undefined {
    for (const id of this.ancestors(conditionId)) {
      const group = this.#criticalOutcomes.find(({ conditions }) => conditions.includes(id))
      if (group !== undefined) return group
    }
    return undefined
  }

  criticalOutcomes(): readonly CriticalOutcomeGroup[] {
    return this.#criticalOutcomes
  }

  outcomes(): IterableIterator<OutcomeConcept> {
    return this.#outcomes.values()
  }

  concepts(): IterableIterator<Concept> {
    return this.#concepts.values()
  }

  /** The concept and every class above it, nearest first. */
  ancestors(id: ConceptId): ConceptId[] {
    return [...this.#classesOf(id)]
  }

  /** The concept and every member below it. */
  descendants(id: ConceptId): ConceptId[] {
    return reach(id, (next) => this.#children.get(next) ?? [])
  }

  /** Whether `id` is `ancestor` or one of its members. */
  isWithin(id: ConceptId, ancestor: ConceptId): boolean {
    return this.#classesOf(id).has(ancestor)
  }

  /** The interventions that are the stopping of this one or of a class it belongs to. */
  stoppingOf(id: ConceptId): ConceptId[] {
    return this.#stops.filter(({ stops }) => this.isWithin(id, stops)).map(({ conceptId }) => conceptId)
  }

  #classesOf(id: ConceptId): ReadonlySet<ConceptId> {
    const known = this.#ancestors.get(id)
    if (known !== undefined) return known
    const classes = new Set(reach(id, (next) => this.#concepts.get(next)?.isA ?? []))
    if (this.#concepts.has(id)) this.#ancestors.set(id, classes)
    return classes
  }

  /**
   * Every concept that the text names, longest name first at each place; one name may stand for several concepts
   * (a condition and a population tag share an id in some lists). Whole words, case-insensitive; a short
   * abbreviation of two letters only matches in capitals.
   */
  recognise(text: string): ConceptMention[] {
    return this.#names.find(text).flatMap(({ values, ...span }) => distinctIds(values).map((concept) => ({ conceptId: concept.id, kind: concept.kind, ...span })))
  }

  /** Where the text names a body that issues guidance ("NICE", "the USPSTF"); a short name only in its own capitals. */
  recogniseBodies(text: string): { readonly bodyId: string; readonly start: number; readonly end: number }[] {
    return this.#bodyNames.find(text)
      .filter(({ text: surface }) => surface.includes(' ') || /\p{Lu}.*\p{Lu}/u.test(surface))
      .flatMap(({ values, start, end }) => values.map((body) => ({ bodyId: body.id, start, end })))
  }
}

/** Parts of a composite are a set: their order says nothing. */
function setKey(components: readonly string[]): string {
  return [...components].toSorted().join('+')
}

/** One id may be a condition and an outcome at once; the first listed, the concept, stands. */
function distinctIds(concepts: readonly Concept[]): Concept[] {
  const byId = new Map<string, Concept>()
  for (const concept of concepts) if (!byId.has(concept.id)) byId.set(concept.id, concept)
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function nameConcepts(concepts: readonly Concept[]): NameTree<Concept> {
  const names = new NameTree<Concept>()
  for (const concept of concepts) for (const name of [concept.label, ...concept.synonyms]) names.add(name, concept)
  return names
}

function nameBodies(bodies: readonly GuidelineBody[]): NameTree<GuidelineBody> {
  const names = new NameTree<GuidelineBody>()
  for (const body of bodies) for (const name of [body.name, body.short, ...body.short.split(/[/,;]\s*/)]) names.add(name, body)
  return names
}

function indexChildren(concepts: readonly Concept[]): Map<ConceptId, ConceptId[]> {
  const children = new Map<ConceptId, ConceptId[]>()
  for (const concept of concepts) {
    for (const parent of concept.isA) {
      const members = children.get(parent)
      if (members === undefined) children.set(parent, [concept.id])
      else members.push(concept.id)
    }
  }
  return children
}

/** Everything reached from `id`, itself first, breadth first; a cycle in the data is walked once. */
function reach(id: ConceptId, step: (id: ConceptId) => readonly ConceptId[]): ConceptId[] {
  const found = new Set([id])
  for (const next of found) for (const further of step(next)) found.add(further)
  return [...found]
}
