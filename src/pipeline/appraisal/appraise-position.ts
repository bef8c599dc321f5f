import type { BodyClass, Recommendation, Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { namedStudies, type StudyNames } from './named-studies.ts'
import { otherOutcome } from './other-outcome.ts'
import { statedOutcomes } from './stated-outcomes.ts'
import type { PopulationMatch, Position } from './types.ts'

/** Half of guidelines are outdated after about six years (Shekelle 2001): older than this is flagged and still votes. */
export const AGED_AFTER_YEARS = 5

/** Classes that never vote, with the words a reader sees (docs/methods/guidelines.md). */
const NO_VOTE: Readonly<Record<Exclude<BodyClass, 'clinical'>, string>> = {
  draft: 'a draft: listed, does not vote',
  hta: 'health technology assessment weighs cost and governance too: listed, does not vote',
  coverage: 'a coverage rule, not clinical advice: own table, does not vote',
  licence: 'a licence or clearance is permission, not a recommendation: does not vote',
  relayed: 'known only from another document: listed, does not vote',
}

/** End of the evidence search, else last update, else publication year. */
export function positionDate(source: Source): string | null {
  const evidence = source.evidence
  return evidence?.searchDate ?? evidence?.body?.updated ?? (source.year === null ? null : String(source.year))
}

/** One organization's position, with whether it may vote and how strongly it counts. */
export function appraisePosition(
  vocabulary: Vocabulary,
  source: Source,
  recommendation: Recommendation,
  context: {
    readonly interventionMatch: 'exact' | 'class'
    readonly populationMatch: PopulationMatch
    readonly asOfYear: number | null
    readonly supersededBy: string | null
    /** Outcomes the question is about; empty when it names none. */
    readonly askedOutcomes?: readonly string[]
    /** Studies on the question (none by default), by the names a document may use. */
    readonly studies?: readonly StudyNames[]
  },
): Position {
  const body = source.evidence?.body ?? null
  const bodyClass: BodyClass = recommendation.relayedFor !== null ? 'relayed' : (body?.class ?? (source.kind === 'label' ? 'licence' : 'clinical'))
  const listed = body === null ? undefined : vocabulary.body(body.id)
  const linked = body?.linked ?? null
  const interested = body?.interested ?? null
  const date = positionDate(source)
  const age = context.asOfYear === null || date === null ? null : context.asOfYear - Number(date.slice(0, 4))
  const expired = age !== null && listed?.expiresAfterYears !== undefined && age > listed.expiresAfterYears

  const flags: string[] = []
  if (linked === true) flags.push('declares ties to the maker')
  if (interested === true && linked !== true) flags.push('its members perform the procedure and declare nothing')
  if (expired) flags.push(`expired by its own rule after ${listed?.expiresAfterYears ?? ''} years`)
  else if (age !== null && age > AGED_AFTER_YEARS) flags.push(`over ${AGED_AFTER_YEARS} years old`)
  if (recommendation.strength === 'ungraded' && recommendation.direction !== 'silent' && bodyClass === 'clinical') flags.push('ungraded')
  if (recommendation.strength === 'consensus' || body?.consensusOnly === true) flags.push('consensus')
  if (source.evidence?.laterVersionsNotHeld === true) flags.push('later versions exist, not held')
  if (context.interventionMatch === 'class') flags.push('speaks of the class')

  const outcomes = recommendation.direction === 'silent' ? [] : statedOutcomes(vocabulary, source, recommendation)
  const aimElsewhere = otherOutcome(vocabulary, source, context.askedOutcomes ?? [], outcomes)
  const weakened = (recommendation.direction === 'for' && (linked === true || interested === true)) || expired || body?.consensusOnly === true
  const whyNoVote = noVoteReason(bodyClass, recommendation, context.supersededBy, aimElsewhere)
  return {
    source,
    recommendation,
    bodyId: recommendation.relayedFor ?? body?.id ?? source.id,
    organization: recommendation.relayedFor ?? listed?.short ?? source.organization ?? source.title,
    bodyClass,
    qualified: listed?.qualified === true && linked !== true && bodyClass === 'clinical',
    linked,
    interested,
    votingStrength: recommendation.strength === 'strong' && !weakened ? 'strong' : 'conditional',
    votes: whyNoVote === null,
    whyNoVote,
    superseded: context.supersededBy !== null,
    flags,
    interventionMatch: context.interventionMatch,
    populationMatch: context.populationMatch,
    silence: recommendation.direction === 'silent' ? (recommendation.silence ?? 'in-scope-not-mentioned') : null,
    date,
    outcomes,
    studies: namedStudies(source, context.studies ?? []),
    otherOutcome: aimElsewhere,
  }
}

function noVoteReason(bodyClass: BodyClass, recommendation: Recommendation, supersededBy: string | null, aim: string | null): string | null {
  if (recommendation.direction === 'silent') return recommendation.silence === 'not-read' ? 'not read' : 'silent'
  if (supersededBy !== null) return `superseded by ${supersededBy}`
  if (bodyClass !== 'clinical') return NO_VOTE[bodyClass]
  if (aim !== null) return `advice on another outcome ("${aim}"): listed, does not vote`
  return null
}
