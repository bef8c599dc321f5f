import { articleToMarkdown, certaintyWords, stanceLabel } from '../../../core/formats/article-markdown/index.ts'
import type { Article, Audience } from '../../../core/model/index.ts'
import { renderArticle } from '../page/render-article.ts'
import { notAvailableYet, withEngine, writeJson, type CommandContext } from './command-context.ts'
import { readCaseFile } from './read-case-file.ts'
import { readOverrides } from './read-overrides.ts'

export type AskOptions = { readonly audience: Audience; readonly case?: string; readonly overrides?: string; readonly next?: boolean; readonly live?: boolean; readonly json?: boolean; readonly markdown?: boolean }

/** Answers a clinical question with an article: on a terminal laid out to be read, else plain, as Markdown or as JSON. */
export async function ask(context: CommandContext, question: string, options: AskOptions): Promise<void> {
  if (options.live === true) throw notAvailableYet('--live (searching PubMed and other services while you wait)', 'Leave --live out: the answer then comes from what this home holds. Add documents with consilium ingest.')
  const caseText = options.case === undefined ? null : await readCaseFile(options.case)
  const overrides = options.overrides === undefined ? [] : await readOverrides(options.overrides)
  const { article, status } = await withEngine(context, async (engine) => ({
    article: await engine.ask({ question, caseText, audience: options.audience, ...(overrides.length === 0 ? {} : { overrides }) }),
    status: await engine.status(),
  }))
  const { terminal } = context
  if (options.json === true) writeJson(context, article)
  else if (options.markdown === true) terminal.out(articleToMarkdown(article))
  else terminal.out(renderArticle(article, terminal))
  if (status.newerSnapshotOnItsWay) terminal.note('A newer snapshot is on its way: documents are being ingested. This answer is from the last complete one.\n')
  if ((terminal.isInteractive || options.next === true) && options.json !== true && options.markdown !== true && article.safety?.kind !== 'emergency') terminal.note(whatNext(context, article))
}

/** The page is long and its end is what stands on the screen: the verdict again, then where to go from here. */
function whatNext({ commandName, terminal }: CommandContext, { verdict, sources }: Article): string {
  const { bold, dim } = terminal.paintNote
  const certainty = verdict.certainty === null ? '' : `, certainty ${certaintyWords(verdict.certainty)}`
  return [
    '',
    `${bold(`${stanceLabel(verdict.stance)}${certainty}.`)} Scroll up for the reasons.`,
    `${bold('Ask the next question:')} ${commandName} ask "…"`,
    dim('For other readers: --audience patient | student | reviewer. With a patient: --case FILE. For programs: --json.'),
    ...(sources[0] === undefined ? [] : [dim(`Check any quote: ${commandName} source ${sources[0].id}`)]),
    '',
  ].join('\n')
}
