import type { Finding, Source } from '../../core/model/index.ts'
import type { DesignTier } from './types.ts'

/** Kinds whose numbers are somebody else's: quoted, never evidence of their own (docs/methods/certainty.md). */
const RELAYING_KINDS: readonly Source['kind'][] = ['guideline', 'policy', 'narrative-review', 'label']

/** Whether a source pools or reviews the studies of others. */
export function isSynthesis(source: Source): boolean {
  return source.kind === 'systematic-review' || source.kind === 'meta-analysis'
}

/**
 * The tier of one result. What breaks randomization inside a trial (as-treated, after crossover) is observational;
 * a change from one's own baseline and a share without a comparison group are uncontrolled whatever the title says.
 */
export function designTier(source: Source, finding: Finding, design: NonNullable<Source['evidence']>['design']): DesignTier {
  if (source.kind === 'cost-study' || finding.outcomeKind === 'cost') return 'modelled'
  if (finding.measure === 'proportion' || finding.measure === 'mean-change') return 'uncontrolled'
  if (finding.comparatorType === 'own-baseline' || finding.comparatorType === 'none') return 'uncontrolled'
  if (source.kind === 'single-arm' || source.kind === 'case-series') return 'uncontrolled'
  if (finding.indirect) return 'network'
  if (finding.analysis === 'as-treated') return 'observational'
  const randomized = design.randomized ?? source.kind === 'rct'
  if (!randomized) return design.controlled === false ? 'uncontrolled' : 'observational'
  const concealed = finding.comparatorType === 'sham' || finding.comparatorType === 'placebo'
  // Whoever had nothing knew it, whatever the other arms of the trial could not tell.
  const blinded = finding.comparatorType !== 'no-treatment' && (design.participantsBlinded ?? (isSynthesis(source) && concealed))
  return blinded ? 'blinded-randomized' : 'open-randomized'
}

/** Why a result cannot carry a between-arm effect; null when it can. */
export function whyNotAnEffect(source: Source, finding: Finding, tier: DesignTier): string | null {
  if (finding.notAnEffect !== null) return finding.notAnEffect
  if (finding.outcomeKind === 'administrative') return 'an administrative fact, not an outcome'
  if (tier === 'uncontrolled') return 'no comparison group'
  if (tier === 'modelled') return 'a model or a cost, not a measured effect'
  if (RELAYING_KINDS.includes(source.kind)) return 'a number relayed by a document that did not measure it'
  if (finding.relayedFrom !== null) return `measured elsewhere (${finding.relayedFrom}) and only relayed here`
  return null
}
