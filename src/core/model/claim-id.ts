/**
 * Ids of the claims that one patient sentence stands for, joined with "+". A claim is the same in every audience's
 * version, so a merged sentence says whose facts it carries.
 */
export function joinClaimIds(ids: readonly string[]): string {
  return [...new Set(ids)].join('+')
}

/**
 * The claims inside a joined id. Ids of composite outcomes hold a "+" themselves ("effect:death+stroke|…"), so the cut
 * is made only where a new id begins: a prefix with its colon.
 */
export function splitClaimId(id: string): string[] {
  return id.split(/\+(?=[\w.-]+:)/)
}
