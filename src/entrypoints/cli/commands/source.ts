import { formatReference } from '../../../core/formats/ama/index.ts'
import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import { Fault, type Source } from '../../../core/model/index.ts'
import { hang, wrapWords } from '../page/wrap-words.ts'
import type { Terminal } from '../terminal.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type SourceOptions = { readonly json?: boolean }

/** Shows one source with its exact text, so that anyone can check a quote. */
export async function source(context: CommandContext, id: string, options: SourceOptions): Promise<void> {
  const found = await withEngine(context, async (engine) => engine.source(id))
  if (found === null) throw new Fault('not-found', `this home holds no source "${plainLine(id).slice(0, 200)}"`, `Ids stand under each reference of an article; find one with: ${context.commandName} search "…"`)
  if (options.json === true) writeJson(context, found)
  else context.terminal.out(sourceText(found, context.terminal))
}

/** What the words are, since a record is not the publication. */
const TEXT_KINDS: Readonly<Record<Source['textKind'], string>> = {
  fulltext: 'Full text',
  abstract: 'Abstract',
  record: 'Our own summary of verified facts, not the words of the publication; check the original',
}

function sourceText(held: Source, { width, paint }: Terminal): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Id', held.id],
    ['Kind', held.kind.replaceAll('-', ' ')],
    ['Text', TEXT_KINDS[held.textKind]],
    ['Funding', held.fundingNote ?? held.funding],
    ['Conflicts of interest', held.conflictsOfInterest],
    ['Licence', held.licence],
    ['Verified', held.provenance === null ? null : [held.dataDate, ...held.provenance.pages].filter((part) => part !== null).join(' ')],
  ]
  return `${[
    ...wrapWords(plainLine(held.title), width).map((line) => paint.bold(line)),
    ...wrapWords(plainLine(formatReference(held)), width),
    '',
    ...facts.flatMap(([label, value]) => (value === null ? [] : hang(`${label}: `, plainLine(value), width).map((line) => paint.dim(line)))),
    '',
    ...held.text.trimEnd().split('\n').flatMap((line) => wrapWords(plainLine(line), width)),
  ].join('\n')}\n`
}
