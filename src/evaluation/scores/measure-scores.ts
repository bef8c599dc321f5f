import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleToMarkdown } from '../../core/formats/article-markdown/index.ts'
import type { Article } from '../../core/model/index.ts'
import type { Engine } from '../../pipeline/engine-types.ts'
import questions from './built-in-questions.json' with { type: 'json' }

/** A share of something counted: `of` may be 0, and then nothing is said. */
export type Share = { readonly right: number; readonly of: number }

/** How an instance does on the questions that ship with it. */
export type InstanceScores = {
  readonly questions: number
  /** Printed sentences that stand on their quotes or inputs, of those that were composed. */
  readonly supported: Share
  /** Questions answered with a verdict; the rest abstain: nothing held, or evidence too thin to decide. */
  readonly decided: Share
  /** Questions read the same in every other wording. */
  readonly framingStable: Share
  /** Other wordings tried. */
  readonly wordings: number
  /** Claims of the patient's versions that say the same as the clinician's. */
  readonly parity: Share
  /** Checkable sentences of our own printed articles that the audit bears out, read back from Markdown as a stranger's. */
  readonly ownAudit: Share
  /** Own sentences with their first number changed, read back: how many the audit flags. */
  readonly corruptionsFlagged: Share
}

/** Questions whose printed article is audited as well; the rest would take a minute more. */
const AUDITED = 12

/** Asks every built-in question as a clinician and as a patient, and audits some of the articles. `tell` hears how far it is. */
export async function measureScores(engine: Engine, tell: (done: number, of: number) => void): Promise<InstanceScores> {
  const asked = Object.values(questions).flat()
  const folder = await mkdtemp(join(tmpdir(), 'consilium-scores-'))
  const articles: Article[] = []
  const patients: Article[] = []
  const own = { right: 0, of: 0 }
  const corrupted = { right: 0, of: 0 }
  try {
    for (const [index, question] of asked.entries()) {
      tell(index, asked.length)
      const article = await engine.ask({ question, caseText: null, audience: 'clinician' })
      articles.push(article)
      patients.push(await engine.ask({ question, caseText: null, audience: 'patient' }))
      if (index % Math.ceil(asked.length / AUDITED) !== 0) continue
      const markdown = articleToMarkdown(article)
      add(own, await auditOf(engine, folder, markdown))
      add(corrupted, await flaggedOf(engine, folder, article, markdown))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const sum = (rows: readonly Article[], by: (article: Article) => number): number => rows.reduce((total, article) => total + by(article), 0)
  return {
    questions: asked.length,
    supported: { right: sum(articles, ({ provenance }) => provenance.verification.supported), of: sum(articles, ({ provenance }) => provenance.verification.claims) },
    decided: { right: articles.filter(({ verdict }) => !['no-evidence', 'insufficient-evidence', 'not-a-decision'].includes(verdict.stance)).length, of: asked.length },
    framingStable: { right: articles.filter(({ provenance }) => provenance.framing.same).length, of: asked.length },
    wordings: sum(articles, ({ provenance }) => provenance.framing.variants),
    parity: { right: sum(patients, ({ provenance }) => provenance.parity?.same ?? 0), of: sum(patients, ({ provenance }) => provenance.parity?.claims ?? 0) },
    ownAudit: own, corruptionsFlagged: corrupted,
  }
}

function add(total: { right: number; of: number }, { right, of }: Share): void {
  total.right += right
  total.of += of
}

async function auditOf(engine: Engine, folder: string, markdown: string): Promise<Share> {
  const path = join(folder, 'page.md')
  await writeFile(path, markdown)
  const { counts } = await engine.audit(path)
  return { right: counts.supported, of: counts.supported + counts.partly + counts.contradicted + counts['not-supported'] }
}

/** Every evidence sentence with a decimal, its first decimal raised by a half: one page, read back as a stranger's. */
async function flaggedOf(engine: Engine, folder: string, article: Article, markdown: string): Promise<Share> {
  const sentences = article.sections.flatMap(({ claims }) => claims).filter(({ kind, text }) => kind === 'evidence' && /\d\.\d/.test(text) && text.length < 400).slice(0, 20)
  if (sentences.length === 0) return { right: 0, of: 0 }
  const path = join(folder, 'changed.md')
  await writeFile(path, `${markdown.split('\n').find((line) => line.startsWith('# ')) ?? ''}\n\n${sentences.map(({ text }) => text.replace(/\d+\.\d+/, (number) => (1.5 * Number(number) + 0.1).toFixed(number.split('.')[1]?.length ?? 1))).join('\n\n')}\n`)
  const { claims } = await engine.audit(path)
  const checked = claims.filter(({ text }) => /\d\.\d/.test(text))
  return { right: checked.filter(({ check }) => check.verdict !== 'supported' && check.verdict !== 'cannot-tell').length, of: sentences.length }
}
