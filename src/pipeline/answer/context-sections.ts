import { describeChoice, describeCriteria } from '../../core/terminology/index.ts'
import type { Source } from '../../core/model/index.ts'
import { isKnownToMeet, NO_CRITERIA, rangeContains, rangesOverlap } from '../../core/model/index.ts'
import type { Synthesis } from '../synthesis/index.ts'
import type { ClaimContext } from './evidence-claims.ts'
import { nameSource } from './name-source.ts'
import type { DraftClaim, DraftSection } from './types.ts'
import { certaintyWord, listed, sentence, STANCE_WORDS } from './wording.ts'

/** Limits of single studies are told for the studies that decide and a few more. */
const MAXIMUM_PITFALLS = 14
const MAXIMUM_PASSAGES = 6

/** Where a reader goes wrong: the limits that the sources themselves carry, those of the deciding studies first. */
export function pitfallSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const deciding = new Set(synthesis.strata.flatMap(({ deciding: bodies }) => bodies.flatMap((body) => [body.headline.source.id, body.headline.conduct.id, ...body.trials.map(({ source }) => source.id)])))
  const evidence = synthesis.appraisal.onTopic.filter(({ kind }) => !['guideline', 'policy'].includes(kind))
  const ranked = evidence.toSorted((a, b) => Number(deciding.has(b.id)) - Number(deciding.has(a.id)) || (b.evidence?.n ?? 0) - (a.evidence?.n ?? 0) || (a.id < b.id ? -1 : 1))
  const claims: DraftClaim[] = []
  for (const source of ranked) {
    for (const [index, limit] of (source.evidence?.limitations ?? []).entries()) {
      claims.push({ id: `${source.id}:limit-${index + 1}`, text: `${nameSource(source)}${source.year === null ? '' : ` (${source.year})`}: ${sentence(limit.text)}`, kind: 'evidence', cites: [{ source, start: limit.span.start, end: limit.span.end }] })
    }
  }
  return { id: 'pitfalls', title: context.patient ? 'Where the studies fall short' : 'Common pitfalls', claims: claims.slice(0, MAXIMUM_PITFALLS) }
}

/** The facts of the case, and how they stand to what each supporting body asks. A case fact cites the case alone. */
export function caseSection(context: ClaimContext, synthesis: Synthesis): DraftSection | null {
  const { question } = synthesis
  if (question.caseFacts.length === 0) return null
  const claims: DraftClaim[] = question.caseFacts.map((fact, index) => ({ id: `case:${index + 1}`, text: sentence(fact.text), kind: 'case-fact', cites: [] }))
  const votes = synthesis.strata.flatMap((stratum) => stratum.votes).filter(({ recommendation }) => recommendation.direction === 'for')
  for (const vote of new Set(votes)) {
    const criteria = vote.recommendation.criteria ?? NO_CRITERIA
    const met: string[] = []
    const missing: string[] = []
    for (const [dimension, range] of Object.entries(criteria.ranges)) {
      const held = question.criteria.ranges[dimension]
      const words = describeCriteria(context.vocabulary, { ...NO_CRITERIA, ranges: { [dimension]: range } })
      if (held !== undefined && rangeContains(range, held)) met.push(words)
      else if (held === undefined || rangesOverlap(range, held)) missing.push(words)
    }
    for (const tag of criteria.tags) (question.criteria.tags.some((held) => context.vocabulary.isWithin(held, tag)) ? met : missing).push(context.vocabulary.concept(tag)?.label ?? tag)
    for (const tag of criteria.notTags) (question.criteria.notTags.includes(tag) ? met : missing).push(describeCriteria(context.vocabulary, { ...NO_CRITERIA, notTags: [tag] }))
    if (criteria.anyOf !== undefined) (criteria.anyOf.some((one) => isKnownToMeet(question.criteria, one)) ? met : missing).push(describeChoice(context.vocabulary, criteria))
    if (met.length + missing.length === 0) continue
    claims.push({
      id: `case:${vote.recommendation.id}`,
      text: `Against what ${vote.organization} asks: ${met.length === 0 ? 'nothing is stated as met' : `stated: ${listed(met)}`}; ${missing.length === 0 ? 'nothing is missing' : `not stated, so missing and not "not met": ${listed(missing)}`}.`,
      kind: 'computed',
      cites: [{ source: vote.source, start: vote.recommendation.span.start, end: vote.recommendation.span.end }],
      inputs: { organization: vote.organization, met, missing, criteria },
    })
  }
  return { id: 'case', title: context.patient ? 'What you told us' : 'The case', claims }
}

