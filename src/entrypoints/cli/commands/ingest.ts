import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { IngestProgress, IngestReport } from '../../../pipeline/ingest/ports.ts'
import { hang } from '../page/wrap-words.ts'
import { progressLine } from '../progress-line.ts'
import type { Terminal } from '../terminal.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type IngestOptions = { readonly json?: boolean }

/** Takes documents into the home. Ctrl-C stops between documents; the same command again goes on from there. */
export async function ingest(context: CommandContext, paths: readonly string[], options: IngestOptions, stop: AbortController): Promise<void> {
  const started = performance.now()
  const progress = progressLine(context.terminal)
  const stopListening = context.onInterrupt(() => {
    progress.clear()
    context.terminal.note('Stopping after this document …\n')
    stop.abort()
  })
  try {
    const report = await withEngine(context, async (engine) => engine.ingest(paths, { signal: stop.signal, onProgress: (now) => progress.show(progressText(now)) }))
    progress.clear()
    stop.signal.throwIfAborted()
    const seconds = Math.round((performance.now() - started) / 10) / 100
    if (options.json === true) writeJson(context, { files: report.files, sources: report.sources, passages: report.passages, skipped: report.skipped, seconds })
    else context.terminal.out(reportText(report, seconds, context.terminal))
  } finally {
    progress.clear()
    stopListening()
  }
}

function progressText({ stage, file, files, sources, passages }: IngestProgress): string {
  const counts = `${files.toLocaleString('en-US')} files, ${sources.toLocaleString('en-US')} sources, ${passages.toLocaleString('en-US')} passages`
  return stage === 'indexing' ? `Indexing · ${counts}` : `Reading · ${counts}${file === null ? '' : ` · ${plainLine(file)}`}`
}

function reportText({ files, sources, passages, skipped, counts }: IngestReport, seconds: number, { width, paint }: Terminal): string {
  return `${[
    paint.bold(`Read ${counted(files, 'file')}: ${counted(sources, 'source')}, ${counted(passages, 'passage')}, in ${seconds} s.`),
    `${counts.added} added, ${counts.changed} changed, ${counts.unchanged} already held.`,
    ...(skipped.length === 0 ? [] : [paint.yellow(`! ${counted(skipped.length, 'file')} could not be read:`)]),
    ...skipped.flatMap(({ path, reason }) => hang('  • ', `${plainLine(path)}: ${plainLine(reason)}`, width)),
  ].join('\n')}\n`
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
}
