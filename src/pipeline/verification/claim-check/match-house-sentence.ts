import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { DraftClaim } from '../../answer/index.ts'
import { HOUSE_SENTENCES, REMARKS } from './house-sentences.ts'
import { isKnown, knownStrings } from './known-words.ts'

/** Stands for a whole quote while a sentence is compared; no text that a person types holds it. */
const QUOTE_MARK = '\uE000'

type Frame = { readonly pattern: RegExp }

const FRAMES: readonly Frame[] = HOUSE_SENTENCES.map((frame) => toFrame(frame))
const REMARK_FRAMES: readonly Frame[] = REMARKS.map((frame) => toFrame(frame))

/**
 * Whether a claim is one of the sentences that an article may print: a house sentence whose stretches are all known,
 * with the quotes inside it whole and unchanged, and after it only known remarks.
 */
export function isHouseSentence(vocabulary: Vocabulary, claim: DraftClaim): boolean {
  const known = knownStrings(vocabulary, claim)
  const text = withQuotesMarked(claim)
  const remarks = text.includes(QUOTE_MARK) ? remarkStarts(text) : [text.length]
  return remarks.some((at) => FRAMES.some((frame) => fits(frame, text.slice(0, at).trim(), known)) && areRemarks(text.slice(at).trim(), known, remarksOf(claim)))
}

/** The claim's text with each whole quote of its citations replaced by a mark, the longest first. */
function withQuotesMarked({ text, cites }: DraftClaim): string {
  const quotes = cites.map(({ source, start, end }) => source.text.slice(start, end).replaceAll(/\s+/g, ' ').trim()).toSorted((a, b) => b.length - a.length)
  return quotes.reduce((left, quote) => {
    const bare = quote.replace(/[.]$/, '')
    return bare.length < 12 ? left : left.replace(left.includes(`${bare}.`) ? `${bare}.` : bare, QUOTE_MARK)
  }, text)
}

function fits({ pattern }: Frame, text: string, known: readonly string[]): boolean {
  const match = pattern.exec(text)
  return match !== null && match.slice(1).every((slot) => isKnown(slot, known))
}

/** Where remarks may begin: after the last quote, at each later start of a sentence or bracket. */
function remarkStarts(text: string): number[] {
  const after = text.lastIndexOf(QUOTE_MARK) + 1
  const closing = /^[.”]*/.exec(text.slice(after))?.[0].length ?? 0
  return [...new Set([after, after + closing, text.length])]
}

/** The caveat and the remark of the inputs, each whole, in this order, and nothing else; neither may be left out. */
function areRemarks(text: string, known: readonly string[], { caveat, remark }: Remarks): boolean {
  if (remark !== null && !withStop(text).endsWith(withStop(remark))) return false
  const left = remark === null ? text : withStop(text).slice(0, -withStop(remark).length).trim()
  return caveat === null ? left === '' || left === '.' : REMARK_FRAMES.some((frame) => fits(frame, left, known))
}

function withStop(text: string): string {
  return /[.!?]\)?$/.test(text) ? text : `${text}.`
}

type Remarks = { readonly caveat: string | null; readonly remark: string | null }

function remarksOf({ inputs }: DraftClaim): Remarks {
  const held = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return { caveat: held(inputs?.['caveat']), remark: held(inputs?.['remark']) }
}

function toFrame(frame: string): Frame {
  const source = frame.split(/(\{q?\})/).map((part) => (part === '{}' ? '(.+?)' : part === '{q}' ? `${QUOTE_MARK}\\.?` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('')
  return { pattern: new RegExp(`^${source}$`, 'u') }
}
