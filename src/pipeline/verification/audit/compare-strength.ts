import type { Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'
import { senseOfGround, senseOfWords } from './sense.ts'
import type { Problem } from './types.ts'

const OVERSTATED = /\b(?:prove[sd]?|(?:is|are|was|were|been|as|it) proven|proven to|proof|definitive(?:ly)?|conclusive(?:ly)?|undoubted(?:ly)?|without (?:a |any )?doubt|beyond (?:any )?(?:reasonable )?doubt|certain(?:ly)?|guarantee[sd]?|always|eliminat\w+|cure[sd]?|settled|unequivocal\w*|dramatic(?:ally)?|massive(?:ly)?|overwhelming\w*|indisputabl\w*|irrefutabl\w*|(?:leaves?|left|with) no doubt|beyond (?:any )?(?:dispute|question)|settles?(?: the)?|once and for all|(?:nobody|no ?one|none) (?:\w+ )?(?:disputes?|doubts?|questions?|denies|contests?)|undisputed|uncontested|beyond argument|everyone agrees|firmly establish\w*|virtually all|completely|no (?:risk|harms?|side effects)|risk-free|perfectly safe|entirely safe|beyond question|certif(?:y|ies|ied))\b/i
const HEDGED = /\b(?:may|might|could|possibly|probably|likely|suggest\w*|appear\w*|seem\w*|uncertain\w*|unclear|low certainty|very low certainty|not (?:clearly|clear|certain|sure)|limited|tentative\w*|exploratory|inconclusive|hint\w*|point\w* to)\b/i
const LEVELS = ['very low', 'low', 'moderate', 'high'] as const
const CERTAINTY = /\b(very[- ]low|low|moderate|high)(?:-| )(?:certainty|quality|confidence)\b|\b(?:certainty|quality|confidence)(?: of (?:the )?evidence)? (?:is|was|as|of)? ?(?:rated |judged |graded )?(very[- ]low|low|moderate|high)\b/i
const CAUSE = /\b(?:cause[sd]?|causing|causal(?:ly)?|because of|due to|owing to|thanks to|leads? to|led to|results? in|resulted in|results? from|resulted from|produce[sd]?|trigger(?:s|ed)?|responsible for|attributable to|prevent(?:s|ed)?|protect(?:s|ed)? (?:against|from)|the result of|(?:made|makes|making) [^.;,]{1,50}? (?:give up|stop|quit|lose|recover|improve|fall|rise|drop)|brings? about|brought (?:about|on)|mak(?:es|ing) (?:[\w-]+ )?(?:patients|people|them|women|men)|made (?:[\w-]+ )?(?:patients|people|them|women|men))\b/i
const ACTIVE = /\b(?:lowers?|reduces?|raises?|increases?|cuts?|improves?|decreases?|worsens?|lowered|reduced|raised|increased|improved|decreased|worsened|br(?:ings?|ought) [^.;]{0,40}\bdown)\b/i
const COMPARED = /\b(?:compared (?:with|to)|versus|vs\.?|than (?:with|in|on|those|people|patients|placebo|sham|control|usual|the)|against (?:no|placebo|sham|control|usual)|control (?:group|arm)|placebo|sham|between[- ]group|controlled comparison)\b/i
const NARROW = /\bsub-?groups?\b|\bsubset\b|\bstratum\b|\bamong those\b|\bonly in\b|\bwhen (?:restricted|limited)\b|\bpost[- ]hoc\b|\bexploratory\b|\bsecondary\b|\bper-protocol\b|\b(?:that|this|these|those) (?:[\w-]+ )?(?:group|subset|people|patients|participants)\b/i

/** Where a claim is stronger than its statement: hedge dropped, certainty raised, cause for association, a part for the whole. */
export function strengthProblems(claim: Meaning, ground: Ground): Problem[] {
  const { source, finding, meaning } = ground
  const found: Problem[] = []
  const overstated = OVERSTATED.exec(claim.text)?.[0]
  const denied = overstated !== undefined && new RegExp(`\\b(?:not|no|never|cannot|nor|hardly)\\b[^.;]{0,24}${overstated}`, 'i').test(claim.text)
  if (overstated !== undefined && !denied && !new RegExp(`\\b${overstated.replace(/(?:e|es|ed|d|s|ly)$/i, '')}`, 'i').test(`${meaning.text} ${finding?.outcome ?? ''}`)) found.push({ kind: 'hedge', verdict: 'partly', why: `"${overstated}" is more than the source says` })

  const said = levelIn(claim.text)
  const held = levelIn(meaning.text) ?? levelOf(ground)
  if (said !== null && held !== null && said > held) found.push({ kind: 'hedge', verdict: 'contradicted', why: `the certainty stated is ${LEVELS[held] ?? ''}, not ${LEVELS[said] ?? ''}` })
  else if (said !== null && held !== null && said < held && levelIn(meaning.text) !== null && finding !== null) found.push({ kind: 'hedge', verdict: 'partly', why: `the certainty stated is ${LEVELS[held] ?? ''}, not ${LEVELS[said] ?? ''}` })
  else if (said !== null && said === 3 && held === null && finding !== null) found.push({ kind: 'hedge', verdict: 'partly', why: 'the source states no such certainty' })

  if (said !== null && held === said && new RegExp(`\\b(?:not|never|n't|no longer|neither)\\b[^.;]{0,50}\\b${(LEVELS[said] ?? '').replace(' ', '[- ]')}`, 'i').test(claim.text)) found.push({ kind: 'negation', verdict: 'contradicted', why: `the certainty stated is ${LEVELS[held] ?? ''}` })

  const sense = senseOfWords(claim)
  const tells = sense.amount !== null || sense.worth !== null
  if (ground.kind !== 'recommendation' && tells && overstated === undefined && HEDGED.test(meaning.text) && !HEDGED.test(claim.text) && claim.cues.hedge.length === 0 && senseOfGround(ground).open !== true && !claim.deniesDifference && claim.cues.negator.length === 0 && /\b(?:may|might|could|probably|possibly|suggest\w*|appear\w*|very uncertain)\b/i.test(meaning.text)) found.push({ kind: 'hedge', verdict: 'partly', why: `the source says "${HEDGED.exec(meaning.text)?.[0] ?? ''}", which is left out` })

  const noGroup = ['none', 'own-baseline'].includes(finding?.comparatorType ?? source.evidence?.comparatorType ?? 'not-stated') || source.kind === 'single-arm' || source.kind === 'case-series'
  const uncontrolled = finding === null ? noGroup && source.evidence?.design.randomized !== true : finding.notAnEffect !== null || noGroup || (['proportion', 'mean-change'].includes(finding.measure) && source.kind === 'cohort')
  const observational = ground.kind === 'recommendation' || ['guideline', 'policy', 'label'].includes(source.kind) ? false : uncontrolled || ['cohort', 'case-control'].includes(source.kind) || (meaning.cues.association.length > 0 && source.evidence?.design.randomized !== true && !['meta-analysis', 'systematic-review', 'guideline', 'policy'].includes(source.kind)) || finding?.analysis === 'as-treated'
  const unproven = /\b(?:cannot|could not|not (?:shown|known|proven|established)|no (?:control|comparison)|without (?:a )?(?:control|comparison)|uncontrolled|observational|associat\w+|linked|cause (?:is|was) not|unknown cause|not (?:prove|show|establish)|does not|did not)\b/i.test(claim.text)
  if (observational && CAUSE.test(claim.text) && !unproven) found.push({ kind: 'cause', verdict: 'contradicted', why: uncontrolled ? 'the source has no comparison group, so the cause is not shown' : 'the source reports an association, the claim a cause' })
  else if (observational && !uncontrolled && ACTIVE.test(claim.text) && !unproven) found.push({ kind: 'cause', verdict: 'partly', why: 'the source reports an association, the claim an effect' })
  if (finding?.measure === 'mean-change' && COMPARED.test(claim.text) && senseOfWords(claim).amount !== null && claim.quantities.filter(({ unit }) => unit === 'points' || unit === 'plain').length === 1) found.push({ kind: 'uncontrolled', verdict: 'contradicted', why: 'the number is the change within one group, not the difference from the other' })
  if (uncontrolled && observational && COMPARED.test(claim.text) && !COMPARED.test(meaning.text) && !unproven) found.push({ kind: 'uncontrolled', verdict: 'contradicted', why: 'the source has no comparison group: this is not an effect against control' })

  const part = finding !== null && (finding.role === 'subgroup' || finding.role === 'post-hoc' || finding.analysis === 'subgroup' || /\bsubgroup\b/i.test(meaning.text))
  const tellsResult = senseOfWords(claim).amount !== null || senseOfWords(claim).worth !== null || claim.deniesDifference || claim.quantities.some(({ unit, decimals }) => unit === 'percent' || unit === 'ratio' || unit === 'per-1000' || unit === 'rate' || unit === 'points' || (unit === 'plain' && decimals > 0))
  const wider = finding !== null && WHOLE.test(claim.text) && !WHOLE.test(meaning.text) && narrowing(ground).size > 0
  if (wider && tellsResult) found.push({ kind: 'subgroup', verdict: 'contradicted', why: 'the source says this of a part of the people, the claim of all' })
  else if (part && tellsResult && !NARROW.test(claim.text) && !sharesNarrowing(claim, ground)) found.push({ kind: 'subgroup', verdict: 'partly', why: 'the source says this of a part of the people only' })
  return found
}

/** A result told of everybody who took part. */
const WHOLE = /\b(?:all (?:the )?(?:participants|patients|people|those|comers)|everyone|everybody|whole (?:trial|study|group|population)|taken together|overall|altogether|entire (?:trial|study|group|population)|(?:taking|counting) (?:all|everyone)|anyone|whoever|no matter who)\b/i

/** What a result's people have that not all people of its source have. */
function narrowing({ finding, source }: Ground): Set<string> {
  const all = new Set([...source.evidence?.criteria?.tags ?? [], ...source.evidence?.conditions ?? []])
  return new Set([...finding?.criteria?.tags ?? [], ...finding?.criteria?.notTags ?? [], ...finding?.conditions ?? []].filter((id) => !all.has(id)))
}

/** Whether a claim names what makes a subgroup one: one of its people, or a number that bounds it. */
function sharesNarrowing(claim: Meaning, ground: Ground): boolean {
  const { finding, meaning } = ground
  const tags = narrowing(ground)
  const bounds = Object.values(finding?.criteria?.ranges ?? {}).flatMap(({ min, max }) => [min, max]).filter((value) => value !== undefined).map((value) => Math.round(value))
  const stated = meaning.quantities.filter(({ unit, value }) => unit === 'age' || (unit === 'percent' && !(finding?.arms ?? []).some(({ percent }) => percent === value))).map(({ value }) => value)
  return claim.mentions.some(({ conceptId }) => tags.has(conceptId)) || claim.quantities.some(({ value }) => bounds.includes(Math.round(value)) || stated.includes(value) && claim.quantities.length > 1)
}

function levelIn(text: string): number | null {
  const match = CERTAINTY.exec(text)
  const word = (match?.[1] ?? match?.[2])?.toLowerCase().replace('-', ' ')
  const at = LEVELS.findIndex((level) => level === word)
  return at < 0 ? null : at
}

function levelOf({ source, finding, recommendation }: Ground): number | null {
  const stated = recommendation?.certainty ?? source.evidence?.statedCertainty.find(({ outcomeConcept }) => outcomeConcept === null || outcomeConcept === finding?.outcomeConcept)?.certainty
  const at = LEVELS.findIndex((level) => level === stated?.replace('-', ' '))
  return at < 0 ? null : at
}
