import { starterVocabulary } from '../../src/core/terminology/index.ts'
import type { DraftClaim } from '../../src/pipeline/answer/index.ts'
import { readLibrary } from './ask-library.ts'

/**
 * Ways to corrupt a sentence of a verified article. The first are those the rules of the checker were written against;
 * those marked "unforeseen" are not. No chance: what is changed follows from the sentence's own text.
 */

const vocabulary = starterVocabulary()
const library = readLibrary()

/** A corrupted copy of a sentence; null where the way does not apply to it. */
export type Way = (claim: DraftClaim) => DraftClaim | null

/** A number from a text, always the same for the same text. */
function pick(text: string, choices: number): number {
  let sum = 7
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return sum % Math.max(1, choices)
}

/** Replaces one match of the pattern, chosen by the text itself; null where there is none. */
function change(claim: DraftClaim, pattern: RegExp, by: (found: string) => string): DraftClaim | null {
  const matches = [...claim.text.matchAll(pattern)]
  const chosen = matches[pick(claim.text, matches.length)]
  if (chosen === undefined) return null
  const text = claim.text.slice(0, chosen.index) + by(chosen[0]) + claim.text.slice(chosen.index + chosen[0].length)
  return text === claim.text ? null : { ...claim, text }
}

const OPPOSITE: Readonly<Record<string, string>> = {
  lower: 'higher', higher: 'lower', fewer: 'more', more: 'fewer', lowers: 'raises', raises: 'lowers', improves: 'worsens', worsens: 'improves', fell: 'rose', rose: 'fell',
  raised: 'lowered', lowered: 'raised', less: 'more', greater: 'smaller', better: 'worse', worse: 'better', improve: 'worsen', lessen: 'raise', lower_: 'raise',
}
const words = (list: readonly string[]): RegExp => new RegExp(`\\b(?:${list.join('|')})\\b`, 'g')

function swapConcept(kind: string): Way {
  const all = [...vocabulary.concepts(), ...[...vocabulary.outcomes()].map((outcome) => ({ ...outcome, kind: 'outcome' as const }))].filter((concept) => concept.kind === kind)
  return (claim) => {
    const mentions = vocabulary.recognise(claim.text).filter((mention) => mention.kind === kind)
    const mention = mentions[pick(claim.text, mentions.length)]
    if (mention === undefined) return null
    const related = (id: string): boolean => vocabulary.isWithin(id, mention.conceptId) || vocabulary.isWithin(mention.conceptId, id)
    const others = all.filter(({ id, label }) => !related(id) && !claim.text.toLowerCase().includes(label.toLowerCase()))
    const other = others[pick(claim.id + claim.text, others.length)]
    return other === undefined ? null : { ...claim, text: claim.text.slice(0, mention.start) + other.label + claim.text.slice(mention.end) }
  }
}

