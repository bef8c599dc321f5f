import type { Finding } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import type { ExtractedFinding, RefusedNumber } from '../types.ts'
import { armGroupsInProse, armsInProse } from './arm-data.ts'
import { buildFinding, type ReadFinding } from './build-finding.ts'
import { whyEffectRefused } from './check-numbers.ts'
import { effectsInProse } from './effects-in-prose.ts'
import { findP } from './find-p.ts'
import { outcomeAt, outcomesNamed, type OutcomeWords } from './outcome-words.ts'
import { statedDirection } from './stated-direction.ts'
import { timeInSentence } from './time-in-sentence.ts'

/** Places where a report gives its own results. */
const RESULT_ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'abstract-conclusion', 'results', 'other']
const OTHERS_RESULTS = /\b(?:previous|earlier|other) (?:\w+ )?(?:stud(?:y|ies)|trials?|reports?)\b|\bet al\b|\bsample size\b|\bpower (?:of|to)\b|\balpha\b|\bbaseline (?:characteristics|demographic)|\b(?:did not differ|similar|comparable|balanced)\b[^.;]{0,40}\b(?:at|in) baseline\b/i
const HAS_NUMBERS = /\d/

export type FoundFindings = { readonly findings: readonly ExtractedFinding[]; readonly refused: readonly RefusedNumber[] }

/** Every result that one sentence states with numbers; numbers that contradict each other are refused with their place. */
export function findingsInProse(vocabulary: Vocabulary, sourceId: string, sentences: readonly ArticleSentence[]): FoundFindings {
  const findings: ExtractedFinding[] = []
  const refused: RefusedNumber[] = []
  for (const sentence of sentences) {
    if (!RESULT_ROLES.includes(sentence.role) || !HAS_NUMBERS.test(sentence.text) || OTHERS_RESULTS.test(sentence.text)) continue
    const read = readSentence(vocabulary, sentence)
    refused.push(...read.refused)
    for (const each of read.found) findings.push(buildFinding(vocabulary, `${sourceId}:finding-${each.span.start}-${each.span.end}-${findings.length + 1}`, each))
  }
  return { findings, refused }
}

function readSentence(vocabulary: Vocabulary, sentence: ArticleSentence): { readonly found: readonly ReadFinding[]; readonly refused: readonly RefusedNumber[] } {
  const { text, start: offset } = sentence
  const effects = effectsInProse(text)
  const arms = armsInProse(text)
  const groups = armGroupsInProse(text, arms)
  const named = outcomesNamed(vocabulary, text)
  const refused: RefusedNumber[] = []
  const refuse = (reason: string, from: number, to: number): void => void refused.push({ reason, quote: text.slice(from, to), span: { start: offset + from, end: offset + to } })
  const common = { role: roleOf(text), analysis: analysisOf(text), text, span: { start: offset, end: sentence.end } }
  // A count or mean that contradicts itself is told wherever it stands; a bare percentage only where it is one of a group.
  for (const { arm, refusal, start, end } of arms) if (refusal !== null && (arm.events !== null || arm.mean !== null || groups.some((group) => group.some((each) => each.start === start)))) refuse(refusal, start, end)
  const sound = groups.filter((group) => !group.some(({ refusal }) => refusal !== null))
  let previous: OutcomeWords | null = null
  const at = (start: number, from: number): Pick<ReadFinding, 'outcome' | 'statedDirection' | 'timeMonths'> => {
    previous = outcomeAt(named, text, start, from, previous)
    return { outcome: previous, statedDirection: statedDirection(text, start), timeMonths: timeInSentence(text) }
  }
  if (effects.length > 0) {
    const [only, ...more] = sound
    const found = effects.flatMap((effect, index): ReadFinding[] => {
      const reason = whyEffectRefused(effect)
      if (reason !== null) {
        refuse(reason, effect.start, effect.end)
        return []
      }
      const isOwn = effects.length === 1 && more.length === 0 && only?.length === 2 && !only.some(({ start, end }) => start < effect.end && effect.start < end)
      const { measure, estimate, low, high, level, p, estimateUnit, intervalUnit } = effect
      return [{ ...common, ...at(effect.start, effects[index - 1]?.end ?? 0), effect: { measure, estimate, ciLow: low, ciHigh: high, ciLevel: level, p, unit: estimateUnit ?? intervalUnit }, arms: isOwn ? only.map(({ arm }) => arm) : [] }]
    })
    return { found, refused }
  }
  const ps = findP(text)
  if (groups.length === 0) return { found: ps.flatMap((p, index) => {
    const from = ps[index - 1]?.end ?? 0
    const clause = text.slice(from, p.start)
    const direction = statedDirection(clause, clause.length)
    const read = at(p.start, from)
    return isBetweenGroups(clause) && direction !== null && read.outcome.words !== '' ? [{ ...common, ...read, statedDirection: direction, effect: withP(p.text), arms: [] }] : []
  }), refused }
  return {
    found: sound.map((group) => {
      const [first, last] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
      const before = groups[groups.indexOf(group) - 1]?.at(-1)?.end ?? 0
      const from = ps.find(({ start }) => start >= before && start < first)?.end ?? before
      const p = ps.find(({ start }) => start >= last && start - last < 60)?.text ?? null
      return { ...common, ...at(first, from), effect: withP(p), arms: group.map(({ arm }) => arm) }
    }), refused,
  }
}

/** A result of which only its p value is told. */
function withP(p: string | null): NonNullable<ReadFinding['effect']> {
  return { measure: 'other', estimate: null, ciLow: null, ciHigh: null, ciLevel: null, p, unit: null }
}

const BETWEEN = /\b(?:between|compared (?:with|to)|versus|vs|than|differ\w*|groups|arms|higher|lower|greater|better|fewer|longer|shorter|less|more|worse|placebo|controls?)\b/iu
/** Changes within a group, and models of what else goes with the outcome: their p value compares no arms. */
const WITHIN = /\b(?:(?:from|to|with|at) (?:the )?baseline|before and after|within[- ]groups?|(?:both|all|either) (?:\w+ )?(?:groups|arms)|correlat\w+|pre-?(?:operative|treatment|test)|post-?(?:operative|treatment|test) (?:vs|versus|than)|after treatment compared|predict\w*|regression|(?:mean )?ages?)\b/iu

/** Whether a p value without other numbers compares groups, by the words of its clause. */
function isBetweenGroups(clause: string): boolean {
  return BETWEEN.test(clause) && !WITHIN.test(clause) && !/\d\s?±/u.test(clause)
}

function roleOf(text: string): Finding['role'] {
  if (/\bpost[- ]hoc\b/i.test(text)) return 'post-hoc'
  if (/\bsub-?groups?\b/i.test(text)) return 'subgroup'
  if (/\bprimary (?:\w+ )?(?:outcome|end ?-?point|efficacy)/i.test(text)) return 'primary'
  return /\bsecondary (?:\w+ )?(?:outcome|end ?-?point)/i.test(text) ? 'secondary' : 'not-stated'
}

function analysisOf(text: string): Finding['analysis'] {
  if (/\bper[- ]protocol\b/i.test(text)) return 'per-protocol'
  if (/\bintention[- ]to[- ]treat\b|\bintent[- ]to[- ]treat\b|\bITT\b/i.test(text)) return 'itt'
  if (/\bas[- ]treated\b/i.test(text)) return 'as-treated'
  return /\bon[- ]treatment\b/i.test(text) ? 'on-treatment' : 'not-stated'
}
