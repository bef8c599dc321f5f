import pc from 'picocolors'

/** The parts of a stream that a terminal needs; a test gives its own. */
export interface TextStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Colours = ReturnType<typeof pc.createColors>

/** Where a command writes: results to `out`, everything about the work itself to `note`. */
export interface Terminal {
  /** Columns to wrap at: the window's, and never more than a line the eye can follow. */
  readonly width: number
  /** Whether a person watches the results, or a file or another program takes them. */
  readonly isInteractive: boolean
  readonly isNoteInteractive: boolean
  readonly paint: Colours
  readonly paintNote: Colours
  out(text: string): void
  note(text: string): void
}

const WIDEST = 100
const NARROWEST = 40

/** Colour: `never` and `always` as NO_COLOR and FORCE_COLOR ask, else on a terminal alone. */
export type ColourWish = 'never' | 'always' | 'on-a-terminal'

/** The two output streams of the process, with the colours and the width that suit them. */
export function openTerminal({ stdout, stderr, colour }: { readonly stdout: TextStream; readonly stderr: TextStream; readonly colour: ColourWish }): Terminal {
  const isColoured = (stream: TextStream): boolean => colour === 'always' || (colour === 'on-a-terminal' && stream.isTTY === true)
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, windowOf(stdout))),
    isInteractive: stdout.isTTY === true,
    isNoteInteractive: stderr.isTTY === true,
    paint: pc.createColors(isColoured(stdout)),
    paintNote: pc.createColors(isColoured(stderr)),
    out: (text) => void stdout.write(text),
    note: (text) => void stderr.write(text),
  }
}

/** Some terminals say 0 when they do not know. */
function windowOf({ columns }: TextStream): number {
  return columns === undefined || columns === 0 ? WIDEST : columns
}
