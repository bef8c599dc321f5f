import { nameSource } from '../../../core/text/index.ts'
import type { Draft, DraftClaim } from '../../answer/index.ts'
import type { OmissionContext, Omission } from './types.ts'

/**
 * Sentences, rows and reasons that verification refused, told plainly by what they were about. The sentence itself is not
 * repeated, since nothing supports it. Results and positions are told as such (`untoldFindings`, `untoldPositions`).
 */
export function refusedSentences({ synthesis: { appraisal, strata }, refused }: OmissionContext, draft: Draft): Omission[] {
  const told = new Set([...appraisal.findings.map(({ finding }) => finding.id), ...appraisal.positions.map(({ recommendation }) => recommendation.id)])
  const bodies = new Map(strata.flatMap((stratum) => stratum.bodies).map((body) => [`effect:${body.id}`, body]))
  const sections = [{ title: 'the answer', claims: draft.answer }, ...draft.sections.map(({ title, claims }) => ({ title: `"${title}"`, claims }))]
  const rows = new Map<string, Omission>()
  for (const [id, why] of refused) {
    if (told.has(id)) continue
    const place = sections.find(({ claims }) => claims.some((claim) => claim.id === id))
    const about = aboutWhat(id, place?.claims.find((claim) => claim.id === id), bodies.get(id)?.label ?? null, place?.title ?? 'this answer')
    rows.set(about, { text: about, why: `it did not pass verification (${why})`, plain: `We left out ${about.charAt(0).toLowerCase()}${about.slice(1)}. Our own check did not pass it.`, cites: [] })
  }
  return [...rows.values()]
}

function aboutWhat(id: string, claim: DraftClaim | undefined, outcome: string | null, title: string): string {
  if (outcome !== null) return `A sentence on what the studies together say about ${outcome}`
  if (id === 'verdict') return 'The sentence that gives the verdict'
  if (id === 'reason') return 'A reason for the verdict'
  if (id.startsWith('table:')) return `A row of the table "${id.slice('table:'.length)}"`
  const source = claim?.cites[0]?.source
  if (source !== undefined && /:limit-\d+$/.test(id)) return `A limit of ${nameSource(source)}`
  return source === undefined ? `A sentence of ${title}` : `A sentence of ${title} on ${nameSource(source)}`
}
