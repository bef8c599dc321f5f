import { z } from 'zod'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Direction, Stance } from '../../../core/model/index.ts'
import type { DraftClaim } from '../../answer/index.ts'
import { isKnown, knownStrings } from './known-words.ts'

const STANCES: Readonly<Record<Stance, string>> = {
  recommended: 'Recommended', conditional: 'Conditional: it depends on the person', contested: 'Contested', 'not-recommended': 'Not recommended',
  'insufficient-evidence': 'Insufficient evidence', 'no-evidence': 'No evidence held', 'not-a-decision': 'Not a decision',
}

/** Who is said to hold what, and which direction the cited recommendation must then have. */
const PARTS: readonly { readonly pattern: RegExp; readonly direction: Direction | null }[] = [
  { pattern: /^(.+?) (?:advises|advise) it for the people each describes$/, direction: 'for' },
  { pattern: /^(.+?) (?:leaves|leave) it to an individual decision$/, direction: 'neither' },
  { pattern: /^(.+?) (?:advises|advise) against it$/, direction: 'against' },
  { pattern: /^(.+?) (?:calls|call) the evidence insufficient$/, direction: 'insufficient-evidence' },
  { pattern: /^no clinical body held here takes a position$/, direction: null },
  { pattern: /^what stands against it is the evidence: (.+)$/, direction: null },
]

const inputsSchema = z.object({ stance: z.string(), certainty: z.string().nullable() })

/**
 * The sentence of the verdict against its inputs and the recommendations it cites: the word of its stance, its
 * certainty, and each body credited with the direction of its own recommendation. Null when it holds.
 */
export function checkVerdictSentence(vocabulary: Vocabulary, claim: DraftClaim): string | null {
  const parsed = inputsSchema.safeParse(claim.inputs ?? {})
  if (!parsed.success) return 'its inputs are not complete'
  const known = knownStrings(vocabulary, claim)
  const word = Object.entries(STANCES).find(([stance]) => stance === parsed.data.stance)?.[1] ?? ''
  if (!claim.text.startsWith(word)) return 'its stance is not the one computed'
  const shape = /^(?:, and it depends on (.+?))?: (.+?)( \(all of them linked to the maker or made up of people who perform it\))?\.(?: Beside that, (.+?)\.)? (Certainty could not be rated|Certainty of the evidence: [a-z ]+)\.$/.exec(claim.text.slice(word.length))
  if (shape === null) return 'it is not the sentence that its inputs allow'
  const [, depends, parts = '', tied, beside, certainty] = shape
  const wanted = parsed.data.certainty === null ? 'Certainty could not be rated' : `Certainty of the evidence: ${parsed.data.certainty.replace('-', ' ')}`
  if (certainty !== wanted) return 'its certainty is not the one computed'
  if (tied !== undefined && claim.cites.some(({ source }) => source.evidence?.body !== null && source.evidence?.body?.linked !== true && source.evidence?.body?.interested !== true && isFor(source, claim))) return 'a body that is not tied is called tied'
  for (const slot of [depends, beside]) if (slot !== undefined && !isKnown(slot, known)) return 'it names what its inputs do not hold'
  for (const part of parts.split('; ')) {
    const rule = PARTS.find(({ pattern }) => pattern.test(part))
    if (rule === undefined) return 'it is not the sentence that its inputs allow'
    const named = rule.pattern.exec(part)?.[1]
    if (named === undefined) continue
    if (rule.direction === null) { if (!isKnown(named, known)) return 'it names what its inputs do not hold'; continue }
    const wrong = named.split(/, | and /).find((name) => !holdsPosition(vocabulary, claim, name, rule.direction))
    if (wrong !== undefined && !isKnown(named, knownStrings(vocabulary, { ...claim, inputs: {}, cites: claim.cites.filter((cite) => directionAt(cite) === rule.direction) }))) return `${wrong} is credited with a position that its recommendation does not have`
  }
  return null
}

function directionAt({ source, start, end }: DraftClaim['cites'][number]): Direction | null {
  return source.evidence?.recommendations.find(({ span }) => span.start === start && span.end === end)?.direction ?? null
}

function isFor(source: DraftClaim['cites'][number]['source'], claim: DraftClaim): boolean {
  return claim.cites.some((cite) => cite.source === source && directionAt(cite) === 'for')
}

function holdsPosition(vocabulary: Vocabulary, claim: DraftClaim, name: string, direction: Direction | null): boolean {
  return claim.cites.some((cite) => directionAt(cite) === direction && isKnown(name, knownStrings(vocabulary, { ...claim, inputs: {}, cites: [cite] })))
}
