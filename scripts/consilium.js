#!/usr/bin/env node
// Copied to dist/ as the command `consilium`. Plain JavaScript that any Node since 16 can read: it starts the program on
// the Node that it needs, the one at hand or the one that the npm package `node` brought.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const NEEDED = 24
const isSupported = Number(process.versions.node.split('.')[0]) >= NEEDED

if (isSupported) {
  // Keeps compiled code between runs: a third of the start-up.
  if (typeof module.enableCompileCache === 'function') module.enableCompileCache()
  const { run } = await import('./main.js')
  await run()
} else {
  const brought = findBroughtNode()
  if (brought === null || process.env.CONSILIUM_RESTARTED !== undefined) complain()
  else restartOn(brought)
}

function findBroughtNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

function restartOn(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, CONSILIUM_RESTARTED: '1' } })
  // Ctrl-C reaches the child by itself; it decides what to do, and we end with it.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', complain)
  child.on('exit', (code, signal) => {
    process.removeAllListeners('SIGINT')
    if (signal === null) process.exitCode = code === null ? 1 : code
    else process.kill(process.pid, signal)
  })
}

function complain() {
  const message = `Consilium needs Node ${NEEDED} or newer; this is ${process.version}.`
  const remedy = 'Run npm install in its folder with install scripts allowed for the package "node" (it brings Node 24), or install Node 24 from https://nodejs.org.'
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code: 'internal', message, remedy } })}\n`)
  else process.stderr.write(`${message}\n${remedy}\n`)
  process.exitCode = 1
}
