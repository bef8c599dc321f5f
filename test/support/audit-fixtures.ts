import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readHtmlPage, readMarkdownPage, readPlainPage, type Page } from '../../src/core/formats/page-text/index.ts'
import { starterVocabulary } from '../../src/core/terminology/index.ts'
import { compose } from '../../src/pipeline/answer/index.ts'
import { auditPage, topicOf, verifyDraft, type Audit } from '../../src/pipeline/verification/index.ts'
import { askLibrary, readLibrary } from './ask-library.ts'

const vocabulary = starterVocabulary()
const sources = readLibrary()

const pageKeySchema = z.object({
  sentences: z.array(z.object({ text: z.string(), label: z.enum(['true', 'error', 'other']), kind: z.string().nullable() })),
  missingTrials: z.array(z.string()),
  missingHarms: z.array(z.object({ record: z.string() })),
})

/** What a person wrote down about a page with planted errors, sentence by sentence. */
export type PageKey = z.infer<typeof pageKeySchema>

/** A page of a folder with its key and its audit against the starter library. */
export type AuditedPage = { readonly name: string; readonly key: PageKey; readonly audit: Audit; readonly milliseconds: number }

export function pageOf(name: string, text: string): Page {
  return name.endsWith('.md') ? readMarkdownPage(text) : name.endsWith('.html') ? readHtmlPage(text) : readPlainPage(text)
}

export function auditOf(page: Page): Audit {
  const synthesis = askLibrary(topicOf(vocabulary, page) ?? page.title ?? 'nothing known')
  return auditPage({ vocabulary }, { page, sources, passages: [], synthesis, own: verifyDraft({ vocabulary }, compose({ vocabulary }, synthesis, 'clinician')) })
}

/** Every page of a folder of fixtures, audited. */
export function auditFolder(folder: string): AuditedPage[] {
  return readdirSync(folder).filter((name) => /\.(?:md|html|txt)$/.test(name)).toSorted().map((name) => {
    const key = pageKeySchema.parse(JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.key.json')), 'utf8')))
    const began = performance.now()
    const audit = auditOf(pageOf(name, readFileSync(join(folder, name), 'utf8')))
    return { name, key, audit, milliseconds: performance.now() - began }
  })
}

const FLAGGED = new Set(['contradicted', 'partly', 'not-supported'])

function plain(text: string): string {
  return text.replace(/\[\d[\d,\s–-]*\]/g, '').replace(/\s+/g, ' ').replace(/\s+([.,;:!?])/g, '$1').trim()
}

/** How the planted errors and the true sentences of pages fared. */
export function scoreAudits(pages: readonly AuditedPage[]): { readonly errors: number; readonly caught: number; readonly right: number; readonly falseAlarms: number; readonly told: readonly string[] } {
  const rows = pages.flatMap(({ name, key, audit }) => key.sentences.map((sentence) => {
    const wanted = plain(sentence.text)
    const claim = audit.claims.find(({ text }) => plain(text) === wanted) ?? audit.claims.find(({ text }) => plain(text).includes(wanted) || wanted.includes(plain(text)))
    return { name, sentence, flagged: claim !== undefined && FLAGGED.has(claim.check.verdict), why: claim?.check.why ?? 'not found on the page' }
  }))
  const errors = rows.filter(({ sentence }) => sentence.label === 'error')
  const right = rows.filter(({ sentence }) => sentence.label !== 'error')
  return {
    errors: errors.length, caught: errors.filter(({ flagged }) => flagged).length,
    right: right.length, falseAlarms: right.filter(({ flagged }) => flagged).length,
    told: rows.filter(({ sentence, flagged }) => flagged !== (sentence.label === 'error')).map(({ name, sentence, why }) => `${sentence.label === 'error' ? 'missed' : 'false alarm'} ${name} [${sentence.kind ?? sentence.label}] ${sentence.text} (${why})`),
  }
}
