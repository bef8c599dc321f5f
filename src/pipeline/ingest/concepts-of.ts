import type { Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { SourceConcept } from './ports.ts'

/**
 * The concepts a source is about, so that a question finds it without sharing its words.
 *
 * A record says so itself, on the record, its findings and its recommendations. Any other text is about what its title,
 * MeSH headings and keywords name; what only its abstract names is a mention.
 */
export function conceptsOf(source: Source, vocabulary: Vocabulary): SourceConcept[] {
  const found = new Map<string, SourceConcept>()
  const add = (role: SourceConcept['role'], ids: readonly string[]): void => {
    for (const conceptId of ids) found.set(`${role}\t${conceptId}`, { conceptId, role })
  }
  const { evidence } = source
  if (evidence === null) addRecognised(source, vocabulary, add)
  else {
    for (const part of [evidence, ...evidence.findings, ...evidence.recommendations]) {
      add('intervention', part.interventions)
      add('comparator', part.comparators)
      add('condition', part.conditions)
    }
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, concept]) => concept)
}

function addRecognised(source: Source, vocabulary: Vocabulary, add: (role: SourceConcept['role'], ids: readonly string[]) => void): void {
  const topic = [source.title, ...source.meshHeadings, ...source.keywords].flatMap((words) => vocabulary.recognise(words))
  for (const mention of topic) add(mention.kind === 'intervention' || mention.kind === 'condition' ? mention.kind : 'mention', [mention.conceptId])
  const aboutAlready = new Set(topic.map((mention) => mention.conceptId))
  for (const section of source.sections.filter(({ kind }) => kind === 'abstract')) {
    const mentions = vocabulary.recognise(source.text.slice(section.start, section.end))
    add('mention', mentions.map((mention) => mention.conceptId).filter((id) => !aboutAlready.has(id)))
  }
}
