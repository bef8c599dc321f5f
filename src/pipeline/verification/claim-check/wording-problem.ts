import type { Claim } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { DraftClaim } from '../../answer/index.ts'
import { checkEffectSentence } from './check-effect-sentence.ts'
import { checkVerdictSentence } from './check-verdict-sentence.ts'
import { isHouseSentence } from './match-house-sentence.ts'
import { wordingDifferences } from './wording-difference.ts'

/**
 * What a sentence of our own says beyond its quotes and inputs; null when nothing. A changed quote is named by how it
 * differs from the source's words.
 */
export function wordingProblem(vocabulary: Vocabulary, traced: DraftClaim): Claim['check'] | null {
  const relay = traced.inputs?.['relay']
  const told = typeof relay === 'string' ? ` ${relay}` : ''
  if (!traced.text.endsWith(told)) return { verdict: 'not-supported', why: 'where its number was measured is not said as found' }
  const claim = { ...traced, text: traced.text.slice(0, traced.text.length - told.length) }
  if (claim.id.startsWith('effect:')) return contradicted(checkEffectSentence(claim))
  if (claim.id === 'verdict' && claim.inputs !== undefined && 'strata' in claim.inputs) return contradicted(checkVerdictSentence(vocabulary, claim))
  if (claim.id.startsWith('omission:')) return contradicted(omissionDiffers(claim))
  if (isHouseSentence(vocabulary, claim)) return null
  if (claim.kind === 'computed') return { verdict: 'not-supported', why: 'it is not a sentence that its inputs allow' }
  const nearest = claim.cites.map(({ source, start, end }) => wordingDifferences(vocabulary, claim.text, source.text.slice(start, end))).toSorted((a, b) => b.coverage - a.coverage)[0]
  const [worst] = nearest === undefined ? [] : nearest.differences.toSorted((a, b) => Number(b.verdict === 'contradicted') - Number(a.verdict === 'contradicted'))
  return nearest === undefined || nearest.coverage < ABOUT_THE_SAME ? { verdict: 'not-supported', why: 'the cited text is about something else' } : worst === undefined ? { verdict: 'not-supported', why: 'it is not the sentence that its source allows' } : { verdict: worst.verdict, why: worst.why }
}

/** Share of a claim's words in its quote below which the two are not the same statement (convention). */
const ABOUT_THE_SAME = 0.4

function contradicted(why: string | null): Claim['check'] | null {
  return why === null ? null : { verdict: 'contradicted', why }
}

function omissionDiffers({ text, inputs }: DraftClaim): string | null {
  const { text: what, why } = inputs ?? {}
  const plain = (part: unknown): string => (typeof part === 'string' ? part.replace(/[.!?]$/, '') : '')
  return text.replace(/[.!?]$/, '') === `${plain(what)}: ${plain(why)}` || text === `${String(what)}: ${String(why)}` ? null : 'it is not the gap that its inputs name'
}
