import { describe, expect, it } from 'vitest'
import { progressLine } from './progress-line.ts'
import { openTerminal } from './terminal.ts'

function terminalThat(isTTY: boolean): { written: () => string; terminal: ReturnType<typeof openTerminal> } {
  let text = ''
  return { written: () => text, terminal: openTerminal({ stdout: { write: () => undefined, columns: 40 }, stderr: { write: (more) => { text += more }, isTTY }, colour: 'never' }) }
}

describe('progressLine', () => {
  it('writes over itself, cut to the window, and leaves nothing behind', () => {
    const { written, terminal } = terminalThat(true)
    let now = 0
    const line = progressLine(terminal, () => now)
    line.show('a'.repeat(80))
    now = 20
    line.show('too soon to be seen')
    now = 200
    line.show('later')
    line.clear()
    line.clear()
    expect(written()).toBe(`\r\u001B[2K${'a'.repeat(39)}\r\u001B[2Klater\r\u001B[2K`)
  })

  it('says nothing where nobody watches', () => {
    const { written, terminal } = terminalThat(false)
    progressLine(terminal).show('working')
    expect(written()).toBe('')
  })
})
