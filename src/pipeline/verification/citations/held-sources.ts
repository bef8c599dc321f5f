import type { Source } from '../../../core/model/index.ts'

/** The sources at hand, as a citation is followed through them. */
export type HeldSources = {
  readonly byId: ReadonlyMap<string, Source>
  /** Reports of one study, its randomized one first. */
  readonly byStudy: ReadonlyMap<string, readonly Source[]>
  /** Older document → the newer one of the same body that replaces it, in whole or in part. */
  readonly successors: ReadonlyMap<string, Source>
}

/** Indexes the sources for following citations. A retracted document replaces nothing. */
export function holdSources(sources: readonly Source[]): HeldSources {
  const byStudy = new Map<string, Source[]>()
  for (const source of sources) {
    const study = source.studyId ?? source.id
    byStudy.set(study, [...(byStudy.get(study) ?? []), source])
  }
  return {
    byId: new Map(sources.map((source) => [source.id, source])),
    byStudy: new Map([...byStudy].map(([study, reports]) => [study, reports.toSorted((a, b) => Number(b.kind === 'rct') - Number(a.kind === 'rct') || (a.id < b.id ? -1 : 1))])),
    successors: new Map(sources.filter(({ retraction }) => retraction.state !== 'retracted').flatMap((source) => (source.evidence?.supersedes ?? []).map((older) => [older, source] as const))),
  }
}

/**
 * The reports of the study that a relay names: by id, study, registration, DOI or PMID, else by the name of a trial where
 * it names exactly one and speaks of no pool of several. Empty where what it names is not held.
 */
export function reportsNamed(from: string, { byId, byStudy }: HeldSources): readonly Source[] {
  const exact = byId.get(from)
  if (exact !== undefined) return [exact]
  const study = byStudy.get(from)
  if (study !== undefined) return study
  const text = from.toLowerCase()
  const all = [...byId.values()]
  const numbered = all.filter(({ doi, pmid, registrations }) => [doi, pmid, ...registrations].some((id) => id !== null && standsIn(text, id.toLowerCase())))
  const found = numbered.length > 0 || SEVERAL.test(from) ? numbered : all.filter(({ studyName }) => studyName !== null && standsIn(text, studyName.toLowerCase()))
  return new Set(found.map(({ studyId, id }) => studyId ?? id)).size === 1 ? found : []
}

const SEVERAL = /\b(?:pool\w*|meta-analys\w+|reviews?|studies|trials|analysis of)\b/i

/** Whether a name stands in a text as a whole: "SMART" not in "smarter". */
function standsIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length))
}
