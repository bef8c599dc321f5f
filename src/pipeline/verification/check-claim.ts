import type { Audience, Claim } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { isRoundingOf, numbersIn } from '../../core/text/index.ts'
import type { Cite, DraftClaim } from '../answer/index.ts'
import { allowedNumbers } from './allowed-numbers.ts'
import { wordingProblem } from './claim-check/index.ts'
import { recompute } from './recompute.ts'

export type Check = Claim['check']

/** Sources whose id begins so are our own articles: never evidence. */
export const OWN_ARTICLE_PREFIX = 'article:'

/**
 * Checks one sentence before it is printed. Evidence and guideline sentences stand on a quote that is the source's own
 * text at its offsets; every number stands in a quote or in a field of the finding it states; a computed sentence is
 * computed again from its inputs; a case fact cites the case alone. Beside that each sentence must be one that its
 * quotes and inputs allow, word for word; a patient's plain words are held against the clinician's version instead
 * (parity).
 */
export function checkClaim({ vocabulary }: { readonly vocabulary: Vocabulary }, claim: DraftClaim, audience: Audience = 'clinician'): Check {
  const wording = (): Check | null => (audience === 'patient' ? null : wordingProblem(vocabulary, claim))
  for (const cite of claim.cites) {
    const problem = citeProblem(cite)
    if (problem !== null) return notSupported(problem)
  }
  switch (claim.kind) {
    case 'evidence': case 'guideline':
      if (claim.cites.length === 0) return notSupported('no source is cited')
      return wording() ?? numbersHold(claim) ?? supported('its words and numbers stand in the quote')
    case 'computed': {
      if (claim.inputs === undefined) return notSupported('its inputs are missing')
      const differs = recompute(claim)
      if (differs !== null) return { verdict: 'contradicted', why: differs }
      return wording() ?? numbersHold(claim) ?? supported('computed again from its inputs')
    }
    case 'case-fact':
      return claim.cites.length > 0 ? notSupported('a fact of the case never carries a literature citation') : supported('a fact of the case, as given')
    case 'definition': case 'advice':
      return claim.cites.length > 0 ? notSupported('a definition or a piece of advice states no evidence') : supported('states no evidence')
  }
}

function citeProblem({ source, start, end }: Cite): string | null {
  if (source.id.startsWith(OWN_ARTICLE_PREFIX)) return 'it cites an article of our own'
  if (source.retraction.state === 'retracted') return 'it cites a retracted source'
  if (start < 0 || end > source.text.length || start >= end) return 'its quote lies outside the source'
  return null
}

function numbersHold(claim: DraftClaim): Check | null {
  const allowed = allowedNumbers(claim)
  const missing = numbersIn(claim.text).find((written) => !allowed.some((value) => isRoundingOf(written, value)))
  return missing === undefined ? null : notSupported(`the number ${claim.text.slice(missing.start, missing.end)} stands in no quote, no field of the finding and no input`)
}

function supported(why: string): Check {
  return { verdict: 'supported', why }
}

function notSupported(why: string): Check {
  return { verdict: 'not-supported', why }
}
