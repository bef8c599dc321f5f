import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { ReadingProblem, ReadingWishes } from '../../../core/formats/meta-analysis/index.ts'
import { Fault } from '../../../core/model/index.ts'
import type { Measure, MetaAnalysisInput, ModelName, PooledAnalysis } from '../../../core/statistics/index.ts'
import { renderPooled } from '../page/render-pooled.ts'
import { writeJson, type CommandContext } from './command-context.ts'
import { readTextFile } from './read-text-file.ts'

export type PoolCommandOptions = {
  readonly measure?: Measure
  readonly model?: ModelName
  readonly group?: string
  readonly moderator?: readonly string[]
  readonly svg?: string
  readonly funnel?: string
  readonly json?: boolean
}

/** Pools the studies of a file. Opens no home: what is pooled is what the file says. */
export async function pool(context: CommandContext, path: string, options: PoolCommandOptions): Promise<void> {
  const { poolStudies } = await import('../../../core/statistics/index.ts')
  const analyses = (await readAnalyses(path, options)).map((analysis) => poolStudies(analysis))
  const pictures = await drawPictures(analyses, options)
  if (options.json === true) writeJson(context, { analyses, pictures })
  else context.terminal.out(analyses.map((analysis) => renderPooled(analysis, context.terminal)).join('\n\n'))
  for (const picture of pictures) context.terminal.note(`Wrote ${picture}\n`)
}

async function readAnalyses(path: string, { measure, model, group, moderator }: PoolCommandOptions): Promise<readonly MetaAnalysisInput[]> {
  const { readMetaAnalyses } = await import('../../../core/formats/meta-analysis/index.ts')
  const wishes: ReadingWishes = {
    ...(measure === undefined ? {} : { measure }), ...(model === undefined ? {} : { model }),
    ...(group === undefined ? {} : { group }), ...(moderator === undefined ? {} : { moderators: moderator }),
  }
  const reading = readMetaAnalyses(await readTextFile(path), wishes)
  if (reading.kind === 'refused') throw new Fault('bad-input', `${path}: ${told(reading.problems)}`, 'Nothing was pooled. Correct the numbers against the source, or leave the study out.')
  return reading.analyses
}

const MOST_PROBLEMS_TOLD = 8

function told(problems: readonly ReadingProblem[]): string {
  const rest = problems.length - MOST_PROBLEMS_TOLD
  return [...problems.slice(0, MOST_PROBLEMS_TOLD).map(({ place, message }) => plainLine(`${place}: ${message}`)), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')
}

/** Writes the plots that were asked for, numbered when the file holds several analyses; gives their paths. */
async function drawPictures(analyses: readonly PooledAnalysis[], { svg, funnel }: PoolCommandOptions): Promise<string[]> {
  if (svg === undefined && funnel === undefined) return []
  const { forestPlotSvg, funnelPlotSvg } = await import('../../../core/formats/forest-plot/index.ts')
  const pictures = analyses.flatMap((analysis, index) => [
    ...(svg === undefined ? [] : [{ path: numbered(svg, index, analyses.length), draw: () => forestPlotSvg(analysis) }]),
    ...(funnel === undefined ? [] : [{ path: numbered(funnel, index, analyses.length), draw: () => funnelPlotSvg(analysis) }]),
  ])
  for (const { path, draw } of pictures) {
    await writeFile(path, draw()).catch((error: unknown) => {
      throw new Fault('storage', `the picture ${path} cannot be written`, 'Name a file in a folder that exists and that you may write to.', { cause: error })
    })
  }
  return pictures.map(({ path }) => path)
}

function numbered(path: string, index: number, count: number): string {
  if (count === 1) return path
  const ending = extname(path)
  return `${path.slice(0, path.length - ending.length)}-${index + 1}${ending}`
}
