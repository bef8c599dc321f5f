import { readEffect } from '../../core/statistics/index.ts'
import type { Article } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { type Synthesis } from '../synthesis/index.ts'
import { nameSource } from './name-source.ts'
import { listed } from './wording.ts'

/** What the answer does not cover and why: gaps in what is held are printed, never filled from memory. */
export function listOmissions(vocabulary: Vocabulary, synthesis: Synthesis): Article['omissions'] {
  const { appraisal, strata, unspokenStrata, question } = synthesis
  const rows: { text: string; why: string }[] = []
  const add = (text: string, why: string): void => void rows.push({ text, why })

  const bare = new Map<string, string[]>()
  for (const appraised of appraisal.findings) {
    const effect = readEffect(appraised)
    if (appraised.importance !== 'critical' || effect === null || effect.low !== null) continue
    const name = nameSource(appraised.conduct)
    bare.set(name, [...(bare.get(name) ?? []), appraised.finding.outcome])
  }
  for (const [name, outcomes] of [...bare].toSorted(([a], [b]) => (a < b ? -1 : 1))) add(`The interval of ${listed([...new Set(outcomes)])} in ${name}`, 'it was not available to us, so the result cannot be placed')

  const perProtocol = new Set(appraisal.findings.filter(({ finding, conduct }) => finding.analysis === 'per-protocol' || conduct.evidence?.signals.some(({ kind }) => kind === 'per-protocol-only') === true).map(({ conduct }) => nameSource(conduct)))
  for (const name of [...perProtocol].toSorted()) add(`The intention-to-treat result of ${name}`, 'only the per-protocol analysis is held')

  const notRead = [...new Set(appraisal.positions.filter(({ silence }) => silence === 'not-read').map(({ organization }) => organization))].toSorted()
  if (notRead.length > 0) add(`The wording of ${listed(notRead)}`, 'the documents exist and were not read: neither for, nor against, nor silent')

  const living = [...new Set(appraisal.positions.filter(({ flags }) => flags.includes('later versions exist, not held')).map(({ organization }) => organization))].toSorted()
  if (living.length > 0) add(`Later versions of ${listed(living)}`, 'newer ones exist than the version held')

  for (const label of unspokenStrata) add(`People with ${label}`, 'no body and no trial held here speaks of them')
  const held = new Set(appraisal.findings.flatMap(({ finding }) => [finding.outcomeConcept, ...finding.components]))
  for (const outcome of question.outcomes) for (const id of outcome.concepts) if (!held.has(id)) add(`${vocabulary.outcome(id)?.label ?? id}, which the question asks about`, 'no result on it is held for these people')

  const critical = new Set(question.population.concepts.flatMap((id) => vocabulary.criticalOutcomesFor(id)?.critical ?? []))
  const unseen = [...critical].filter((id) => !held.has(id)).map((id) => vocabulary.outcome(id)?.label ?? id)
  if (appraisal.findings.length > 0 && unseen.length > 0) add(`Outcomes that matter and have no result here: ${listed(unseen)}`, 'no source held reports them for this treatment')
  if (appraisal.findings.length > 0 && critical.size === 0 && question.population.concepts.length > 0) add('A curated list of the outcomes that matter for this condition', 'none is held; the primary outcomes of the trials decide')
  if (appraisal.findings.length > 0 && !appraisal.findings.some(({ finding }) => finding.outcomeKind === 'harm')) add('Rates of harm', 'no source held reports one')
  if (appraisal.findings.length > 0 && !appraisal.findings.some(({ finding }) => finding.outcomeKind === 'cost')) add('Cost and cost-effectiveness', 'no source held reports them')
  if (strata.some(({ deciding }) => deciding.length > 0)) add('Whether the evidence applies directly to these people (indirectness)', 'a person has to judge it; the program only shows the differences')
  for (const word of question.unexplained) add(`"${word}"`, 'the word was not understood')
  return rows
}
