import { basename, isAbsolute, join } from 'node:path'
import { z } from 'zod'

/** A variable that is empty counts as not set, as shells and containers often leave it. */
const setOrNot = z.string().optional().transform((value) => (value === undefined || value.trim() === '' ? null : value))

/**
 * Every variable of the environment that Consilium reads. Nothing else in the program reads the environment; none is
 * needed.
 */
export const environmentSchema = z.object({
  /** Folder of the data; `--home` on a command line goes before it. Default: the platform's data folder. */
  CONSILIUM_HOME: setOrNot,
  /** Set to anything: an unforeseen failure shows where it happened, on stderr. */
  CONSILIUM_DEBUG: setOrNot,
  /** Linux and other Unix: base of the data folder, when absolute (XDG Base Directory Specification 0.8). */
  XDG_DATA_HOME: setOrNot,
  /** Windows: base of the data folder. */
  LOCALAPPDATA: setOrNot,
  /** Set to anything: no colour (no-color.org). */
  NO_COLOR: setOrNot,
  /** Set to anything but 0: colour even where the output is no terminal; NO_COLOR goes before it. */
  FORCE_COLOR: setOrNot,
  /** `dumb`: a terminal without colour. */
  TERM: setOrNot,
  /** Set by npm when it started us; tells whether a person types `npx consilium` or `consilium`. */
  npm_command: setOrNot,
})

export type Config = {
  readonly home: string
  readonly colour: 'never' | 'always' | 'on-a-terminal'
  readonly isDebugging: boolean
  /** What a person types to call us again. */
  readonly commandName: string
}

/** What the configuration needs to know of the machine, beside the environment. */
export type ConfigSource = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly userFolder: string
  /** The script that node was started with. */
  readonly script: string
}

/** The settings of this process, from the environment it was started in. */
export function readConfig(source: ConfigSource): Config {
  const environment = environmentSchema.parse(source.environment)
  return {
    home: environment.CONSILIUM_HOME ?? join(dataFolder(environment, source), 'consilium'),
    colour: colourOf(environment),
    isDebugging: environment.CONSILIUM_DEBUG !== null,
    commandName: environment.npm_command !== null || basename(source.script) !== 'consilium' ? 'npx consilium' : 'consilium',
  }
}

type Environment = z.infer<typeof environmentSchema>

function dataFolder({ XDG_DATA_HOME, LOCALAPPDATA }: Environment, { platform, userFolder }: ConfigSource): string {
  switch (platform) {
    case 'darwin': return join(userFolder, 'Library', 'Application Support')
    case 'win32': return LOCALAPPDATA ?? join(userFolder, 'AppData', 'Local')
    default: return XDG_DATA_HOME !== null && isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : join(userFolder, '.local', 'share')
  }
}

function colourOf({ NO_COLOR, FORCE_COLOR, TERM }: Environment): Config['colour'] {
  if (NO_COLOR !== null) return 'never'
  if (FORCE_COLOR !== null) return FORCE_COLOR === '0' ? 'never' : 'always'
  return TERM === 'dumb' ? 'never' : 'on-a-terminal'
}
