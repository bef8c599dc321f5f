import type { ConceptId } from '../model/index.ts'
import type { GuidelineBody } from './body.ts'
import type { Concept } from './concept.ts'
import type { CriticalOutcomeGroup } from './critical-outcomes.ts'
import type { Instrument } from './instrument.ts'
import type { OutcomeConcept } from './outcome.ts'

/** What a vocabulary is built from. */
export type VocabularyData = {
  readonly concepts: readonly Concept[]
  readonly outcomes: readonly OutcomeConcept[]
  readonly bodies: readonly GuidelineBody[]
  readonly criticalOutcomes: readonly CriticalOutcomeGroup[]
  readonly instruments: readonly Instrument[]
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
  /** First word of a name → the names that begin with it, longest first. */
  readonly #names: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly concept: Concept }[]>
  readonly #children: ReadonlyMap<ConceptId, readonly ConceptId[]>

  readonly #instruments: ReadonlyMap<string, Instrument>
  readonly #criticalOutcomes: readonly CriticalOutcomeGroup[]

  constructor({ concepts, outcomes, bodies, criticalOutcomes, instruments }: VocabularyData) {
    this.#instruments = new Map(instruments.map((instrument) => [instrument.id, instrument]))
    this.#criticalOutcomes = criticalOutcomes
    this.#concepts = new Map(concepts.map((concept) => [concept.id, concept]))
    this.#outcomes = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
    this.#bodies = new Map(bodies.map((body) => [body.id, body]))
    const outcomeConcepts: Concept[] = outcomes.map((outcome) => ({
      id: outcome.id, kind: 'outcome', label: outcome.label, plain: outcome.plain, synonyms: outcome.synonyms,
      isA: [], sameTechniqueAs: [], source: 'curated outcome list',
    }))
    this.#names = indexNames([...concepts, ...outcomeConcepts])
    this.#children = indexChildren(concepts)
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
    const found: ConceptId[] = []
    const queue = [id]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (found.includes(next)) continue
      found.push(next)
      queue.push(...(this.#concepts.get(next)?.isA ?? []))
    }
    return found
  }

  /** The concept and every member below it. */
  descendants(id: ConceptId): ConceptId[] {
    const found: ConceptId[] = []
    const queue = [id]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (found.includes(next)) continue
      found.push(next)
      queue.push(...(this.#children.get(next) ?? []))
    }
    return found
  }

  /** Whether `id` is `ancestor` or one of its members. */
  isWithin(id: ConceptId, ancestor: ConceptId): boolean {
    return this.ancestors(id).includes(ancestor)
  }

  /**
   * Every concept that the text names, longest name first at each place; one name may stand for several concepts
   * (a condition and a population tag share an id in some lists). Whole words, case-insensitive; a short
   * abbreviation of two letters only matches in capitals.
   */
  recognise(text: string): ConceptMention[] {
    const tokens = tokenise(text)
    const mentions: ConceptMention[] = []
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at]
      if (token === undefined) break
      const candidates = (this.#names.get(token.word) ?? []).filter(({ words }) => words.every((word, offset) => tokens[at + offset]?.word === word))
      const longest = candidates[0]?.words.length ?? 0
      const last = tokens[at + longest - 1]
      if (longest === 0 || last === undefined) {
        at += 1
        continue
      }
      const surface = text.slice(token.start, last.end)
      const acceptable = longest > 1 || token.word.length > 2 || surface === surface.toUpperCase()
      if (!acceptable) {
        at += 1
        continue
      }
      const seen = new Set<string>()
      for (const { words, concept } of candidates) {
        if (words.length !== longest || seen.has(concept.id)) continue
        seen.add(concept.id)
        mentions.push({ conceptId: concept.id, kind: concept.kind, start: token.start, end: last.end, text: surface })
      }
      at += longest
    }
    return mentions
  }
}

type Token = { readonly word: string; readonly start: number; readonly end: number }

/** Words of a text for matching names: lower case, hyphens and slashes as gaps, plural "s" dropped on longer words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)) {
    const raw = match[0].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]s$/, '')
    tokens.push({ word: foldWord(raw), start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** Folds British and American spellings and regular plurals onto one form; only ever compared with itself. */
export function foldWord(word: string): string {
  let folded = word
    .replace(/aemi/g, 'emi').replace(/haem/g, 'hem').replace(/oedem/g, 'edem').replace(/oesoph/g, 'esoph').replace(/oestr/g, 'estr')
    .replace(/paed/g, 'ped').replace(/anaes/g, 'anes').replace(/faec/g, 'fec').replace(/isch?aem/g, 'ischem').replace(/tumour/g, 'tumor')
    .replace(/ise(?=$|d$|s$)/g, 'ize').replace(/isation/g, 'ization').replace(/ising$/g, 'izing').replace(/lyse/g, 'lyze').replace(/our$/g, 'or')
  if (folded.length > 4 && folded.endsWith('ies')) folded = `${folded.slice(0, -3)}y`
  else if (folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/.test(folded)) folded = folded.slice(0, -1)
  return folded
}

function indexNames(concepts: readonly Concept[]): Map<string, { words: string[]; concept: Concept }[]> {
  const names = new Map<string, { words: string[]; concept: Concept }[]>()
  for (const concept of concepts) {
    const spelled = new Set([concept.label, ...concept.synonyms])
    for (const name of spelled) {
      const words = tokenise(name).map((token) => token.word)
      const first = words[0]
      if (first === undefined) continue
      const list = names.get(first) ?? []
      list.push({ words, concept })
      names.set(first, list)
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length || (a.concept.id < b.concept.id ? -1 : 1))
  return names
}

function indexChildren(concepts: readonly Concept[]): Map<ConceptId, ConceptId[]> {
  const children = new Map<ConceptId, ConceptId[]>()
  for (const concept of concepts) {
    for (const parent of concept.isA) children.set(parent, [...(children.get(parent) ?? []), concept.id])
  }
  return children
}
