import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import { renderAppraisal } from '../page/render-appraisal.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type AppraiseOptions = { readonly json?: boolean }

/** Tells what one document holds: its design, whose money, its results and advice, each with its words. Keeps nothing. */
export async function appraise(context: CommandContext, path: string, options: AppraiseOptions): Promise<void> {
  const found = await withEngine(context, async (engine) => engine.appraiseDocument(path))
  if (options.json === true) writeJson(context, found)
  else context.terminal.out(renderAppraisal(found, context.terminal))
  for (const reason of found.skipped) context.terminal.note(`Left out: ${plainLine(reason)}\n`)
}
