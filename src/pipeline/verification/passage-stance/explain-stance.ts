import type { Comparison, Relation } from './compare-texts.ts'
import type { Bearing } from './types.ts'

const SAYS: Readonly<Record<Bearing, string>> = {
  for: 'it does good', against: 'it does harm', 'no-good': 'it does no good', 'no-harm': 'it does no harm', 'no-relation': 'there is no relation', none: 'nothing of good or harm',
}
const WORDS_NAMED = 4
const LITTLE = 0.25

/** What was read in a claim and a passage, in words for a reader: how they stand to each other, then what they share. */
export function explainStance(comparison: Comparison): string[] {
  const { clauses, relation, claimBearing, coverage, sharedWords, contraries, numbers } = comparison
  const telling = clauses.filter((clause) => clause.relation === relation && relation !== 'none').toSorted((a, b) => b.share - a.share)[0]
  const attended = clauses.toSorted((a, b) => b.share - a.share)[0]
  return [
    ...(telling === undefined ? ['the passage says nothing of good, harm or relation that could be set beside the claim'] : [`${inWords(relation)}: the claim says ${SAYS[claimBearing]}, the passage ${SAYS[telling.clause.bearing]} ("${quoteOf(telling.clause.words)}")`]),
    ...contraries.opposed.map(([said, read]) => `the claim says "${said}", the passage "${read}"`),
    ...(attended !== undefined && attended.ways.opposed > attended.ways.same ? ['what they share goes the other way in the passage'] : []),
    ...(numbers === 'shared' ? ['a number of the claim stands in the passage'] : numbers === 'others' ? ['the passage has numbers, and none of the claim’s'] : []),
    ...(attended?.clause.isOpen === true ? ['the passage asks or leaves it open'] : []),
    ...(attended?.clause.isHedged === true ? ['the passage is not certain'] : []),
    sharedWords.length === 0 ? 'they share no word that tells' : `${coverage < LITTLE ? 'the passage holds little of the claim' : `the passage holds ${Math.round(100 * coverage)}% of the claim`}, by the weight of its words (${sharedWords.slice(0, WORDS_NAMED).join(', ')})`,
  ]
}

function inWords(relation: Relation): string {
  switch (relation) {
    case 'agree': case 'both-null': return 'they say the same'
    case 'weak-agree': return 'they point the same way'
    case 'oppose': return 'they say the contrary'
    case 'weak-oppose': return 'they point different ways'
    case 'denied': return 'the passage denies a relation'
    case 'null-vs-some': return 'the claim denies a relation that the passage tells'
    default: return 'they cannot be set against each other'
  }
}

const WORDS_QUOTED = 14

function quoteOf(words: readonly string[]): string {
  const shown = words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  return `${shown.slice(0, WORDS_QUOTED).join(' ')}${shown.length > WORDS_QUOTED ? ' …' : ''}`
}
