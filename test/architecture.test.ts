import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readImports, withoutComments, type ModuleImport } from './support/read-imports.ts'

/**
 * The import table of ARCHITECTURE.md as a test: who may know whom, what may stand in a pure room, and what to do
 * instead. A failure names the file and where its code belongs.
 */

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/test-support/'))
  .toSorted()
const codeOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

/** Rooms of core, each with what it may know; a room inside `formats` may know the others through their index. */
const CORE_RANK: Readonly<Record<string, number>> = { model: 0, text: 1, statistics: 1, methods: 1, learning: 1, terminology: 2, formats: 3 }
/** Stages in the order of a question; documents come in before any. Later may know the types of earlier, never more. */
const STAGES = ['ingest', 'question', 'retrieval', 'appraisal', 'synthesis', 'answer', 'verification', 'review', 'determination']

/** Packages that only compute: no disk, no network, no clock. Add one here with a look at its source. */
const PURE_PACKAGES: Readonly<Record<string, string>> = {
  zod: 'schemas', saxes: 'XML events from text', parse5: 'HTML from text', entities: 'HTML entities', syllable: 'counts syllables',
}
const PURE_BUILTINS = ['node:crypto', 'node:string_decoder', 'node:buffer', 'node:assert']

type Place = { readonly kind: 'core' | 'stage' | 'pipeline' | 'adapter' | 'door' | 'evaluation' | 'top'; readonly room: string }

/** Where a file of `src/` lives: its part of the house, and the room whose door is that room's index.ts. */
function placeOf(file: string): Place {
  const [, part = '', name = '', inner = ''] = file.split('/')
  const isInRoom = !name.endsWith('.ts')
  if (part === 'core') return { kind: 'core', room: name === 'formats' && !inner.endsWith('.ts') ? `core/formats/${inner}` : `core/${name}` }
  if (part === 'pipeline') return isInRoom ? { kind: 'stage', room: `pipeline/${name}` } : { kind: 'pipeline', room: `pipeline/${name}` }
  if (part === 'adapters') return { kind: 'adapter', room: `adapters/${name}` }
  if (part === 'entrypoints') return { kind: 'door', room: `entrypoints/${name}` }
  if (part === 'evaluation') return { kind: 'evaluation', room: isInRoom ? `evaluation/${name}` : 'evaluation' }
  return { kind: 'top', room: part }
}

type Edge = { readonly from: string; readonly to: string; readonly found: ModuleImport }

const imports = files.flatMap((from) => readImports(codeOf.get(from) ?? '').map((found) => ({ from, found })))
const edges: readonly Edge[] = imports
  .filter(({ found }) => found.specifier.startsWith('.'))
  .map(({ from, found }) => ({ from, found, to: posix.normalize(posix.join(posix.dirname(from), found.specifier)) }))
const packages = imports.filter(({ found }) => !found.specifier.startsWith('.'))

/** Edges that leave a room, by the kind of the room they start in. */
function leaving(kind: Place['kind']): readonly Edge[] {
  return edges.filter(({ from, to }) => placeOf(from).kind === kind && placeOf(from).room !== placeOf(to).room)
}

function told(found: readonly Edge[], why: string): string[] {
  return found.map(({ from, to, found: { names } }) => `${from} imports ${names.length === 0 ? to : `${names.join(', ')} from ${to}`}: ${why}`)
}

/** How high a file of core stands; higher may know lower. */
function rankOf(file: string): number {
  return CORE_RANK[placeOf(file).room.split('/')[1] ?? ''] ?? -1
}

function stageOf(file: string): number {
  return STAGES.indexOf(placeOf(file).room.split('/')[1] ?? '')
}

function breaksTheFlow({ from, to, found }: Edge): boolean {
  const { kind } = placeOf(to)
  if (kind === 'core') return false
  return kind !== 'stage' || !found.isTypeOnly || stageOf(to) > stageOf(from)
}

