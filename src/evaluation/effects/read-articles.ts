import { basename } from 'node:path'
import { fileDocuments } from '../../adapters/files/index.ts'
import { parseJats } from '../../core/formats/jats/index.ts'
import { Fault } from '../../core/model/index.ts'
import { prepareArticle, type PreparedArticle } from '../../pipeline/appraisal/effect-direction/index.ts'
import { sentencesOfAbstract, sentencesOfSource } from '../../pipeline/appraisal/sentences/index.ts'
import type { Prompt } from './prompt.ts'

export type Articles = { readonly byPmcid: ReadonlyMap<string, PreparedArticle>; readonly fullTexts: number }

/** The article of each prompt: its full text where the archive holds it, else title and abstract. */
export async function readArticles(prompts: readonly Prompt[], archive: string | undefined): Promise<Articles> {
  const wanted = new Set(prompts.map(({ pmcid }) => pmcid))
  const byPmcid = archive === undefined ? new Map<string, PreparedArticle>() : await readFullTexts(archive, wanted)
  const fullTexts = byPmcid.size
  for (const { pmcid, title, abstractText } of prompts) if (!byPmcid.has(pmcid)) byPmcid.set(pmcid, prepareArticle(sentencesOfAbstract(title, abstractText)))
  return { byPmcid, fullTexts }
}

async function readFullTexts(archive: string, wanted: ReadonlySet<string>): Promise<Map<string, PreparedArticle>> {
  const found = new Map<string, PreparedArticle>()
  const skipped: string[] = []
  let documents = 0
  for await (const document of fileDocuments().read([archive], ({ path, reason }) => skipped.push(`${path}: ${reason}`))) {
    documents += 1
    const pmcid = /PMC\d+/.exec(basename(document.name))?.[0]
    if (pmcid === undefined || !wanted.has(pmcid)) continue
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of document.open()) text += decoder.decode(chunk, { stream: true })
    for (const item of parseJats(text + decoder.decode())) if (item.kind === 'source') found.set(pmcid, prepareArticle(sentencesOfSource(item.source)))
  }
  if (documents === 0) throw new Fault('bad-input', `no article could be read from ${archive}${skipped[0] === undefined ? '' : ` (${skipped[0]})`}`, 'Give a .tar.gz of .nxml files.')
  return found
}
