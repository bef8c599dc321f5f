import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import { hang } from '../page/wrap-words.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type SearchOptions = { readonly limit: number; readonly json?: boolean }

/** Longest excerpt shown on a terminal; JSON has the whole passage. */
const EXCERPT_CHARACTERS = 360

/** Shows the passages that match words best, with the source each stands in. */
export async function search(context: CommandContext, query: string, options: SearchOptions): Promise<void> {
  const found = await withEngine(context, async (engine) => engine.search(query, options.limit))
  const { terminal } = context
  if (options.json === true) {
    writeJson(context, { hits: found.hits })
    return
  }
  if (found.hits.length === 0) terminal.note('No passage matches. Try fewer or other words.\n')
  for (const [index, hit] of found.hits.entries()) {
    terminal.out([
      ...hang(`${String(index + 1).padStart(3)}. `, plainLine(hit.title), terminal.width).map((line) => terminal.paint.bold(line)),
      ...hang('     ', excerptOf(plainLine(hit.text)), terminal.width),
      terminal.paint.dim(`     ${plainLine(hit.passageId)}`),
      '',
    ].join('\n') + '\n')
  }
}

function excerptOf(text: string): string {
  return text.length <= EXCERPT_CHARACTERS ? text : `${text.slice(0, EXCERPT_CHARACTERS).replace(/\s\S*$/u, '')} …`
}
