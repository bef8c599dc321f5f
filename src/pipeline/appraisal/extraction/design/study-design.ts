import type { SourceKind } from '../../../../core/model/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { firstSentence, isInAbstract, statedBy, statedInMetadata, type DocumentView } from '../document-view.ts'
import type { Stated, StudyDesign } from '../types.ts'
import { ANIMALS, CLUSTERS, PEOPLE } from '../sample-size/people-words.ts'
import { animalSentence } from './animal-subjects.ts'
import { BODY_CUES, NOT_OWN_CHANCE, RANDOMISED_CUE, TITLE_CUES } from './design-cues.ts'

/** Kinds that publisher, PubMed or curator have decided and no wording of the text may change. */
const DECIDED: Readonly<Partial<Record<SourceKind, StudyDesign>>> = {
  guideline: 'guideline', policy: 'policy', label: 'label', registration: 'protocol', 'cost-study': 'cost-study',
  'systematic-review': 'systematic-review', 'meta-analysis': 'meta-analysis', 'narrative-review': 'narrative-review',
}

const BY_PUBLICATION_TYPE: readonly (readonly [string, StudyDesign])[] = [
  ['Randomized Controlled Trial', 'randomised-trial'], ['Pragmatic Clinical Trial', 'randomised-trial'], ['Equivalence Trial', 'randomised-trial'],
  ['Controlled Clinical Trial', 'non-randomised-trial'], ['Observational Study', 'observational'], ['Case Reports', 'case-series'],
]

const KIND_OF: Readonly<Record<StudyDesign, SourceKind>> = {
  'randomised-trial': 'rct', 'non-randomised-trial': 'cohort', 'single-arm': 'single-arm', cohort: 'cohort', 'case-control': 'case-control',
  'cross-sectional': 'cohort', observational: 'cohort', 'case-series': 'case-series', 'systematic-review': 'systematic-review',
  'meta-analysis': 'meta-analysis', 'narrative-review': 'narrative-review', guideline: 'guideline', policy: 'policy', label: 'label',
  protocol: 'registration', 'cost-study': 'cost-study', 'animal-study': 'other', other: 'other',
}

/** The kind of source a design makes; certainty starts from it (docs/methods/certainty.md). */
export function kindOfDesign(design: StudyDesign): SourceKind {
  return KIND_OF[design]
}

/**
 * What a study is, by what its title, its indexers, its abstract and then its methods say of it.
 *
 * Order: kinds decided outside the text; animals; the title; PubMed's types; a randomization of its own in the
 * abstract, unless the abstract calls itself non-randomized; another design in the abstract; the same two in the
 * methods. `other` means that nothing said so.
 */
export function studyDesign(view: DocumentView): Stated<StudyDesign> {
  const { source } = view
  const title = view.sentences.find(({ role }) => role === 'title') ?? null
  const inTitle = title === null ? undefined : TITLE_CUES.find(({ pattern }) => pattern.test(title.text))
  const decided = DECIDED[source.kind]
  const isTrialOfIt = inTitle?.design === 'randomised-trial' && (source.kind === 'guideline' || source.kind === 'cost-study') && source.evidence === null
  const hasResults = source.kind === 'registration' && inTitle?.design !== 'protocol' && view.sentences.some(({ role, text }) => role === 'abstract-results' && /\b[pP]\s?[=<>]\s?0?\./.test(text))
  if (decided !== undefined && !isTrialOfIt && !hasResults) return title === null ? statedInMetadata(view, decided, source.title) : statedBy(view, decided, title)
  const animal = animalSentence(view)
  if (animal !== null) return statedBy(view, 'animal-study', animal)
  // A trial may call its people a cohort; its own randomization in the abstract says more.
  const chance = inTitle?.design === 'cohort' ? ownChance(view, ABSTRACT) : null
  if (chance !== null) return statedBy(view, 'randomised-trial', chance)
  if (title !== null && inTitle !== undefined) return statedBy(view, inTitle.design, title)
  for (const [type, design] of BY_PUBLICATION_TYPE) if (source.publicationTypes.includes(type)) return statedInMetadata(view, design, type)
  return fromWords(view, ABSTRACT) ?? fromWords(view, METHODS) ?? fallback(view)
}

const ABSTRACT: readonly SentenceRole[] = ['abstract', 'abstract-results', 'abstract-conclusion']
const METHODS: readonly SentenceRole[] = ['methods', 'results', 'other', 'figure', 'discussion']

function fromWords(view: DocumentView, roles: readonly SentenceRole[]): Stated<StudyDesign> | null {
  const chance = ownChance(view, roles)
  const denied = BODY_CUES[0] === undefined ? null : firstSentence(view, BODY_CUES[0].pattern, roles, /\bprevious|\bother\b|\bliterature\b/i)
  if (chance !== null && !(denied !== null && roles === ABSTRACT)) return statedBy(view, 'randomised-trial', chance)
  for (const { design, pattern } of BODY_CUES) {
    const sentence = firstSentence(view, pattern, roles, ASSIGNED.test(pattern.source) ? NOT_GROUPS : ABOUT_OTHERS)
    if (sentence !== null) return statedBy(view, design, sentence)
  }
  return null
}

/** A sentence on the study's own randomization: it names people, groups or an order, and no other trial. */
function ownChance(view: DocumentView, roles: readonly SentenceRole[]): ArticleSentence | null {
  for (const role of roles) {
    const found = view.sentences.find((sentence) => sentence.role === role && RANDOMISED_CUE.test(sentence.text) && WHO.test(sentence.text) && !NOT_OWN_CHANCE.test(sentence.text))
    if (found !== undefined) return found
  }
  return null
}

const WHO = new RegExp(String.raw`\b(?:${PEOPLE}|${ANIMALS}|${CLUSTERS}|groups?|arms?|order|sequence|treatments?|trials?|design|they)\b`, 'i')
const ASSIGNED = /assigned\|allocated/
const NOT_GROUPS = /\brandom|\bsub-?groups?\b|\bretrospective|\baccording to (?!the treatment|treatment)/i
const ABOUT_OTHERS = /\b(?:previous|other|several|most|many|earlier|recent|future|further) (?:\w+ )?(?:studies|trials|reports|cohort)\b|\bet al\b/i

/** What is left to the kind that the parser gave, where no words say more. */
const BY_KIND: Readonly<Partial<Record<SourceKind, StudyDesign>>> = { cohort: 'cohort', 'case-control': 'case-control', 'case-series': 'case-series', 'single-arm': 'single-arm' }

function fallback(view: DocumentView): Stated<StudyDesign> {
  const { source } = view
  if (source.kind === 'rct') {
    const words = view.sentences.find((sentence) => isInAbstract(sentence) && /random/i.test(sentence.text))
    if (words !== undefined) return statedBy(view, 'randomised-trial', words)
  }
  const title = view.sentences.find(({ role }) => role === 'title')
  const design = BY_KIND[source.kind] ?? 'other'
  return title === undefined ? statedInMetadata(view, design, '') : statedBy(view, design, title)
}
