/**
 * Normalised discounted cumulative gain of the first `depth` results, with binary relevance and a log2 discount
 * (Järvelin & Kekäläinen 2002). 0 when nothing is relevant.
 */
export function ndcg(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  const gained = ranked.slice(0, depth).reduce((sum, id, rank) => (relevant.has(id) ? sum + discount(rank) : sum), 0)
  const ideal = Array.from({ length: Math.min(depth, relevant.size) }, (_, rank) => discount(rank)).reduce((sum, value) => sum + value, 0)
  return ideal === 0 ? 0 : gained / ideal
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 2)
}

/** Share of the relevant documents that are among the first `depth` results. 0 when nothing is relevant. */
export function recall(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  if (relevant.size === 0) return 0
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size
}
