import type { SentenceRole } from '../../sentences/index.ts'
import { statedBy, type DocumentView } from '../document-view.ts'
import type { ExtractedSample, RefusedNumber } from '../types.ts'

const ROLES: readonly SentenceRole[] = ['abstract-results', 'abstract', 'results', 'figure', 'other', 'methods']
const LOST = /\b(?:lost to follow[-‐‑– ]?up|loss(?:es)? to follow[-‐‑– ]?up|dropped out|drop-?outs?|attrition|withdr[ae]w(?:als?|n)?|discontinued)\b/i
const PERCENT = /(?<!\d)(\d{1,3}(?:\.\d+)?)\s*%/
const OF = /\b(\d{1,6}) (?:\([^)]*\) )?(?:of|out of) (?:the )?(\d{1,6})\b/

/** The share of people lost, where one sentence gives it as a percentage or as "12 of 140"; above 100% is refused. */
export function lossToFollowUp(view: DocumentView): { readonly stated: ExtractedSample['lost']; readonly refused: readonly RefusedNumber[] } {
  for (const role of ROLES) {
    for (const sentence of view.sentences) {
      if (sentence.role !== role || !LOST.test(sentence.text) || /\b(?:assum\w+|expected|allow\w* for|anticipat\w+|sample size|to account for|estimated|compensate)\b/i.test(sentence.text)) continue
      const near = LOST.exec(sentence.text)
      const window = sentence.text.slice(Math.max(0, (near?.index ?? 0) - 90), (near?.index ?? 0) + 110)
      const of = OF.exec(window)
      const percent = PERCENT.exec(window)
      const [lost, total] = [Number(of?.[1]), Number(of?.[2])]
      if (of !== null && lost > total) return { stated: null, refused: [{ reason: `${lost} lost of ${total}`, quote: sentence.text, span: { start: sentence.start, end: sentence.end } }] }
      const share = of !== null && total > 0 ? (100 * lost) / total : percent === null ? null : Number(percent[1])
      if (share === null) continue
      if (share > 100) return { stated: null, refused: [{ reason: `${share}% is not a share of people`, quote: sentence.text, span: { start: sentence.start, end: sentence.end } }] }
      return { stated: statedBy(view, { percent: Number(share.toFixed(1)), lost: of === null ? null : lost, of: of === null ? null : total }, sentence), refused: [] }
    }
  }
  return { stated: null, refused: [] }
}