/** Every way by its name. */
export const WAYS: Readonly<Record<string, Way>> = {
  number: (claim) => change(claim, /(?<![\w.,])\d+(?:\.\d+)?(?![\w])/g, (found) => (found.includes('.') ? (Number(found) * 1.37 + 0.11).toFixed(found.split('.')[1]?.length ?? 1) : String(Number(found) + 7))),
  sign: (claim) => change(claim, /[−-](?=\d+\.\d)/g, () => ''),
  direction: (claim) => change(claim, words(Object.keys(OPPOSITE)), (found) => OPPOSITE[found] ?? found),
  unit: (claim) => change(claim, /(?<=\d )(?:years|months|weeks|days|points|mg|cm)\b|(?<=\d)%/g, (found) => ({ years: 'months', months: 'weeks', weeks: 'months', days: 'weeks', points: 'percent', mg: 'g', cm: 'mm', '%': ' points' })[found] ?? found),
  'arm swap': (claim) => {
    const arms = /\b(?:on|with|after|in) ([a-z][\w-]+(?: [a-z][\w-]+)?) and (.{3,60}?) (?:on|with|after|in) (placebo|sham|[a-z][\w-]+)/.exec(claim.text)
    if (arms === null) return null
    const [whole, one = '', between = '', two = ''] = arms
    return { ...claim, text: claim.text.replace(whole, whole.replace(`${one} and ${between}`, `${two} and ${between}`).replace(new RegExp(`${two}$`), one)) }
  },
  population: swapConcept('condition'),
  'time point': (claim) => change(claim, /\b\d+(?:\.\d+)? (?:years|months|weeks|days)\b/g, (found) => found.replace(/^\d+(?:\.\d+)?/, (number) => String(Number(number) + 3))),
  'hedge removed': (claim) => change(claim, /\b(?:probably|may|might|could|about|some|mainly|possibly|likely|suggests?|appears?) /g, () => ''),
  'cause for association': (claim) => change(claim, /\b(?:was (?:linked|associated) with|is associated with|were associated with|happened in|occurred in|affected)\b/g, () => 'was caused in'),
  'outcome swap': swapConcept('outcome'),
  'intervention swap': swapConcept('intervention'),
  'source swap': (claim) => {
    if (claim.cites.length === 0 || claim.kind === 'computed') return null
    const other = library[pick(claim.text, library.length)]
    const finding = other?.evidence?.findings[0] ?? other?.evidence?.recommendations[0]
    return other === undefined || finding === undefined || claim.cites.some(({ source }) => source.id === other.id) ? null : { ...claim, cites: [{ source: other, start: finding.span.start, end: finding.span.end }] }
  },
  'negation added': (claim) => change(claim, /\b(?:is|are|was|were|does|did|can|has|have)\b(?! not)/g, (found) => `${found} not`),
  'negation removed': (claim) => change(claim, /\b(?:not|no|without|never|neither)\s/g, () => ''),
  'retracted source': (claim) => (claim.cites.length === 0 ? null : { ...claim, cites: claim.cites.map((cite, index) => (index === 0 ? { ...cite, source: { ...cite.source, retraction: { state: 'retracted' as const, notice: 'retracted' } } } : cite)) }),
  'another body': (claim) => {
    const [first] = vocabulary.recogniseBodies(claim.text)
    if (first === undefined) return null
    const name = claim.text.slice(first.start, first.end)
    return { ...claim, text: claim.text.replace(name, name === 'NICE' ? 'USPSTF' : 'NICE') }
  },
  'position turned': (claim) => change(claim, /\b(?:recommends?|advises?|suggests?) (?!against|it)/g, (found) => `${found}against `),
  'certainty raised': (claim) => change(claim, /\b(?:very low|low|moderate)(?= certainty)|(?<=[Cc]ertainty of the evidence: )(?:low|moderate|very low)/g, () => 'high'),
  // Unforeseen: no rule names these.
  'unforeseen: praise added': (claim) => change(claim, /\b(?:effect|difference|trial|result|benefit|evidence|people)\b/g, (found) => `landmark ${found}`),
  'unforeseen: digits transposed': (claim) => change(claim, /\b\d*(\d)(?!\1)\d\b/g, (found) => found.slice(0, -2) + found.slice(-1) + found.slice(-2, -1)),
  'unforeseen: tail cut': (claim) => { const cut = claim.text.replace(/[,;:(][^,;:(]{8,}$/, '.'); return cut === claim.text ? null : { ...claim, text: cut } },
  'unforeseen: halves exchanged': (claim) => { const parts = claim.text.replace(/\.$/, '').split(/, /); return parts.length < 2 ? null : { ...claim, text: `${parts.toReversed().join(', ')}.` } },
  'unforeseen: another sentence added': (claim) => ({ ...claim, text: `${claim.text} It is safe for everyone.` }),
  'unforeseen: quote moved': (claim) => (claim.cites.length === 0 || claim.kind === 'computed' ? null : { ...claim, cites: claim.cites.map((cite) => ({ ...cite, start: cite.start + 9, end: Math.min(cite.source.text.length, cite.end + 9) })) }),
  'unforeseen: inputs changed': (claim) => {
    const { effect } = (claim.inputs ?? {}) as { readonly effect?: { readonly estimate: number } | null }
    return effect === undefined || effect === null ? null : { ...claim, inputs: { ...claim.inputs, effect: { ...effect, estimate: effect.estimate * 1.21 } } }
  },
}
