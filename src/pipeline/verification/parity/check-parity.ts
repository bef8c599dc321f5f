import type { Claim } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { ownClaimWrong } from './check-own-claim.ts'
import { compareClaim } from './compare-claim.ts'
import { referenceFacts } from './reference-facts.ts'
import type { Difference, Parity, Version } from './types.ts'

/** A claim and the part of the article it stands in; the same claim may open the article and stand in a section again. */
export type PlacedClaim = { readonly section: string; readonly claim: Claim }

/**
 * Whether another audience's version says what the reference says: claim by claim, nothing added, dropped,
 * strengthened, weakened or changed. Both are held as printed. Students and reviewers read the reference's own words;
 * a patient's words are read by their meaning.
 */
export function checkParity({ vocabulary }: { readonly vocabulary: Vocabulary }, reference: Version, version: Version): Parity {
  const facts = referenceFacts(vocabulary, reference)
  const held = placedClaims(reference)
  const printed = placedClaims(version)
  const told = new Map<string, number>()
  const tell = (section: string, id: string): void => void told.set(keyOf(section, id), (told.get(keyOf(section, id)) ?? 0) + 1)
  const room = (section: string, id: string): number => held.filter((one) => one.section === section && one.claim.id === id).length
  const differences: Difference[] = []
  for (const { section, claim } of printed) {
    const ids = idsOf(claim)
    const references = ids.flatMap((id) => held.find((one) => one.section === section && one.claim.id === id)?.claim ?? [])
    if (references.length === 0) {
      const problem = ownClaimWrong(claim, facts)
      if (problem === undefined) differences.push({ id: claim.id, kind: 'added', what: 'the reference has no such claim' })
      else if (problem !== null) differences.push({ id: claim.id, ...problem })
      else if (told.has(keyOf(section, claim.id))) differences.push({ id: claim.id, kind: 'added', what: 'is told twice' })
      tell(section, claim.id)
      continue
    }
    const again = ids.filter((id) => (told.get(keyOf(section, id)) ?? 0) >= Math.max(1, room(section, id)))
    for (const id of ids) tell(section, id)
    if (again.length > 0 || references.length < ids.length) differences.push({ id: claim.id, kind: 'added', what: again.length > 0 ? 'is told twice' : 'stands for a claim that the reference does not have here' })
    else if (version.audience === 'patient') differences.push(...compareClaim(facts, claim, references, { section, saysUncompared: printed.some((one) => one.section === section && one.claim.id === 'uncontrolled:lead') }))
    else if (references[0] !== undefined) differences.push(...sameWords(claim, references[0]))
  }
  for (const { section, claim } of held) if ((told.get(keyOf(section, claim.id)) ?? 0) < (version.audience === 'patient' ? 1 : room(section, claim.id)) && !isOwnClaim(claim)) differences.push({ id: claim.id, kind: 'dropped', what: `is not told under "${section}"` })
  const differing = new Set(differences.flatMap(({ id }) => idsOf({ id })))
  const counted = held.filter(({ claim }) => !isOwnClaim(claim))
  return { audience: version.audience, claims: counted.length, same: counted.filter(({ claim }) => !differing.has(claim.id)).length, differences }
}

/** Every claim of a version with its place. Passages that nobody appraised stand in their own words everywhere. */
export function placedClaims({ answer, sections }: Pick<Version, 'answer' | 'sections'>): PlacedClaim[] {
  return [...answer.map((claim) => ({ section: 'answer', claim })), ...sections.flatMap(({ id, claims }) => claims.map((claim) => ({ section: id, claim })))]
}

/** The claims that one claim stands for: "effect:death+stroke|…" is one, since a new one begins with a prefix and its colon. */
export function idsOf({ id }: Pick<Claim, 'id'>): string[] {
  return id.split(/\+(?=[\w.-]+:)/)
}

function keyOf(section: string, id: string): string {
  return `${section} ${id}`
}

/** The reference's own apparatus for its reader is no claim to be kept. */
function isOwnClaim({ kind, id }: Claim): boolean {
  return kind === 'definition' || id.startsWith('ask:')
}

function sameWords(claim: Claim, reference: Claim): Difference[] {
  if (claim.text !== reference.text) return [{ id: claim.id, kind: 'changed', what: 'is told in other words than the reference' }]
  const quotes = ({ citations }: Claim): string => citations.map(({ sourceId, start, end }) => `${sourceId}#${start}-${end}`).join(' ')
  return quotes(claim) === quotes(reference) ? [] : [{ id: claim.id, kind: 'changed', what: 'cites other words' }]
}
