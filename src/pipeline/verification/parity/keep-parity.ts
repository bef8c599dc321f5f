import type { Claim } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Verified } from '../verify-draft.ts'
import { checkParity, idsOf, placedClaims } from './check-parity.ts'
import type { Parity, Version } from './types.ts'

/** A version as it may be printed, and how it compared with the reference. */
export type Kept = { readonly printed: Verified; readonly parity: Parity }

/**
 * Holds a version against the reference and prints only what agrees: a claim that differs is left out and counted. A
 * harm is never left out: where the version drops or bends one, the reference's own sentence stands in its place.
 */
export function keepParity({ vocabulary }: { readonly vocabulary: Vocabulary }, reference: Verified & Pick<Version, 'audience' | 'question'>, version: Verified & Pick<Version, 'audience' | 'question'>): Kept {
  const parity = version.audience === reference.audience ? trivial(reference) : checkParity({ vocabulary }, reference, version)
  const { audience: _audience, question: _question, ...printed } = version
  if (parity.differences.length === 0) return { printed, parity }
  const differing = new Set(parity.differences.map(({ id }) => id))
  const isHarm = harmsOf(reference)
  const sources = [...version.sources]
  const numbered = (claim: Claim): Claim => ({ ...claim, citations: claim.citations.map((cited) => ({ ...cited, n: numberOf(cited.sourceId) })) })
  const numberOf = (sourceId: string): number => {
    const known = sources.findIndex(({ id }) => id === sourceId)
    const source = reference.sources.find(({ id }) => id === sourceId)
    return known >= 0 ? known + 1 : source === undefined ? 0 : sources.push(source)
  }
  const keep = (section: string, claims: readonly Claim[]): Claim[] => {
    const held = placedClaims(reference).filter((one) => one.section === section)
    const own = (ids: readonly string[]): Claim[] => held.filter(({ claim }) => ids.includes(claim.id) && isHarm.has(claim.id)).map(({ claim }) => numbered(claim))
    const told = new Set(claims.flatMap((claim) => idsOf(claim)))
    const kept = claims.flatMap((claim) => (differing.has(claim.id) ? own(idsOf(claim)) : [claim]))
    return [...distinct(kept), ...own(held.map(({ claim }) => claim.id).filter((id) => !told.has(id)))]
  }
  const lost = new Set(placedClaims(version).filter(({ claim }) => differing.has(claim.id)).map(({ claim }) => claim.id)).size
  const sections = version.sections.map((section) => ({ ...section, claims: keep(section.id, section.claims) }))
  const gone = reference.sections.filter(({ id }) => !version.sections.some((section) => section.id === id)).map((section) => ({ ...section, claims: keep(section.id, []) })).filter(({ claims }) => claims.length > 0)
  return {
    parity,
    printed: {
      ...printed,
      answer: keep('answer', version.answer),
      sections: [...sections, ...gone],
      sources,
      verification: { ...version.verification, supported: version.verification.supported - lost, notSupported: version.verification.notSupported + lost },
    },
  }
}

/** The reference compared with itself. */
function trivial(reference: Verified & Pick<Version, 'audience'>): Parity {
  const claims = placedClaims(reference).length
  return { audience: reference.audience, claims, same: claims, differences: [] }
}

/** Claims of the reference that tell a harm: those of the section on harms, wherever they stand. */
function harmsOf({ sections }: Verified): ReadonlySet<string> {
  return new Set(sections.filter(({ id }) => id === 'harms').flatMap(({ claims }) => claims.map(({ id }) => id)))
}

function distinct(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim, index) => claims.findIndex(({ id, text }) => id === claim.id && text === claim.text) === index)
}
