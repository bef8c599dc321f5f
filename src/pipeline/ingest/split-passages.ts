import { passageId, type Passage, type Section, type Source } from '../../core/model/index.ts'
import { sentenceEnds } from './sentence-ends.ts'

/** A passage is closed once it has this many characters: a paragraph or so, enough for its words to explain each other. */
export const PASSAGE_AIM_CHARACTERS = 500
/** And never grows beyond this unless one sentence (or one table row) is longer. */
export const PASSAGE_MOST_CHARACTERS = 1200
/** A single sentence or row beyond this is cut at a space: it is no sentence. */
export const PASSAGE_HARD_CHARACTERS = 4000

type Range = { readonly start: number; readonly end: number }

/**
 * Cuts a source's text into passages, the unit of search and citation: `text` is always `source.text.slice(start, end)`.
 *
 * A passage never crosses a section. Long texts are cut between paragraphs, else between sentences, into passages of
 * about 500 to 1200 characters. A record gives one passage a line, because each of its lines states one fact. A table
 * stands apart, cut between rows when it is long. Headings belong to no section and to no passage.
 */
export function splitPassages(source: Source): Passage[] {
  return source.sections.flatMap((section) => rangesOf(source, section).map(({ start, end }) => ({
    id: passageId(source.id, start, end),
    sourceId: source.id,
    start,
    end,
    section: section.title,
    text: source.text.slice(start, end),
  })))
}

function rangesOf(source: Source, section: Section): Range[] {
  const lines = linesIn(source.text, section)
  if (source.textKind === 'record') return lines
  if (section.kind === 'title') return lines.slice(0, 1).map(({ start }) => trimmed(source.text, { start, end: section.end }))
  const units = section.kind === 'table' ? lines : lines.flatMap((line) => (length(line) <= PASSAGE_MOST_CHARACTERS ? [line] : sentencesIn(source.text, line)))
  return joined(units.flatMap((unit) => hardCut(source.text, unit)).map((unit) => trimmed(source.text, unit))).filter((range) => length(range) > 0)
}

/** Lines of a section that have words, without the white space around them. */
function linesIn(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = []
  for (let at = start; at < end;) {
    const next = text.indexOf('\n', at)
    const stop = next < 0 || next > end ? end : next
    const line = trimmed(text, { start: at, end: stop })
    if (length(line) > 0) lines.push(line)
    at = stop + 1
  }
  return lines
}

function sentencesIn(text: string, line: Range): Range[] {
  let from = line.start
  return sentenceEnds(text.slice(line.start, line.end)).map((end) => {
    const range = { start: from, end: line.start + end }
    from = range.end
    return range
  })
}

/** Cuts at the last space before the limit; inside a word without spaces, between characters and never inside one. */
function hardCut(text: string, range: Range): Range[] {
  const pieces: Range[] = []
  let start = range.start
  while (range.end - start > PASSAGE_HARD_CHARACTERS) {
    const space = text.lastIndexOf(' ', start + PASSAGE_HARD_CHARACTERS)
    let end = space > start ? space + 1 : start + PASSAGE_HARD_CHARACTERS
    if (/[\uDC00-\uDFFF]/.test(text.charAt(end))) end -= 1
    pieces.push({ start, end })
    start = end
  }
  return [...pieces, { start, end: range.end }]
}

/** Joins neighbours while the result stays within the limit and the passage has not reached its aim. */
function joined(units: readonly Range[]): Range[] {
  const passages: Range[] = []
  for (const unit of units) {
    const last = passages.at(-1)
    if (last !== undefined && length(last) < PASSAGE_AIM_CHARACTERS && unit.end - last.start <= PASSAGE_MOST_CHARACTERS) passages[passages.length - 1] = { start: last.start, end: unit.end }
    else passages.push(unit)
  }
  return passages
}

function trimmed(text: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return { start: from, end: to }
}

function length({ start, end }: Range): number {
  return end - start
}
