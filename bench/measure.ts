import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const COMMAND = fileURLToPath(new URL('../dist/consilium.js', import.meta.url))

/** One run of the built command as a process of its own: wall time, and the most memory it ever held. */
export type ProcessRun = { readonly milliseconds: number; readonly megabytes: number; readonly stdout: string }

/** Has the child write its own peak (`maxRSS`, kilobytes on every platform Node knows) to descriptor 3 as it ends. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent("import{writeSync}from'node:fs';process.on('exit',()=>{writeSync(3,String(process.resourceUsage().maxRSS))})")}`

/** Runs `consilium` with these words on this Node; rejects when it fails. */
export async function runCommand(words: readonly string[]): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--import', TELL_PEAK, COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    const [, stdout, stderr, peak] = child.stdio.map((stream) => collect(stream))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve({ milliseconds: performance.now() - started, megabytes: Number(peak?.text) / 1024, stdout: stdout?.text ?? '' })
      else reject(new Error(`consilium ${words[0] ?? ''} ended with ${String(code)}: ${stderr?.text ?? ''}${stdout?.text ?? ''}`))
    })
  })
}

function collect(stream: unknown): { text: string } {
  const collected = { text: '' }
  if (isReadable(stream)) stream.setEncoding('utf8').on('data', (text: string) => { collected.text += text })
  return collected
}

function isReadable(stream: unknown): stream is NodeJS.ReadableStream {
  return typeof stream === 'object' && stream !== null && 'read' in stream
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this proportion of the values lies (nearest rank). */
export function quantile(values: readonly number[], proportion: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * proportion))] ?? Number.NaN
}
