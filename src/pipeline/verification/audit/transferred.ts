import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'
import type { Problem } from './types.ts'

/** Words that carry a result over to people or treatments beyond those it was found in. */
const CARRIES_OVER = /\b(?:can|could|may|will|should) (?:therefore |thus |also |equally |safely |then )?(?:be expected|expect|count on|rely on|look forward to|hope for)\b|\b(?:get|gets|have|has|enjoys?) the same\b|\bthe same (?:\d|protection|effect|gain|benefit|cut|reduction|risk|fall|drop|odds|ratio)|\b(?:applies|holds|goes|works) (?:just as well |equally |as well )?(?:for|to|in)\b/i

/** Whether a sentence carries a result over to others. */
export function carriesOver(text: string): boolean {
  return CARRIES_OVER.test(text)
}

/** A treatment or condition to which a claim carries a result over, and on which its source holds nothing; null when none. */
export function transferred(vocabulary: Vocabulary, claim: Meaning, { text }: Source, own: readonly Ground[]): Problem | null {
  if (!carriesOver(claim.text)) return null
  const spoken = text.toLowerCase()
  const strange = claim.mentions.find((mention) => (mention.kind === 'intervention' || mention.kind === 'condition') && vocabulary.outcome(mention.conceptId) === undefined && !spoken.includes(mention.text.toLowerCase()) && !own.some(({ concepts }) => concepts.has(mention.conceptId) || vocabulary.ancestors(mention.conceptId).some((id) => concepts.has(id))))
  return strange === undefined ? null : { kind: 'intervention', verdict: 'not-supported', why: `the source holds nothing on ${strange.text}` }
}
