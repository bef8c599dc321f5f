import type { Difference, DifferenceKind, Expected, Told, Wrong } from './types.ts'

/** A wrong of one kind; the short way to write a check. */
export function wrong(kind: DifferenceKind, what: string): Wrong {
  return { kind, what }
}

/** Something that may or must be told in set words, whose presence is all there is to check. */
export function mark(slot: string, missing: DifferenceKind | null, what: string): Expected {
  return { slot, missing, what, check: () => null }
}

/**
 * Holds what a claim tells against what the reference lets it tell: each sentence is expected and agrees, none is told
 * more often than it is expected, and nothing that must be told is missing.
 */
export function compareTold(id: string, told: readonly Told[], expected: readonly Expected[]): Difference[] {
  const differences: Difference[] = []
  for (const { slot, said, sentence } of told) {
    const open = expected.filter((one) => one.slot === slot)
    const verdicts = open.map(({ check }) => check(said))
    const [first] = verdicts
    if (first === undefined) differences.push({ id, kind: 'added', what: `“${sentence}” is not in the reference` })
    else if (!verdicts.includes(null) && first !== null) differences.push({ id, kind: first.kind, what: `${first.what}: “${sentence}”` })
  }
  const twice = told.find(({ sentence }, index) => told.findIndex((one) => one.sentence === sentence) < index)
  if (twice !== undefined) differences.push({ id, kind: 'added', what: `“${twice.sentence}” is told twice` })
  for (const slot of new Set(told.map((one) => one.slot))) {
    const [times, room] = [told.filter((one) => one.slot === slot).length, expected.filter((one) => one.slot === slot).length]
    if (room > 0 && times > room) differences.push({ id, kind: 'added', what: `tells "${slot}" ${times} times where the reference has ${room}` })
  }
  for (const { slot, missing, what, check } of expected) {
    if (missing !== null && !told.some((one) => one.slot === slot && check(one.said) === null) && !differences.some((known) => known.what.startsWith(`${what}:`))) differences.push({ id, kind: missing, what: `${what} is missing` })
  }
  return differences
}