function isNoBusinessOfADoor({ from, to, found }: Edge): boolean {
  const { kind } = placeOf(to)
  if (kind === 'core') return false
  return kind === 'evaluation' ? placeOf(from).room !== 'entrypoints/cli' : !(['stage', 'pipeline'].includes(kind) && found.isTypeOnly)
}

function isThroughADoor({ to, found }: Edge): boolean {
  if (to.endsWith('/index.ts') || ['pipeline', 'top'].includes(placeOf(to).kind)) return true
  return found.isTypeOnly && placeOf(to).kind === 'stage' && /\/(?:ports|types)\.ts$/u.test(to)
}

/** `@scope/name/part` → `@scope/name`. */
function packageIn(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

describe('who may import whom', () => {
  it('lets core know only core, in the order model → text, statistics, methods → terminology → formats', () => {
    const wrong = leaving('core').filter(({ from, to }) => placeOf(to).kind !== 'core' || (rankOf(to) >= rankOf(from) && rankOf(from) !== CORE_RANK['formats']))
    expect(told(wrong, 'core is knowledge and stands below everything. Move what both need down (a type to core/model, words to core/terminology), or this file up to the stage that uses it.')).toEqual([])
  })

  it('lets a stage know core, and of earlier stages their types alone', () => {
    expect(told(leaving('stage').filter((edge) => breaksTheFlow(edge)), 'a stage takes plain data and gives plain data: it calls no other stage, and nothing flows backwards. What several stages compute belongs in core; the order of calls belongs in src/pipeline/engine.ts; disk and network belong in an adapter behind a port (ports.ts of this stage).')).toEqual([])
  })

  it('keeps the stages in a known order', () => {
    const unknown = [...new Set(files.map((file) => placeOf(file)).filter(({ kind }) => kind === 'stage').map(({ room }) => room.split('/')[1] ?? ''))].filter((stage) => !STAGES.includes(stage))
    expect(unknown, 'a new stage gets its place in STAGES of this test and in ARCHITECTURE.md').toEqual([])
  })

  it('lets the engine know stages and core, and no adapter or door', () => {
    const wrong = leaving('pipeline').filter(({ to }) => !['core', 'stage', 'pipeline'].includes(placeOf(to).kind))
    expect(told(wrong, 'the engine receives its adapters: declare what is needed as a type and let src/main.ts give it.')).toEqual([])
  })

  it('lets an adapter know core and the ports it implements, and no other adapter', () => {
    const wrong = leaving('adapter').filter(({ to, found }) => placeOf(to).kind !== 'core' && !(['stage', 'pipeline'].includes(placeOf(to).kind) && found.isTypeOnly))
    expect(told(wrong, 'an adapter turns the world into a port of the pipeline: it imports that port as a type. What it decides belongs in the pipeline; two adapters meet in src/main.ts.')).toEqual([])
  })

  it('lets a door know core, the engine and types, and no adapter or other door', () => {
    expect(told(leaving('door').filter((edge) => isNoBusinessOfADoor(edge)), 'a door decodes, calls the engine and presents. What it needs from outside is a type that src/main.ts fills; work belongs in the pipeline.')).toEqual([])
  })

  it('lets nobody but the command line know the evaluation, and nobody know main or the environment', () => {
    const wrong = edges.filter(({ from, to }) => (placeOf(to).kind === 'evaluation' && !['evaluation', 'door', 'top'].includes(placeOf(from).kind)) || (placeOf(to).kind === 'top' && from !== 'src/main.ts'))
    expect(told(wrong, 'main.ts builds and is built by nobody; pass the value as an argument.')).toEqual([])
  })

  it('enters a room through its index.ts (ports.ts and types.ts of a stage as types)', () => {
    const wrong = edges.filter((edge) => placeOf(edge.from).room !== placeOf(edge.to).room && !edge.to.endsWith('.json') && !isThroughADoor(edge))
    expect(told(wrong, `export it from that room's index.ts, or keep it inside the room.`)).toEqual([])
  })

  it('has no cycles', () => {
    expect(findCycles(edges.filter(({ found }) => !found.isTypeOnly)), 'move what both files need into a third').toEqual([])
  })
})

describe('what may stand in core and pipeline', () => {
  const pure = files.filter((file) => ['core', 'stage', 'pipeline'].includes(placeOf(file).kind))

  it('has no package but pure ones, and of Node nothing but hashes and text', () => {
    const wrong = packages.filter(({ from, found }) => pure.includes(from) && !(PURE_BUILTINS.includes(found.specifier) || PURE_PACKAGES[packageIn(found.specifier)] !== undefined))
    expect(wrong.map(({ from, found }) => `${from} imports ${found.specifier}: SQL, disk and network live in src/adapters behind a port. A package that only computes is listed in PURE_PACKAGES of this test.`)).toEqual([])
  })

  it('takes of node:crypto only hashes', () => {
    const wrong = packages.filter(({ from, found }) => pure.includes(from) && found.specifier === 'node:crypto' && found.names.some((name) => name !== 'createHash' && name !== 'hash'))
    expect(wrong.map(({ from }) => `${from}: randomness makes answers that do not repeat; let the caller pass an id.`)).toEqual([])
  })

  const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp, instead: string])[] = [
    ['the environment', /\bprocess\s*\./u, 'src/config.ts reads it; take the value as an argument.'],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/u, 'dates come from the data (Snapshot.date); the same question must give the same bytes.'],
    ['randomness', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/u, 'the same question must give the same bytes.'],
    ['the network', /(?<![.\w])fetch\(|\bnew WebSocket\b|\bXMLHttpRequest\b/u, 'declare a port and implement it in src/adapters/sources.'],
    ['timers', /(?<![.\w])set(?:Timeout|Interval|Immediate)\(/u, 'waiting belongs to an adapter or a door.'],
    ['the console', /\bconsole\./u, 'return it, or take a `tell` as a dependency.'],
    ['SQL', /['"`]\s*(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|CREATE\s+TABLE)\b/iu, 'queries live in src/adapters/store.'],
    ['the machine’s language', /\.localeCompare\(\s*[^,()]*(?:\([^()]*\))?[^,()]*\)|\.toLocale(?:String|LowerCase|UpperCase)\(\s*\)/u, 'order and numbers must not depend on where it runs: compare with < or name the locale.'],
  ]

  it.each(FORBIDDEN)('has nothing of %s', (what, pattern, instead) => {
    const wrong = pure.flatMap((file) => withoutComments(codeOf.get(file) ?? '').split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} uses ${what}: ${instead}`] : [])))
    expect(wrong).toEqual([])
  })
})

describe('the environment', () => {
  it('is read in main.ts for config.ts and nowhere else', () => {
    const wrong = files.filter((file) => file !== 'src/main.ts' && /\bprocess\s*\.\s*env\b/u.test(withoutComments(codeOf.get(file) ?? '')))
    expect(wrong.map((file) => `${file} reads process.env: give the variable a field with its meaning in src/config.ts and pass the value.`)).toEqual([])
  })
})

describe('the rooms', () => {
  it('have an index.ts each', () => {
    const rooms = [...new Set(files.map((file) => placeOf(file)).filter(({ kind }) => kind !== 'top' && kind !== 'pipeline').map(({ room }) => room))].filter((room) => room.includes('/'))
    expect(rooms.filter((room) => !files.includes(`src/${room}/index.ts`) && room !== 'core/formats').map((room) => `src/${room} has no index.ts: it says what the room gives to others`)).toEqual([])
  })
})

/** Groups of files that import each other in a circle, each told once from its first file on. */
function findCycles(list: readonly Edge[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, found } of list) if (!found.isDynamic) next.set(from, [...next.get(from) ?? [], to])
  const done = new Set<string>()
  const cycles = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) cycles.add([...way.slice(at), file].map((step) => relative('src', step)).join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const other of next.get(file) ?? []) visit(other, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return [...cycles]
}
