import { readEffect } from '../../core/statistics/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { AppraisedFinding } from '../appraisal/index.ts'
import { type OutcomeBody } from '../synthesis/index.ts'
import { aboutCites } from './about-cites.ts'
import { analysisOf, comparatorWords, effectSentence, outcomeName } from './effect-sentence.ts'
import { effectText } from './format-number.ts'
import { describeStudy, isBlindingKnown, nameSource } from './name-source.ts'
import type { DraftClaim } from './types.ts'
import { listed, sentence } from './wording.ts'

export type ClaimContext = { readonly vocabulary: Vocabulary; readonly intervention: string; readonly patient: boolean }

/** Words by which a sentence itself says that nothing was compared; the caveat is then not said twice. */
const SAYS_UNCOMPARED = /\b(?:no|without an?y?|not a) (?:\w+ )?(?:comparison|control|comparator|untreated)|own starting point|cause (?:is|was) not shown|not an effect/i

/** What one study found: who and how first, then the source's own sentence, marked where it cannot be an effect. */
export function findingClaim(_context: ClaimContext, appraised: AppraisedFinding, remark = ''): DraftClaim {
  const { source, finding, conduct } = appraised
  const uncompared = appraised.notAnEffect !== null && finding.outcomeKind !== 'cost' && !SAYS_UNCOMPARED.test(finding.text)
  // A number may well measure an effect and still be told by a document that did not measure it.
  const lead = /\brelayed\b/.test(appraised.notAnEffect ?? '') ? 'It is told at second hand' : 'This does not measure the effect of the treatment'
  const caveat = uncompared ? ` ${lead}: ${appraised.notAnEffect}.` : ''
  const text = `${describeStudy(appraised)}: ${sentence(finding.text)}${caveat}${remark === '' ? '' : ` ${sentence(remark)}`}`
  return {
    id: finding.id,
    text,
    kind: 'evidence',
    cites: [{ source, start: finding.span.start, end: finding.span.end }, ...aboutCites(source)],
    // What appraisal made of it, so that another audience's sentence can be held against this one.
    inputs: {
      tier: appraised.tier, reversed: appraised.reversed, notAnEffect: appraised.notAnEffect,
      perProtocol: finding.analysis === 'per-protocol' || conduct.evidence?.signals.some(({ kind }) => kind === 'per-protocol-only') === true,
      openLabel: conduct.evidence?.design.participantsBlinded === false || /open/i.test(conduct.evidence?.design.blinding ?? ''),
      blindingKnown: isBlindingKnown(conduct),
      ...(uncompared ? { caveat: appraised.notAnEffect } : {}), ...(remark === '' ? {} : { remark }),
    },
  }
}

/** The first sentence of a study in a list says who and how; the next ones of the same study do not say it again. */
export function withoutRepeatedStudies(claims: readonly DraftClaim[], described: ReadonlyMap<string, string>): DraftClaim[] {
  const told = new Set<string>()
  return claims.map((claim) => {
    const prefix = described.get(claim.id)
    if (prefix === undefined || !claim.text.startsWith(`${prefix}: `)) return claim
    if (!told.has(prefix)) {
      told.add(prefix)
      return claim
    }
    return { ...claim, text: claim.text.slice(prefix.length + 2) }
  })
}

/** What was studied: a result of one drug is told of that drug, though its class was asked about, and the other way round. */
function studiedName({ vocabulary, intervention }: ClaimContext, { headline, trials }: OutcomeBody): string {
  if (headline.reversed) return intervention
  const studied = new Set((headline.synthesis || trials.length === 0 ? [headline] : trials).flatMap(({ finding, source }) => (finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? []))))
  const [only] = studied
  return studied.size === 1 && only !== undefined ? (vocabulary.concept(only)?.label ?? intervention) : intervention
}

/** What the whole body says, worded by its certainty; it stands on the sentence of its headline study and carries its inputs. */
export function bodyClaim(context: ClaimContext, body: OutcomeBody): DraftClaim {
  const finding = body.headline.finding
  const baselines = body.baseline?.from.map(({ source, finding: row }) => ({ source, start: row.span.start, end: row.span.end })) ?? []
  const cites = [{ source: body.headline.source, start: finding.span.start, end: finding.span.end }, ...baselines, ...(body.effect?.origin === 'pooled' ? body.trials.map(({ source, finding: row }) => ({ source, start: row.span.start, end: row.span.end })) : [])]
  const unique = cites.filter((cite, index) => cites.findIndex((other) => other.source.id === cite.source.id && other.start === cite.start) === index)
  return {
    id: `effect:${body.id}`,
    text: `${effectSentence(context.vocabulary, body, studiedName(context, body))}${body.countedAsSame === null ? '' : ` Counted as the same outcome because ${body.countedAsSame}.`}`,
    kind: 'computed',
    cites: [...unique, ...aboutCites(body.headline.source)],
    inputs: {
      intervention: studiedName(context, body),
      comparator: comparatorWords(context.vocabulary, body),
      group: body.group,
      outcome: body.label,
      outcomeName: outcomeName(context.vocabulary, body),
      analysis: analysisOf(body.headline),
      countedAsSame: body.countedAsSame,
      contradictory: body.contradictory,
      trials: body.trials.map(({ studyId }) => studyId),
      trialCount: body.trials.length,
      reversed: body.headline.reversed,
      effect: body.effect,
      baselineRisk: body.baseline === null ? null : { proportion: body.baseline.proportion, basis: body.baseline.basis, months: body.baseline.months, sources: body.baseline.from.map(({ source }) => source.id) },
      absolutePer1000: body.absolute === null ? null : { ...body.absolute, numberNeeded: body.absolute.numberNeeded },
      threshold: body.threshold,
      scale: context.vocabulary.instrument(finding.instrument ?? '')?.plain ?? null,
      zone: body.zone,
      certainty: body.certainty,
      start: body.start,
      domains: body.domains,
    },
  }
}

/** Our own pool of the trials inside a published one, for the check: never a second support. Null where none was made. */
export function recomputedClaim(context: ClaimContext, body: OutcomeBody): DraftClaim | null {
  const { recomputed } = body
  if (recomputed === null) return null
  const names = recomputed.studies.map(({ conduct }) => nameSource(conduct))
  const spread = recomputed.k === 2 ? 'with two trials the spread between them cannot be estimated' : `I² ${Math.round(recomputed.i2)}%`
  return {
    id: `recomputed:${body.id}`,
    text: context.patient ? `We also added up ${listed(names)} ourselves, as a check. That is not one more proof.` : `Recomputed by us from ${listed(names)}: ${effectText(recomputed.effect)}; ${spread}. This is a check of ${nameSource(body.headline.source)} and no second support; figures differ where the review had other data or harmonised the outcome.`,
    kind: 'computed',
    cites: recomputed.studies.map(({ source, finding }) => ({ source, start: finding.span.start, end: finding.span.end })),
    inputs: { effect: recomputed.effect, stated: effectText(recomputed.effect), trials: recomputed.k, i2: recomputed.i2, names, review: nameSource(body.headline.source) },
  }
}

/** Whether a finding says anything a reader wants: administrative facts are left out of the evidence sections. */
export function isPrintable({ finding }: AppraisedFinding): boolean {
  return finding.outcomeKind !== 'administrative'
}

/** Whether a result compares two randomized or observed groups. */
export function isComparative(appraised: AppraisedFinding): boolean {
  return appraised.notAnEffect === null && readEffect(appraised) !== null
}
