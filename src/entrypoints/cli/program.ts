import { Command, InvalidArgumentError, Option } from 'commander'
import type { Audience } from '../../core/model/index.ts'
import { MEASURES, MODEL_NAMES } from '../../core/statistics/index.ts'
import { appraise, type AppraiseOptions } from './commands/appraise.ts'
import { audit, type AuditOptions } from './commands/audit.ts'
import { ask, type AskOptions } from './commands/ask.ts'
import type { CommandContext } from './commands/command-context.ts'
import { doctor, type DoctorOptions } from './commands/doctor.ts'
import { evaluate, EVALUATION_TASKS, type EvaluateOptions, type EvaluationTask } from './commands/evaluate.ts'
import { ingest, type IngestOptions } from './commands/ingest.ts'
import { pool, type PoolCommandOptions } from './commands/pool.ts'
import { search, type SearchOptions } from './commands/search.ts'
import { source, type SourceOptions } from './commands/source.ts'
import type { CliDependencies } from './dependencies.ts'

const AUDIENCES: readonly Audience[] = ['clinician', 'patient', 'student', 'reviewer']
const MOST_HITS = 1_000
const MOST_FOLDS = 50

/** What the program tells its caller beside what it writes. */
export type ProgramRun = { readonly stop: AbortController; markFailed(): void }

/** The verbs of the command, each a line: what it takes and which command does it. */
export function buildProgram(dependencies: CliDependencies, run: ProgramRun): Command {
  const program = new Command('consilium')
    .description('Clinical evidence answers: every sentence stands on the exact words of a source.')
    .version(dependencies.version)
    .addOption(new Option('--home <dir>', `where the data live (default: ${dependencies.defaultHome})`).argParser(readHome))
    .addHelpText('after', `\nExample:\n  ${dependencies.commandName} ask "Is aspirin indicated to prevent a first heart attack?"\n`)
  const contextOf = (): CommandContext => ({ ...dependencies, home: program.opts<{ home?: string }>().home ?? dependencies.defaultHome })

  program.command('ask').description('answer a clinical question with a cited article')
    .argument('<question...>', 'the question in plain words')
    .addOption(new Option('--audience <who>', 'who reads it').choices(AUDIENCES).default('clinician'))
    .option('--case <file>', 'facts of the case, one a line; they stay on this machine')
    .option('--next', 'also say how to ask the next question where the output is no terminal')
    .option('--overrides <file>', 'your own judgement of GRADE domains (JSON), each with a reason and a name')
    .option('--live', 'also search outside services (not available yet)')
    .addOption(json().conflicts('markdown'))
    .option('--markdown', 'print Markdown')
    .action(async (words: string[], options: AskOptions) => ask(contextOf(), words.join(' '), options))

  program.command('search').description('find passages')
    .argument('<query...>', 'words to look for')
    .addOption(new Option('-k, --limit <n>', 'how many passages').argParser(readLimit).default(10))
    .addOption(json())
    .action(async (words: string[], options: SearchOptions) => search(contextOf(), words.join(' '), options))

  program.command('ingest').description('take in documents: PubMed XML, JATS, records, RIS, NBIB, Markdown, HTML; files, folders, archives')
    .argument('<path...>', 'files, folders or archives')
    .addOption(json())
    .action(async (paths: string[], options: IngestOptions) => ingest(contextOf(), paths, options, run.stop))

  program.command('appraise').description('tell what one document holds: findings, recommendations, design, independence')
    .argument('<file>', 'JATS or PubMed XML, Markdown, HTML, plain text, an evidence record')
    .addOption(json())
    .action(async (file: string, options: AppraiseOptions) => appraise(contextOf(), file, options))

  program.command('audit').description('hold an article from anywhere against the evidence, claim by claim')
    .argument('<file>', 'a page as Markdown, HTML or plain text, with or without references')
    .option('--html <out>', 'write a marked-up copy of the page')
    .addOption(json())
    .action(async (file: string, options: AuditOptions) => audit(contextOf(), file, options))

  program.command('pool').description('pool the results of studies: a meta-analysis with its forest plot')
    .argument('<file>', 'studies as JSON or CSV, one a row (events1, total1, events2, total2; or estimate, ciLow, ciHigh; …)')
    .addOption(new Option('--measure <measure>', `what to pool: ${MEASURES.join(', ')}`).argParser((value: string) => readName(value, MEASURES)))
    .addOption(new Option('--model <model>', `which model to show first: ${MODEL_NAMES.join(', ')}`).argParser((value: string) => readName(value, MODEL_NAMES)))
    .option('--group <column>', 'pool subgroups named in this column')
    .option('--moderator <column...>', 'columns for meta-regression')
    .option('--svg <out>', 'write the forest plot')
    .option('--funnel <out>', 'write the funnel plot')
    .addOption(json())
    .action(async (file: string, options: PoolCommandOptions) => pool(contextOf(), file, options))

  program.command('source').description('show one source with its text, to check a quote')
    .argument('<id>', 'id of a source, as under each reference')
    .addOption(json())
    .action(async (id: string, options: SourceOptions) => source(contextOf(), id, options))

  program.command('doctor').description('say what is set up, what leaves this machine, what is missing')
    .option('--scores', 'measure this instance on its built-in questions: support, abstentions, framing, parity, audit')
    .addOption(json())
    .action(async (options: DoctorOptions) => {
      if (!await doctor(contextOf(), options)) run.markFailed()
    })

  program.command('evaluate').description('measure a part on a data set')
    .argument('<task>', EVALUATION_TASKS.join(', '), readTask)
    .argument('<path>', 'the data set')
    .option('--predictions <out>', 'write predictions, one JSON a line')
    .option('--ablation', 'also measure what each ingredient of the search gains')
    .option('--articles <file>', 'effects: full texts (.tar.gz of JATS articles)')
    .option('--with-conclusion', 'yesno: also read the abstract’s conclusion')
    .addOption(new Option('--folds <k>', 'effects, yesno: cross-validate, learning anew').argParser(readFolds))
    .addOption(json())
    .action(async (task: EvaluationTask, path: string, options: EvaluateOptions) => evaluate(contextOf(), task, path, options))

  return program
}

function json(): Option {
  return new Option('--json', 'print one JSON document')
}

function readLimit(value: string): number {
  const limit = /^\d+$/u.test(value) ? Number(value) : Number.NaN
  if (!(limit >= 1 && limit <= MOST_HITS)) throw new InvalidArgumentError(`A whole number from 1 to ${MOST_HITS} is needed.`)
  return limit
}

/** One of several names, in any case. */
function readName<T extends string>(value: string, names: readonly T[]): T {
  const name = names.find((known) => known.toLowerCase() === value.toLowerCase())
  if (name === undefined) throw new InvalidArgumentError(`Known: ${names.join(', ')}.`)
  return name
}

function readFolds(value: string): number {
  const folds = /^\d+$/u.test(value) ? Number(value) : Number.NaN
  if (!(folds >= 2 && folds <= MOST_FOLDS)) throw new InvalidArgumentError(`A whole number from 2 to ${MOST_FOLDS} is needed.`)
  return folds
}

/** An empty name, as of a variable that is not set in a script, must not become the current folder. */
function readHome(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty: name a folder.')
  return value
}

function readTask(value: string): EvaluationTask {
  const task = EVALUATION_TASKS.find((known) => known === value)
  if (task === undefined) throw new InvalidArgumentError(`Known tasks: ${EVALUATION_TASKS.join(', ')}.`)
  return task
}
