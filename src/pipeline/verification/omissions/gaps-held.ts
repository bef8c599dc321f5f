import { readEffect } from '../../../core/statistics/index.ts'
import { listed, nameSource } from '../../../core/text/index.ts'
import { isOfOutcome } from './is-of-outcome.ts'
import { inPlainWords } from './plain-words.ts'
import type { Omission, OmissionContext } from './types.ts'

/** What no source held says, so that no sentence could: gaps are printed, never filled from memory. */
export function gapsHeld({ vocabulary, synthesis }: OmissionContext): Omission[] {
  const { appraisal, strata, unspokenStrata, question } = synthesis
  const rows: Omission[] = []
  const add = (text: string, why: string, plain: string): void => void rows.push({ text, why, plain, cites: [] })

  const bare = new Map<string, string[]>()
  for (const appraised of appraisal.findings) {
    const effect = readEffect(appraised)
    if (appraised.importance !== 'critical' || effect === null || effect.low !== null) continue
    const name = nameSource(appraised.conduct)
    bare.set(name, [...(bare.get(name) ?? []), appraised.finding.outcome])
  }
  for (const [name, outcomes] of [...bare].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    add(`The interval of ${listed([...new Set(outcomes)])} in ${name}`, 'it was not available to us, so the result cannot be placed', `How exact some results of ${name} are was not available to us. So they cannot be weighed in full.`)
  }

  const perProtocol = new Set(appraisal.findings.filter(({ finding, conduct }) => finding.analysis === 'per-protocol' || conduct.evidence?.signals.some(({ kind }) => kind === 'per-protocol-only') === true).map(({ conduct }) => nameSource(conduct)))
  for (const name of [...perProtocol].toSorted()) add(`The intention-to-treat result of ${name}`, 'only the per-protocol analysis is held', `For ${name} we hold only the people who kept to the plan. We do not hold the result for everyone who began.`)

  const notRead = [...new Set(appraisal.positions.filter(({ silence }) => silence === 'not-read').map(({ organization }) => organization))].toSorted()
  if (notRead.length > 0) add(`The wording of ${listed(notRead)}`, 'the documents exist and were not read: neither for, nor against, nor silent', `We could not read the wording of ${listed(notRead)}. We count it on no side.`)

  const living = [...new Set(appraisal.positions.filter(({ flags }) => flags.includes('later versions exist, not held')).map(({ organization }) => organization))].toSorted()
  if (living.length > 0) add(`Later versions of ${listed(living)}`, 'newer ones exist than the version held', `${listed(living)} put out newer versions. We do not hold them.`)

  for (const label of unspokenStrata) add(`These people: ${label}`, 'no body and no trial held here speaks of them', `No expert group and no study held here speaks of some people: ${label}.`)

  const held = new Set(appraisal.findings.flatMap(({ finding }) => [finding.outcomeConcept, ...finding.components]))
  const named = appraisal.findings.map(({ finding }) => finding.outcome.toLowerCase())
  for (const { concepts, text } of question.outcomes) {
    for (const id of concepts) if (![...held].some((other) => other !== null && isOfOutcome(vocabulary, other, id))) add(`${vocabulary.outcome(id)?.label ?? id}, which the question asks about`, 'no result on it is held for these people', `You asked about ${inPlainWords(vocabulary, id, id)}. We hold no result on it for these people.`)
    if (concepts.length === 0 && text !== null && !named.some((outcome) => outcome.includes(text))) add(`${text}, which the question asks about`, 'no result is held under these words', `You asked about ${text}. We hold no result in these words.`)
  }

  const critical = new Set(question.population.concepts.flatMap((id) => vocabulary.criticalOutcomesFor(id)?.critical ?? []))
  const unseen = [...critical].filter((id) => !held.has(id))
  if (appraisal.findings.length > 0 && unseen.length > 0) {
    add(`Outcomes that matter and have no result here: ${listed(unseen.map((id) => vocabulary.outcome(id)?.label ?? id))}`, 'no source held reports them for this treatment', `These things matter too, and no study held here reports them: ${listed(unseen.map((id) => inPlainWords(vocabulary, id, id)))}.`)
  }
  if (appraisal.findings.length > 0 && critical.size === 0 && question.population.concepts.length > 0) add('A curated list of the outcomes that matter for this condition', 'none is held; the primary outcomes of the trials decide', 'No one has yet listed for us which results matter most here. We used what the studies set out to measure.')
  if (appraisal.findings.length > 0 && !appraisal.findings.some(({ finding }) => finding.outcomeKind === 'harm')) add('Rates of harm', 'no source held reports one', 'No source held here says how often harm happens.')
  if (appraisal.findings.length > 0 && !appraisal.findings.some(({ finding }) => finding.outcomeKind === 'cost')) add('Cost and cost-effectiveness', 'no source held reports them', 'No source held here says what it costs.')
  if (strata.some(({ deciding }) => deciding.length > 0)) add('Whether the evidence applies directly to these people (indirectness)', 'a person has to judge it; the program only shows the differences', 'We cannot say if the people studied are like you. A person has to judge that.')
  for (const word of question.unexplained) add(`"${word}"`, 'the word was not understood', `We did not understand the word "${word}".`)
  return rows
}
