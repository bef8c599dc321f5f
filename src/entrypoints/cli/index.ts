export type { CliDependencies, Machine } from './dependencies.ts'
export { inspectMachine } from './inspect-machine.ts'
export { runCli } from './run-cli.ts'
export { openTerminal, type ColourWish, type Terminal, type TextStream } from './terminal.ts'
