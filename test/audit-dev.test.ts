import { it } from 'vitest'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { askLibrary, readLibrary } from './support/ask-library.ts'
import { starterVocabulary } from '../src/core/terminology/index.ts'
import { readHtmlPage, readMarkdownPage, readPlainPage } from '../src/core/formats/page-text/index.ts'
import { auditPage, topicOf } from '../src/pipeline/verification/audit/index.ts'
const dir = 'test/fixtures/audit-articles'
const vocabulary = starterVocabulary()
const sources = readLibrary()
it('dev', () => {
  const lines: string[] = []
  const tot: Record<string, { n: number; caught: number; t: number; fa: number; sup: number; ct: number }> = { dev: { n: 0, caught: 0, t: 0, fa: 0, sup: 0, ct: 0 }, test: { n: 0, caught: 0, t: 0, fa: 0, sup: 0, ct: 0 } }
  const kinds: Record<string, number[]> = {}
  const norm = (s: string) => s.replace(/\[\d[\d,\s–-]*\]/g, '').replace(/\s+/g, ' ').replace(/\s+([.,;:!?])/g, '$1').trim()
  for (const f of readdirSync(dir).filter((x) => !x.endsWith('.key.json')).sort()) {
    const dev = Number(f.slice(0, 2)) <= 15
    const text = readFileSync(`${dir}/${f}`, 'utf8')
    const key = JSON.parse(readFileSync(`${dir}/${f.replace(/\.\w+$/, '.key.json')}`, 'utf8'))
    const page = f.endsWith('.md') ? readMarkdownPage(text) : f.endsWith('.html') ? readHtmlPage(text) : readPlainPage(text)
    const topic = topicOf(vocabulary, page)
    const t0 = performance.now()
    const audit = auditPage({ vocabulary }, { page, sources, passages: [], synthesis: askLibrary(topic ?? page.title ?? 'x') })
    const ms = performance.now() - t0
    let unmatched = 0
    const T = tot[dev ? 'dev' : 'test']!
    for (const s of key.sentences) {
      const want = norm(s.text)
      const claim = audit.claims.find((c) => norm(c.text) === want) ?? audit.claims.find((c) => norm(c.text).includes(want) || want.includes(norm(c.text)))
      if (!claim) { unmatched++; if (dev) lines.push(`UNMATCHED ${s.text}`) ; continue }
      const flagged = ['contradicted', 'partly', 'not-supported'].includes(claim.check.verdict)
      if (s.label === 'error') { T.n++; if (flagged) T.caught++; (kinds[s.kind] ??= []).push(flagged ? 1 : 0) }
      else { T.t++; if (flagged) T.fa++; if (claim.check.verdict === 'supported') T.sup++; if (claim.check.verdict === 'cannot-tell') T.ct++ }
      if (dev) lines.push(`${s.label === 'error' ? (flagged ? 'ok   ' : 'MISS ') : flagged ? 'FALSE' : '     '} [${s.kind ?? s.label}] ${claim.kind} ${claim.check.verdict}/${claim.check.kind ?? ''} :: ${claim.text} || WHY ${claim.check.why} || EV ${claim.evidence.map((e) => e.sourceId + ': ' + e.quote.slice(0, 160)).join()} || KEY ${s.why} ${s.records}`)
    }
    const mt = key.missingTrials.filter((id: string) => audit.findings.some((x) => x.kind === 'missing-pivotal-trial' && x.text.includes(id)))
    const mh = key.missingHarms.filter((h: { record: string }) => audit.findings.some((x) => x.kind === 'missing-harm' && x.text.includes(h.record)))
    lines.push(`== ${f} topic=${topic} unmatched=${unmatched} trials ${mt.length}/${key.missingTrials.length} harms ${mh.length}/${key.missingHarms.length} (told ${audit.findings.filter((x) => x.kind.startsWith('missing')).length}) refs ${[...page.references].length} ${ms.toFixed(0)}ms`)
  }
  for (const [k, v] of Object.entries(tot)) lines.push(`## ${k} recall ${v.caught}/${v.n} = ${(v.caught / v.n).toFixed(3)}; false alarms ${v.fa}/${v.t} = ${(v.fa / v.t).toFixed(3)}; supported ${v.sup} cannot-tell ${v.ct}`)
  for (const [k, v] of Object.entries(kinds)) lines.push(`   ${k} ${v.reduce((a, b) => a + b, 0)}/${v.length}`)
  writeFileSync('/tmp/audit-dev.txt', lines.join('\n'))
}, 120000)