/** Who paid for each study, by any of its reports: a review that cites a trial does not make its funding unknown. */
function fundingByStudy({ appraisal }: Synthesis): Map<string, Source['funding']> {
  const studies = new Map<string, Source['funding']>()
  for (const { studyId, source, conduct, finding } of appraisal.findings) {
    if (finding.outcomeKind === 'administrative') continue
    const told = [studies.get(studyId), conduct.funding, source.funding].find((funding) => funding !== undefined && funding !== 'unclear')
    studies.set(studyId, told ?? 'unclear')
  }
  return studies
}

/** Who paid for each study and what ties each panel declares; unknown is not independent. */
export function independenceSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const studies = fundingByStudy(synthesis)
  const count = (kind: Source['funding']): number => [...studies.values()].filter((funding) => funding === kind).length
  const total = studies.size
  const inputs = { studies: total, industry: count('industry'), mixed: count('mixed'), public: count('public'), none: count('none'), notKnown: count('unclear') }
  const claims: DraftClaim[] = [{
    id: 'independence:count',
    text: context.patient
      ? `Who paid: of ${total} studies held here, ${inputs.industry + inputs.mixed} were paid for by the maker in full or in part. For ${inputs.notKnown} we do not know.`
      : `Of ${total} studies held on this question ${inputs.industry} are industry-funded, ${inputs.mixed} partly, ${inputs.public} publicly funded, ${inputs.none} without outside funding; for ${inputs.notKnown} the funding is not known, which is not the same as independent.`,
    kind: 'computed', cites: [], inputs: { ...inputs, paidByMaker: inputs.industry + inputs.mixed },
  }]
  for (const { source, linked, interested, organization } of new Map(synthesis.strata.flatMap(({ votes }) => votes).map((vote) => [`${vote.source.id} ${vote.organization}`, vote])).values()) {
    const why = source.evidence?.body?.why ?? ''
    claims.push({ id: `independence:${source.id}`, text: `${organization}: ${linked === true ? 'declares ties to the maker' : interested === true ? 'its members perform the procedure' : linked === false ? 'no ties declared' : 'ties not known'}${why === '' ? '' : ` (${why.replace(/\.$/, '')})`}.`, kind: 'computed', cites: [], inputs: { sourceId: source.id, organization, linked, interested, why } })
  }
  for (const line of synthesis.sensitivity) {
    const left = line.studiesLeft === 0
    const words = line.id === 'without-known-industry' ? 'Without studies known to be paid for by a maker' : 'With only the studies known not to be paid for by a maker'
    const plain = line.id === 'without-known-industry' ? 'Without studies that we know the maker paid for' : 'With only the studies that we know the maker did not pay for'
    const outcome = left ? 'no comparative result is left' : `${line.studiesLeft} of ${line.studies} with a comparative result ${line.studiesLeft === 1 ? 'is' : 'are'} left, and the verdict would be ${STANCE_WORDS[line.stance].clinician.toLowerCase()} (certainty ${certaintyWord(line.certainty)})`
    const told = left ? 'none with a fair comparison is left' : `${line.studiesLeft} of ${line.studies} are left, and the answer would be: ${STANCE_WORDS[line.stance].patient.toLowerCase()}`
    claims.push({ id: `independence:${line.id}`, text: context.patient ? `${plain}, ${told}.` : `${words}, ${outcome}.`, kind: 'computed', cites: [], inputs: { ...line } })
  }
  return { id: 'independence', title: context.patient ? 'Who paid, and who may gain' : 'Independence', claims }
}

/** Sources added to this home that have not been appraised: their own words, no verdict drawn from them. */
export function otherSourcesSection(context: ClaimContext, synthesis: Synthesis): DraftSection | null {
  const seen = new Set<string>()
  const passages = synthesis.appraisal.openPassages.filter(({ source }) => !seen.has(source.id) && seen.add(source.id) !== undefined).slice(0, MAXIMUM_PASSAGES)
  if (passages.length === 0) return null
  return {
    id: 'other-sources',
    title: context.patient ? 'Other texts we hold' : 'Other sources held, quoted and not appraised',
    claims: passages.map(({ source, start, end, quote }) => ({ id: `passage:${source.id}:${start}`, text: `${nameSource(source)}${source.year === null ? '' : ` (${source.year})`}: “${quote.replaceAll(/\s+/g, ' ')}”`, kind: 'evidence', cites: [{ source, start, end }] })),
  }
}
