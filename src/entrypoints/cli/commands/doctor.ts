import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { EngineStatus } from '../../../pipeline/engine-types.ts'
import type { Machine } from '../dependencies.ts'
import { failureOf, type Failure } from '../failure.ts'
import { renderScores } from '../page/render-scores.ts'
import { hang } from '../page/wrap-words.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type DoctorOptions = { readonly json?: boolean; readonly scores?: boolean }

type Finding = { readonly state: 'ok' | 'attention' | 'failed'; readonly about: string; readonly says: string; readonly remedy: string | null }

/** Less than this and an ingest of a few thousand articles may not fit. */
const LOW_DISK_BYTES = 1_000_000_000

/** Says what is set up, what leaves this machine, and what is missing. Returns whether all that must work does. */
export async function doctor(context: CommandContext, options: DoctorOptions): Promise<boolean> {
  if (options.scores === true) return scores(context, options)
  const machine = await context.inspectMachine(context.home)
  const home = await inspectHome(context)
  const findings = [...machineFindings(machine), ...homeFindings(home, context), ...networkFindings()]
  const isWell = findings.every(({ state }) => state !== 'failed')
  if (options.json === true) writeJson(context, { ok: isWell, version: context.version, home: context.home, machine, status: 'code' in home ? null : home, leavesThisMachine: [], findings })
  else context.terminal.out(findingsText(findings, context))
  return isWell
}

/** The instance's own figures on the questions that ship with it, beside what people reach. Takes about half a minute. */
async function scores(context: CommandContext, { json }: DoctorOptions): Promise<boolean> {
  const { HUMAN_CEILINGS, measureScores } = await import('../../../evaluation/scores/index.ts')
  const measured = await withEngine(context, async (engine) => measureScores(engine, (done, of) => { if (done % 20 === 0) context.terminal.note(`Asked ${done} of ${of} questions\n`) }))
  if (json === true) writeJson(context, { ...measured, human: HUMAN_CEILINGS })
  else context.terminal.out(renderScores(measured, HUMAN_CEILINGS, context.terminal))
  return true
}

async function inspectHome(context: CommandContext): Promise<EngineStatus | Failure> {
  try {
    return await withEngine(context, async (engine) => engine.status())
  } catch (error) {
    return failureOf(error)
  }
}

function machineFindings({ node, parts, freeBytes }: Machine): Finding[] {
  return [
    { state: node.isSupported ? 'ok' : 'failed', about: 'Node', says: node.version, remedy: node.isSupported ? null : `Node ${node.needed} or newer is needed: run npm install here again (it brings one), or install it from nodejs.org.` },
    ...parts.map(({ name, version, problem }): Finding => ({
      state: problem === null ? 'ok' : 'failed', about: name, says: problem === null ? version ?? 'version not stated' : `does not load: ${problem}`,
      remedy: problem === null ? null : 'Delete node_modules and run npm install again on this machine.',
    })),
    freeBytes === null
      ? { state: 'attention', about: 'Disk', says: 'the system does not tell how much is free', remedy: null }
      : { state: freeBytes < LOW_DISK_BYTES ? 'attention' : 'ok', about: 'Disk', says: `${(freeBytes / 1e9).toFixed(1)} GB free`, remedy: freeBytes < LOW_DISK_BYTES ? 'Free some space before ingesting documents.' : null },
  ]
}

function homeFindings(home: EngineStatus | Failure, { commandName }: CommandContext): Finding[] {
  if ('code' in home) return [{ state: 'failed', about: 'Home', says: home.message, remedy: home.remedy }]
  const { snapshot } = home
  return [
    { state: home.writable ? 'ok' : 'attention', about: 'Home', says: `${home.home}${home.writable ? '' : ' (read-only: questions are answered, nothing is kept)'}`, remedy: home.writable ? null : 'Make the folder writable, or choose another with --home or CONSILIUM_HOME.' },
    home.starterLibrary === null
      ? { state: 'attention', about: 'Starter library', says: 'not loaded', remedy: `The next question loads it: ${commandName} ask "…"` }
      : { state: 'ok', about: 'Starter library', says: `loaded (${home.starterLibrary.slice(0, 12)})`, remedy: null },
    snapshot === null
      ? { state: 'attention', about: 'Snapshot', says: 'none yet', remedy: null }
      : { state: 'ok', about: 'Snapshot', says: `${snapshot.sources} sources, ${home.passages ?? 'an unknown number of'} passages, ${home.retracted} retracted, evidence as of ${snapshot.date ?? 'no stated date'} (${snapshot.id.slice(0, 12)})`, remedy: null },
    { state: home.indexInStep ? 'ok' : 'attention', about: 'Search index', says: home.indexInStep ? 'in step with the store' : 'behind the store', remedy: home.indexInStep ? null : 'The next question builds it again.' },
    ...(home.newerSnapshotOnItsWay ? [{ state: 'attention', about: 'Ingest', says: 'a newer snapshot is on its way, or an ingest was stopped', remedy: 'Run the same ingest again to finish it.' } as const] : []),
  ]
}

/** True by construction: no adapter of this version opens a connection. */
function networkFindings(): Finding[] {
  return [
    { state: 'ok', about: 'Leaves this machine', says: 'nothing: no question, no case, no document', remedy: null },
    { state: 'ok', about: 'Language model', says: 'none, and none is needed', remedy: null },
  ]
}

const MARKS: Readonly<Record<Finding['state'], string>> = { ok: '✓', attention: '!', failed: '✗' }

function findingsText(findings: readonly Finding[], { terminal, version }: CommandContext): string {
  const { paint, width } = terminal
  const tint = { ok: paint.green, attention: paint.yellow, failed: paint.red }
  const lines = findings.flatMap(({ state, about, says, remedy }) => [
    ...hang(`${MARKS[state]} ${about}: `, plainLine(says), width).map((line, index) => (index === 0 ? tint[state](line.slice(0, 1)) + line.slice(1) : line)),
    ...(remedy === null ? [] : hang('    → ', plainLine(remedy), width)),
  ])
  return `${[paint.bold(`Consilium ${version}`), ...lines].join('\n')}\n`
}
