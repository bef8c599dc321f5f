import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type CommandResult = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly stdout: string; readonly stderr: string }

export const REPOSITORY = join(import.meta.dirname, '..', '..')

/** Runs the built command as a process of its own, as a user would. `killAfterMs` ends it with SIGKILL. */
export async function runCommand(args: readonly string[], options: { readonly killAfterMs?: number; readonly environment?: Readonly<Record<string, string>> } = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(REPOSITORY, 'dist', 'consilium.js'), ...args], { env: { ...process.env, NO_COLOR: '1', ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (stderr += text))
    const timer = options.killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), options.killAfterMs)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (timer !== null) clearTimeout(timer)
      resolve({ code, signal, stdout, stderr })
    })
  })
}
