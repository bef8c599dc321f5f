import type { Source } from '../../../core/model/index.ts'
import type { Problem } from './types.ts'

const OBSERVED = /\b(?:(?:was|is|were) (?:an? |only (?:an? )?)?(?:observational|non-?randomi[sz]ed|registry|cohort|case series)|observational (?:study|registry|cohort|data)|not randomi[sz]ed|without randomi[sz]ation)\b/i
const ASSIGNED = /\b(?:randomi[sz]ed|randomly|by chance assignment|assigned by (?:chance|lot)|drew lots|coin toss)\b/i
const NOT_ASSIGNED = /\b(?:not|never|nor|no|without|non)[- ](?:\w+ ){0,2}randomi[sz]ed\b|\bnon-?randomi[sz]ed\b/i
const DUMMY = /\b(?:placebo|sham|dummy|saline)\b/i
const COMPARED_WITH_DUMMY = /\b(?:with|against|versus|vs\.?|or|and|than|to|over)\s(?:an? |the )?(?:\w+ ){0,2}(?:placebo|sham|dummy)\b/i
const BLINDED = /\b(?:double-blind|blinded|masked|did not know which)\b/i
const OPEN = /\b(?:open-label|unblinded|unmasked|not blinded|not masked|without blinding|knew which)\b/i

/** How what a claim says of a study's design differs from the design that is held; null where it does not, or none is. */
export function studyDesign(claim: string, { kind, evidence, text }: Source): Problem | null {
  if (evidence === null || !['rct', 'cohort', 'case-control', 'single-arm', 'case-series'].includes(kind)) return null
  const { randomized, participantsBlinded, blinding } = evidence.design
  const wrong = (why: string): Problem => ({ kind: 'wording', verdict: 'contradicted', why })
  if (randomized === true && kind === 'rct' && OBSERVED.test(claim) && !/observational|not randomi[sz]ed/i.test(text)) return wrong('the source is a randomized trial')
  if (randomized === false && kind !== 'rct' && ASSIGNED.test(claim) && !NOT_ASSIGNED.test(claim) && !/\brandomi[sz]/i.test(text.replace(/\bnot randomi[sz]ed\b/gi, ''))) return wrong('nobody was assigned by chance in the source')
  if (['no-treatment', 'usual-care', 'active', 'none', 'own-baseline'].includes(evidence.comparatorType) && COMPARED_WITH_DUMMY.test(claim) && !/\b(?:no|not|without|rather than|instead of|unlike) (?:\w+ ){0,2}(?:placebo|sham|dummy)/i.test(claim) && !DUMMY.test(text)) return wrong(`the source compared with ${evidence.comparator ?? evidence.comparatorType}`)
  if (participantsBlinded === false && BLINDED.test(claim) && !OPEN.test(claim) && !/\bblind|\bmask/i.test(text)) return wrong('people knew what they were given in the source')
  if (participantsBlinded === true && OPEN.test(claim) && /double/i.test(blinding ?? '') && !OPEN.test(text)) return wrong('the source was blinded')
  return null
}
