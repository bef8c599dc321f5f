/** Letters in a row that are compared: four is the usual choice for English (McNamee & Mayfield 2004, Information Retrieval 7:73–97). */
const LENGTH = 4

/**
 * How much of a text another one spells alike, from 0 to 1: the share of its runs of four letters that the other holds.
 * It hears words of one root that a stemmer keeps apart ("hypertension", "antihypertensive").
 */
export function sharedSpelling(text: string, other: string): number {
  const runs = runsOf(text)
  const held = runsOf(other)
  return runs.size === 0 ? 0 : [...runs].filter((run) => held.has(run)).length / runs.size
}

function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const bounded = `_${word}_`
    for (let at = 0; at + LENGTH <= bounded.length; at += 1) runs.add(bounded.slice(at, at + LENGTH))
  }
  return runs
}
