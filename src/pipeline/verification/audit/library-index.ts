import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { groundsOf, type Ground } from './ground.ts'

/** What is held on the page's topics, as the audit looks things up in it. */
export type LibraryIndex = {
  readonly grounds: readonly Ground[]
  readonly sources: readonly Source[]
  /** The statements of one source. */
  statementsOf(sourceId: string): readonly Ground[]
  /** How much a word tells: words that few statements hold tell more (inverse document frequency). */
  weight(stem: string): number
  /** Sources by the name of their study, as it is written. */
  readonly studies: ReadonlyMap<string, readonly Source[]>
  /** Ids of bodies by every name that the sources held give them, longest first. */
  readonly bodyNames: readonly (readonly [string, string])[]
  /** The newer source of the same body that replaces a source; null where none is held. */
  replacementOf(sourceId: string): Source | null
}

/** Prepares the sources held for comparison: each statement read once. */
export function indexLibrary(vocabulary: Vocabulary, sources: readonly Source[], passages: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>): LibraryIndex {
  const grounds = sources.flatMap((source) => groundsOf(vocabulary, source, passages.get(source.id)))
  const bySource = Map.groupBy(grounds, ({ source }) => source.id)
  const frequency = new Map<string, number>()
  for (const { stems } of grounds) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const studies = new Map<string, Source[]>()
  for (const source of sources) {
    if (source.studyName === null || source.studyName.length < 3) continue
    studies.set(source.studyName, [...studies.get(source.studyName) ?? [], source])
  }
  const replaced = new Map(sources.flatMap((source) => (source.evidence?.supersedes ?? []).map((older) => [older, source] as const)))
  const bodyNames = sources.flatMap((source): [string, string][] => {
    const body = source.evidence?.body
    if (body === null || body === undefined) return []
    const known = vocabulary.body(body.id)
    return [source.organization, source.organization?.replace(/ \([^)]*\)/, ''), /\(([^)]+)\)/.exec(source.organization ?? '')?.[1], known?.name, known?.short].filter((name) => name !== null && name !== undefined && name.length > 2).map((name) => [name ?? '', body.id])
  }).toSorted((a, b) => b[0].length - a[0].length)
  return {
    grounds, sources, studies, bodyNames: [...new Map(bodyNames.map((pair) => [pair[0], pair])).values()],
    statementsOf: (sourceId) => bySource.get(sourceId) ?? [],
    weight: (stem) => Math.log(1 + grounds.length / (1 + (frequency.get(stem) ?? 0))),
    replacementOf: (sourceId) => replaced.get(sourceId) ?? null,
  }
}

/** The studies that a sentence names, by their own spelling: "SMART", "EMPEROR-Preserved". */
export function studiesNamedIn(index: LibraryIndex, text: string): string[] {
  const named = [...index.studies.keys()].filter((name) => {
    const at = text.indexOf(name)
    return at >= 0 && !/[\p{L}\p{N}-]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length)) && (!/^-\p{L}/u.test(text.slice(at + name.length, at + name.length + 2)))
  })
  // "CLEAR Outcomes" is not CLEAR.
  return named.filter((name) => !named.some((longer) => longer !== name && longer.startsWith(name) && text.indexOf(longer) === text.indexOf(name)))
}

/** The bodies that a sentence names, by the vocabulary's names and those of the sources held, whole words in their own spelling. */
export function bodiesNamedIn(index: LibraryIndex, vocabulary: Vocabulary, text: string): string[] {
  const named = index.bodyNames.filter(([name]) => isWholeIn(text, name)).map(([, id]) => id)
  return [...new Set([...vocabulary.recogniseBodies(text).map(({ bodyId }) => bodyId), ...named])]
}

function isWholeIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length))
}

/** Sources that a sentence cites by author and year, or body and year: "(Hammitt et al., 2022)". */
export function sourcesCitedIn(index: LibraryIndex, text: string): Source[] {
  const cited = [...text.matchAll(/\(([^()]{2,90}?),?\s((?:19|20)\d\d)[a-z]?\)|\b(\p{Lu}[\p{L}'’-]+)(?: et al\.?| and colleagues)?,? \(?((?:19|20)\d\d)\)?/gu)].map((match) => ({ who: match[1] ?? match[3] ?? '', year: Number(match[2] ?? match[4]) }))
  return cited.flatMap(({ who, year }) => {
    const found = index.sources.filter((source) => source.year === year && [source.authors[0]?.replace(/ [A-Z]{1,4}$/, ''), source.studyName, source.organization?.replace(/ \([^)]*\)/, ''), /\(([^)]+)\)/.exec(source.organization ?? '')?.[1]].some((name) => name !== null && name !== undefined && name.length > 1 && isWholeIn(who, name)))
    return found.length > 0 && found.length < 4 ? found : []
  })
}
