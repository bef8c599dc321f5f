import type { Finding } from '../../../../core/model/index.ts'
import type { Vocabulary } from '../../../../core/terminology/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import type { ExtractedFinding, RefusedNumber } from '../types.ts'
import { armsInProse } from './arm-data.ts'
import { buildFinding, type ReadFinding } from './build-finding.ts'
import { whyEffectRefused } from './check-numbers.ts'
import { effectsInProse } from './effects-in-prose.ts'
import { findP } from './find-p.ts'
import { outcomeAt, outcomesNamed } from './outcome-words.ts'
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
  if (effects.length === 0 && arms.length === 0) return { found: [], refused: [] }
  const named = outcomesNamed(vocabulary, text)
  const refused: RefusedNumber[] = []
  const refuse = (reason: string, from: number, to: number): void => void refused.push({ reason, quote: text.slice(from, to), span: { start: offset + from, end: offset + to } })
  const common = { timeMonths: timeInSentence(text), role: roleOf(text), analysis: analysisOf(text), text, span: { start: offset, end: sentence.end } }
  for (const { refusal, start, end } of arms) if (refusal !== null) refuse(refusal, start, end)
  const sound = arms.some(({ refusal }) => refusal !== null) ? [] : arms
  const found = effects.flatMap((effect, index): ReadFinding[] => {
    const reason = whyEffectRefused(effect)
    if (reason !== null) {
      refuse(reason, effect.start, effect.end)
      return []
    }
    const own = effects.length === 1 && sound.length === 2 && !sound.some(({ start, end }) => start < effect.end && effect.start < end) ? sound.map(({ arm }) => arm) : []
    const { measure, estimate, low, high, level, p, estimateUnit, intervalUnit } = effect
    return [{ ...common, outcome: outcomeAt(named, text, effect.start, effects[index - 1]?.end ?? 0), statedDirection: statedDirection(text, effect.start), effect: { measure, estimate, ciLow: low, ciHigh: high, ciLevel: level, p, unit: estimateUnit ?? intervalUnit }, arms: own }]
  })
  const [first] = sound
  if (found.length === 0 && effects.length === 0 && first !== undefined && sound.length >= 2) {
    const last = sound.at(-1) ?? first
    const p = findP(text).find(({ start }) => start >= last.end && start - last.end < 60)?.text ?? null
    found.push({ ...common, outcome: outcomeAt(named, text, first.start), statedDirection: statedDirection(text, first.start), effect: { measure: 'other', estimate: null, ciLow: null, ciHigh: null, ciLevel: null, p, unit: null }, arms: sound.map(({ arm }) => arm) })
  }
  return { found, refused }
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
