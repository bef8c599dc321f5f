import type { Terminal } from './terminal.ts'

/** One line that is written over as work goes on; on anything but a terminal it says nothing. */
export type ProgressLine = { show(text: string): void; clear(): void }

/** Redrawing more often than the eye sees only slows the work. */
const MILLISECONDS_BETWEEN_DRAWINGS = 80

/** A line on stderr that tells how far an ingest is; silent where stderr is no terminal. */
export function progressLine(terminal: Terminal, now: () => number = () => performance.now()): ProgressLine {
  if (!terminal.isNoteInteractive) return { show: () => undefined, clear: () => undefined }
  let drawnAt = -Infinity
  let isDrawn = false
  return {
    show(text) {
      if (now() - drawnAt < MILLISECONDS_BETWEEN_DRAWINGS) return
      drawnAt = now()
      isDrawn = true
      terminal.note(`\r\u001B[2K${text.slice(0, terminal.width - 1)}`)
    },
    clear() {
      if (isDrawn) terminal.note('\r\u001B[2K')
      isDrawn = false
    },
  }
}
