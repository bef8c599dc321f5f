import type { Article, ArticleSection, Claim } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { sentence } from '../../../core/text/index.ts'
import type { Draft, DraftClaim } from '../../answer/index.ts'
import type { Synthesis } from '../../synthesis/index.ts'
import { checkClaim } from '../check-claim.ts'
import { numberCitations, type Verified } from '../verify-draft.ts'
import { gapsHeld } from './gaps-held.ts'
import { kindContract } from './kind-contract.ts'
import { missingPeople } from './missing-people.ts'
import { printedIn } from './printed-in.ts'
import { refusedSentences } from './refused-sentences.ts'
import type { Omission, OmissionContext, Told } from './types.ts'
import { untoldFindings } from './untold-findings.ts'
import { untoldOthers } from './untold-others.ts'
import { untoldPositions } from './untold-positions.ts'

const SECTION = 'not-covered'

/**
 * Says what the verified article leaves out: what is held and no printed sentence tells, what verification refused, and
 * what the question asks that no source held answers. Found from the synthesis and from what is really printed, so a
 * sentence that is lost anywhere on the way is told. Nothing after an emergency.
 */
export function tellOmissions({ vocabulary }: { readonly vocabulary: Vocabulary }, synthesis: Synthesis, draft: Draft, verified: Verified): Told {
  if (synthesis.question.safety?.stops === true) return { ...verified, omissions: [] }
  const context: OmissionContext = { vocabulary, synthesis, printed: printedIn(verified), refused: new Map(verified.refused.map(({ id, why }) => [id, withoutItsWords(why)])) }
  const found = distinct([
    ...refusedSentences(context, draft),
    ...untoldFindings(context), ...untoldPositions(context), ...untoldOthers(context),
    ...missingPeople(context), ...kindContract(context), ...gapsHeld(context),
  ])
  const place = draft.sections.findIndex(({ id }) => id === SECTION)
  const told = place < 0 ? verified : withSection({ vocabulary }, verified, draft, place, found)
  return { ...told, omissions: found.map(({ text, why }) => ({ text, why })) satisfies Article['omissions'] }
}

/** Puts the section where the draft keeps its place; its sentences are checked, counted and numbered as all others. */
function withSection({ vocabulary }: { readonly vocabulary: Vocabulary }, verified: Verified, draft: Draft, place: number, found: readonly Omission[]): Verified {
  const before = new Set(draft.sections.slice(0, place).map(({ id }) => id))
  const at = verified.sections.findLastIndex(({ id }) => before.has(id)) + 1
  const numbers = numberCitations(verified.sources)
  const claims = found.map((omission, index): Claim => {
    const { cites, ...claim } = supported({ vocabulary }, omission, index + 1, draft.audience === 'patient')
    return { ...claim, inputs: { ...claim.inputs }, citations: cites.map((each) => numbers.cite(each)), check: { verdict: 'supported', why: 'found from what is held and what is printed' } }
  })
  if (claims.length === 0) return verified
  const section: ArticleSection = { id: SECTION, title: draft.sections[place]?.title ?? '', claims }
  const { claims: counted, supported: kept, ...rest } = verified.verification
  return {
    ...verified,
    sections: [...verified.sections.slice(0, at), section, ...verified.sections.slice(at)],
    sources: numbers.sources(),
    verification: { ...rest, claims: counted + claims.length, supported: kept + claims.length },
  }
}

/** An omission as a sentence. Where its place cannot be cited (a bad span, a retracted source) it is told without. */
function supported(dependencies: { readonly vocabulary: Vocabulary }, { text, why, plain, cites }: Omission, number: number, patient: boolean): DraftClaim {
  const claim: DraftClaim = { id: `omission:${number}`, text: patient ? plain : sentence(`${text}: ${why}`), kind: 'computed', cites, inputs: { text, why } }
  return checkClaim(dependencies, claim, patient ? 'patient' : 'clinician').verdict === 'supported' ? claim : { ...claim, cites: [] }
}

function distinct(omissions: readonly Omission[]): Omission[] {
  const seen = new Set<string>()
  return omissions.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined)
}

/** A reason may repeat the number or words that were refused; they are not said again. */
function withoutItsWords(why: string): string {
  if (/^"|number \S*\d|; /.test(why)) return 'its words do not stand in its source'
  return why.replace(/^a number of ".*" stands/, 'a number of it stands').replace(/^the number \S+ stands/, 'a number of it stands')
}
