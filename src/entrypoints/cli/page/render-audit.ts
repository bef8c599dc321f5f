import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { AuditOfPage } from '../../../pipeline/engine-types.ts'
import type { Terminal } from '../terminal.ts'
import { hang, wrapWords } from './wrap-words.ts'

/** Characters of a claim or quote shown; `--json` and `--html` have all of them. */
const SHOWN = 320
const SIGNS = { contradicted: '✗', 'not-supported': '?', partly: '◐', supported: '✓', 'cannot-tell': '–' } as const
const WORDS = { contradicted: 'Contradicted', 'not-supported': 'Not supported', partly: 'Partly supported', supported: 'Supported', 'cannot-tell': 'Cannot tell: nothing held speaks to it' } as const
const ORDER = ['contradicted', 'not-supported', 'partly', 'supported', 'cannot-tell'] as const

/** An audit for a terminal: the score, what to know first, then the claims by verdict, the contradicted ones first. */
export function renderAudit({ title, score, counts, topic, claims, findings, provenance }: Omit<AuditOfPage, 'page'>, { width, paint }: Terminal): string {
  const lines: string[] = [
    ...wrapWords(plainLine(`Audit: ${title ?? 'a page without a title'}`), width).map((line) => paint.bold(line)),
    ...hang('', score === null ? 'No claim of this page could be checked against what is held.' : `${Math.round(100 * score)}% of the claims that could be checked are supported: ${ORDER.map((verdict) => `${counts[verdict]} ${verdict.replaceAll('-', ' ')}`).join(', ')}.`, width),
    ...(topic === null ? [] : hang('', `Read as a page on: ${plainLine(topic.question)}. The library's own verdict: ${topic.stance.replaceAll('-', ' ')}, certainty ${topic.certainty ?? 'not rated'}.`, width)),
  ]
  const whole = findings.filter(({ claim }) => claim === null)
  if (whole.length > 0) lines.push('', paint.bold('The page as a whole'), ...whole.flatMap(({ kind, text }) => hang('  • ', plainLine(`${kind.replaceAll('-', ' ')}: ${text}`), width)))
  for (const verdict of ORDER) {
    const here = claims.filter(({ check, kind }) => check.verdict === verdict && (verdict !== 'cannot-tell' || kind === 'evidence' || kind === 'guideline'))
    if (here.length === 0) continue
    lines.push('', paint.bold(`${WORDS[verdict]} (${here.length})`))
    for (const { text, check, evidence } of here) {
      lines.push(...hang(`  ${SIGNS[verdict]} `, shortened(plainLine(text)), width))
      if (verdict === 'cannot-tell') continue
      if (verdict !== 'supported') lines.push(...hang('      ', plainLine(check.why), width))
      for (const { sourceId, quote } of evidence) lines.push(...hang('      ', `“${shortened(plainLine(quote))}” ${sourceId}`, width).map((line) => paint.dim(line)))
    }
  }
  lines.push('', ...hang('', `Held against ${provenance.considered} sources as of ${provenance.searchedAt ?? 'no date'}. A claim that nothing held speaks to is not called wrong.`, width).map((line) => paint.dim(line)))
  return `${lines.join('\n')}\n`
}

function shortened(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN - 1)}…`
}
