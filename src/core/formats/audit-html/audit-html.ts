import { createHash } from 'node:crypto'
import type { Page, PageBlock } from '../page-text/index.ts'

/** What the marked-up copy needs of an audit: which words, what is said of them, and where that comes from. */
export type MarkedClaim = {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly check: { readonly verdict: string; readonly why: string }
  readonly evidence: readonly { readonly sourceId: string; readonly quote: string }[]
}

export type MarkedAudit = {
  readonly title: string | null
  readonly page: Page
  readonly score: number | null
  readonly claims: readonly MarkedClaim[]
  readonly findings: readonly { readonly kind: string; readonly claim: number | null; readonly text: string }[]
  readonly provenance: { readonly snapshot: string; readonly searchedAt: string | null; readonly engine: string }
}

/** A mark beside the colour, so that a verdict can be told in grey and by a screen reader. */
const SIGNS: Readonly<Record<string, string>> = { supported: '✓', partly: '◐', contradicted: '✗', 'not-supported': '?', 'cannot-tell': '–' }

const STYLE = [
  ':root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}',
  'mark{background:none;color:inherit;border-bottom:2px solid;padding-bottom:1px}',
  '.supported{border-color:#2e7d32}.partly{border-color:#b26a00;border-bottom-style:dashed}.contradicted{border-color:#b3261e;border-bottom-style:double;border-bottom-width:4px}.not-supported{border-color:#6d4c9f;border-bottom-style:dotted}.cannot-tell{border-color:#888;border-bottom-width:1px}',
  'sup{font-size:.75em}ol.notes li{margin:.6rem 0}blockquote{margin:.2rem 0 .2rem 1rem;padding-left:.6rem;border-left:3px solid #888}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2rem .5rem;text-align:left}',
].join('')

/**
 * A copy of an audited page as HTML that runs nothing: only its visible words, escaped, each judged sentence marked and
 * numbered with a note below. No markup, address or script of the page is carried over, and the copy may load nothing.
 */
export function auditHtml(audit: MarkedAudit): string {
  const { claims, findings, page, provenance } = audit
  const title = audit.title ?? 'Audited page'
  const judged = claims.filter(({ check, kind }) => check.verdict !== 'cannot-tell' || kind === 'evidence' || kind === 'guideline')
  const style = createHash('sha256').update(STYLE).digest('base64')
  return [
    '<!doctype html>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">`,
    `<title>Audit: ${escaped(title)}</title>`, `<style>${STYLE}</style>`, '</head>', '<body>', '<main>',
    `<h1>Audit: ${escaped(title)}</h1>`,
    `<p>${audit.score === null ? 'No claim of this page could be checked.' : `${Math.round(100 * audit.score)}% of the claims that could be checked are supported.`} ${legend()}</p>`,
    ...(findings.length === 0 ? [] : ['<h2>What to know first</h2>', '<ul>', ...findings.map(({ kind, claim, text }) => `<li>${escaped(kind.replaceAll('-', ' '))}${claim === null ? '' : ` (<a href="#note-${claim + 1}">${claim + 1}</a>)`}: ${escaped(text)}</li>`), '</ul>']),
    '<h2>The page</h2>', ...page.blocks.map((block) => blockHtml(block, claims)),
    '<h2>Notes</h2>', '<ol class="notes">', ...claims.flatMap((claim, index) => (judged.includes(claim) ? [noteHtml(claim, index)] : [])), '</ol>',
    `<p>Held against the evidence as of ${escaped(provenance.searchedAt ?? 'no date')} (${escaped(provenance.engine)}, snapshot ${escaped(provenance.snapshot.slice(0, 12))}). “Cannot tell” means that nothing held here speaks to it; it does not mean that it is wrong. For education; not medical advice.</p>`,
    '</main>', '</body>', '</html>', '',
  ].join('\n')
}

function legend(): string {
  return Object.entries(SIGNS).map(([verdict, sign]) => `${sign} ${verdict.replaceAll('-', ' ')}`).join(', ')
}

function blockHtml(block: PageBlock, claims: readonly MarkedClaim[]): string {
  const first = block.offsets[0] ?? 0
  const last = block.offsets.at(-1) ?? -1
  const here = claims.flatMap((claim, index) => (claim.end > first && claim.start <= last ? [{ claim, index }] : []))
  const inside = here.map(({ claim, index }) => ({ claim, index, ...placeInBlock(block, claim) })).filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)
  let at = 0
  const parts: string[] = []
  for (const { claim, index, from, to } of inside) {
    if (from < at) continue
    parts.push(escaped(block.text.slice(at, from)), `<mark class="${escaped(claim.check.verdict)}" id="claim-${index + 1}">${escaped(block.text.slice(from, to))}</mark><sup><a href="#note-${index + 1}">${SIGNS[claim.check.verdict] ?? ''}${index + 1}</a></sup>`)
    at = to
  }
  parts.push(escaped(block.text.slice(at)))
  return block.kind === 'heading' ? `<h3>${parts.join('')}</h3>` : `<p>${parts.join('')}</p>`
}

/** Where in a block's text a stretch of the file stands; empty where it does not. */
function placeInBlock({ offsets }: PageBlock, { start, end }: MarkedClaim): { readonly from: number; readonly to: number } {
  const from = offsets.findIndex((offset) => offset >= start)
  const after = offsets.findIndex((offset) => offset >= end)
  const last = offsets.at(-1) ?? -1
  if (from < 0 || (offsets[from] ?? end) >= end || last < start) return { from: 0, to: 0 }
  return { from, to: after < 0 ? offsets.length : after }
}

function noteHtml({ check, evidence, kind }: MarkedClaim, index: number): string {
  const quotes = evidence.map(({ sourceId, quote }) => `<blockquote>“${escaped(quote)}” <cite>${escaped(sourceId)}</cite></blockquote>`).join('')
  return `<li value="${index + 1}" id="note-${index + 1}"><a href="#claim-${index + 1}">${SIGNS[check.verdict] ?? ''} ${escaped(check.verdict.replaceAll('-', ' '))}</a> (${escaped(kind)}): ${escaped(check.why)}${quotes}</li>`
}

/** Text as text: no character of it can open a tag, an entity or an attribute, or turn the direction of writing. */
function escaped(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
