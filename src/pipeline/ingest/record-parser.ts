import { z } from 'zod'
import { checkRecord, evidenceRecordSchema, renderRecord } from '../../core/formats/record/index.ts'
import type { ParsedItem, PushParser } from '../../core/formats/pubmed/index.ts'

/** The longest record line read, in UTF-16 units; real ones are a few thousand. */
export const MAX_RECORD_LINE_CHARACTERS = 64_000_000

/**
 * Reads evidence records, one JSON object a line. A line that is no record, or whose numbers contradict each other, is
 * told with its line and place, and the rest goes on. A line beyond the limit is passed over without being kept.
 */
export class RecordParser implements PushParser {
  readonly stopped = false
  #pieces: string[] = []
  #length = 0
  #line = 1

  write(text: string): readonly ParsedItem[] {
    const items: ParsedItem[] = []
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, end))
      items.push(...this.#finish())
      from = end + 1
    }
    this.#keep(text.slice(from))
    return items
  }

  end(): readonly ParsedItem[] {
    return this.#finish()
  }

  #keep(piece: string): void {
    this.#length += piece.length
    if (this.#length > MAX_RECORD_LINE_CHARACTERS) this.#pieces = []
    else if (piece !== '') this.#pieces.push(piece)
  }

  #finish(): ParsedItem[] {
    const line = this.#pieces.join('')
    const tooLong = this.#length > MAX_RECORD_LINE_CHARACTERS
    const place = `line ${this.#line}`
    this.#pieces = []
    this.#length = 0
    this.#line += 1
    if (tooLong) return [{ kind: 'skipped', reason: `${place}: longer than ${MAX_RECORD_LINE_CHARACTERS} characters. A record is one JSON object of a few thousand.` }]
    return line.trim() === '' ? [] : [readRecord(line, place)]
  }
}

function readRecord(line: string, place: string): ParsedItem {
  let value: unknown
  try {
    // Every text is brought into NFC before offsets are counted.
    value = JSON.parse(line.replace(/^\uFEFF/, ''), (_key, member: unknown) => (typeof member === 'string' ? member.toWellFormed().normalize('NFC') : member))
  } catch {
    return { kind: 'skipped', reason: `${place}: it is not JSON. Each line must be one JSON object.` }
  }
  const result = evidenceRecordSchema.safeParse(value)
  if (!result.success) {
    const id = z.object({ id: z.string() }).safeParse(value)
    const issues = result.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
    const more = result.error.issues.length > 3 ? ` (and ${result.error.issues.length - 3} more)` : ''
    return { kind: 'skipped', reason: `${place}${id.success ? ` (${id.data.id.slice(0, 80)})` : ''}: ${issues.join('; ')}${more}. Correct the record; the format is described in the library's README.` }
  }
  const problems = checkRecord(result.data)
  if (problems.length > 0) return { kind: 'skipped', reason: `${place} (${result.data.id}): ${problems.map((problem) => `${problem.place}: ${problem.message}`).join('; ')}. Correct the record.` }
  return { kind: 'source', source: renderRecord(result.data), notices: [] }
}
