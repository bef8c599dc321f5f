/**
 * `npm run bench`: speed and memory as a Markdown table, to be pasted into BENCHMARKS.md. CONSILIUM_EVAL names the
 * folder of the evaluation data; what needs it is skipped without, and says so.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { addExtraPassages } from './extra-passages.ts'
import { coldAsk, firstUse, warmAsk, type Timing } from './ask.ts'
import { benchIngest } from './ingest.ts'
import { benchSearch } from './search.ts'
import { auditPages, verifyArticles } from './verify.ts'

const EXTRA_PASSAGES = 65_000
const evaluationData = process.env['CONSILIUM_EVAL']
const folder = mkdtempSync(join(tmpdir(), 'consilium-bench-'))
const home = join(folder, 'home')
const rows: string[][] = []

try {
  row('`ask`, first use (loads the starter library)', await firstUse(home))
  row('`ask`, whole process, prepared home', await coldAsk(home))
  row('`ask`, warm, in process', await warmAsk(home))
  row('verification of an article (75 questions), warm', verifyArticles())
  const audited = await auditPages(home, folder)
  row(`\`audit\` of a page of ${count(audited.words)} words, warm`, audited.warm)
  row('the same, whole process', audited.cold)
  for (const search of await benchSearch({ home, ...(evaluationData === undefined ? {} : { evaluationData }), extraPassages: EXTRA_PASSAGES })) {
    rows.push([`search, warm: ${search.collection}, ${count(search.passages)} passages`, ms(search.warmMedianMs), ms(search.warmP95Ms), ''])
    rows.push([`search, whole process: ${search.collection}`, ms(search.coldProcessMs), '', mb(search.coldRssMb)])
  }
  const ingested = await benchIngest(home, evaluationData)
  if (ingested === null || evaluationData === undefined) {
    for (const what of ['`ingest` of the JATS articles', `\`ask\`, warm, with ${count(EXTRA_PASSAGES)} passages more`]) rows.push([what, 'skipped: no data', '', ''])
  } else {
    rows.push([`\`ingest\`: ${count(ingested.files)} JATS articles, ${count(ingested.passages)} passages, ${ingested.skipped.length} skipped (${(ingested.files / ingested.seconds).toFixed(1)} articles/s)`, `${ingested.seconds} s`, '', mb(ingested.megabytes)])
    await addExtraPassages(home, join(evaluationData, 'retrieval', 'bioasq', 'passages'), EXTRA_PASSAGES)
    row(`\`ask\`, whole process, with these and ${count(EXTRA_PASSAGES)} passages more`, await coldAsk(home))
    row(`\`ask\`, warm, with these and ${count(EXTRA_PASSAGES)} passages more`, await warmAsk(home))
  }
  process.stdout.write(table())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function row(what: string, { medianMs, p95Ms, megabytes }: Timing): void {
  rows.push([what, ms(medianMs), ms(p95Ms), megabytes === null ? '' : mb(megabytes)])
}

function table(): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`
  const command = `${evaluationData === undefined ? '' : 'CONSILIUM_EVAL=… '}npm run bench`
  const lines = [['what', 'median', '95th percentile', 'peak memory'], ['---', '---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${machine}. \`${command}\`\n\n${lines.join('\n')}\n`
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}

function mb(value: number): string {
  return `${Math.round(value)} MB`
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
