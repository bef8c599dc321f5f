import { certaintyRank, RULES } from '../../core/methods/index.ts'
import type { Stratum } from '../synthesis/index.ts'
import { certaintyWord, listed } from './wording.ts'

/** What of a stratum is read here. */
type RatedStratum = Pick<Stratum, 'votes' | 'certainty'>

/**
 * Where advice and certainty do not go together, as reasons a reader sees: strong advice on low certainty (discordant,
 * GRADE guidelines 14 and 15), and voting bodies whose stated rating lies two levels or more from ours. Tied bodies are
 * named too, with their tie: their rating is told and used for nothing.
 */
export function ratingReasons(strata: readonly RatedStratum[]): string[] {
  const discordant = strata.flatMap(({ votes, certainty }) => (certainty === 'low' || certainty === 'very-low' ? votes.filter(({ votingStrength, recommendation }) => votingStrength === 'strong' && recommendation.direction === 'for') : []))
  const apart = strata.flatMap(({ votes, certainty }) => votes.flatMap(({ organization, linked, interested, recommendation }) => {
    const stated = recommendation.certainty
    if (certainty === null || stated === null || Math.abs(certaintyRank(stated) - certaintyRank(certainty)) < RULES.panelRatingApart) return []
    return [`${organization} states ${certaintyWord(stated)} certainty${linked === true ? ', with ties to the maker' : interested === true ? ', and its members perform it' : ''}; computed here from what is held it is ${certaintyWord(certainty)}.`]
  }))
  return [
    ...(discordant.length === 0 ? [] : [`Strong advice rests on evidence of low certainty here (a discordant recommendation: ${listed([...new Set(discordant.map(({ organization }) => organization))])}).`]),
    ...new Set(apart),
  ]
}
