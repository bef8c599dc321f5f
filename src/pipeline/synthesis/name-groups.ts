import type { OutcomeBody, Stratum } from './types.ts'

/**
 * Tells apart bodies of one outcome that differ between strata (another trial, another baseline risk): each gets the
 * stratum in its id and the group in words. What is the same for everybody stays one body.
 */
export function nameGroups<T extends Stratum>(strata: readonly T[]): T[] {
  if (strata.length < 2) return [...strata]
  const labels = new Map<string, string[]>()
  const signatures = new Map<string, Set<string>>()
  for (const { label, bodies } of strata) {
    for (const body of bodies) {
      const signature = signatureOf(body)
      labels.set(signature, [...(labels.get(signature) ?? []), label])
      signatures.set(body.id, (signatures.get(body.id) ?? new Set()).add(signature))
    }
  }
  const named = new Map<string, OutcomeBody>()
  const rename = (body: OutcomeBody): OutcomeBody => {
    const signature = signatureOf(body)
    const known = named.get(signature)
    if (known !== undefined) return known
    const groups = labels.get(signature) ?? []
    const group = groups.length === strata.length || groups.includes('') ? '' : groups.join(' or ')
    const distinct = (signatures.get(body.id)?.size ?? 1) > 1
    const renamed = { ...body, group, id: distinct ? `${body.id}|${[...(signatures.get(body.id) ?? [])].indexOf(signature) + 1}` : body.id }
    named.set(signature, renamed)
    return renamed
  }
  return strata.map((stratum) => ({ ...stratum, bodies: stratum.bodies.map((body) => rename(body)), deciding: stratum.deciding.map((body) => rename(body)) }))
}

function signatureOf({ id, headline, effect, baseline, certainty }: OutcomeBody): string {
  return [id, headline.finding.id, effect?.estimate, effect?.low, baseline?.proportion, certainty].join('|')
}
