import { articleBlocks, plainLine, type Block, type ReferenceBlock, type Sentence } from '../../../core/formats/article-markdown/index.ts'
import { assertNever, type Article, type Stance } from '../../../core/model/index.ts'
import type { Colours, Terminal } from '../terminal.ts'
import { renderTable } from './render-table.ts'
import { hang, textWidth, wrapWords } from './wrap-words.ts'

type Paper = Pick<Terminal, 'width' | 'paint'>

/** An article for a terminal: wrapped, with marks beside every colour, and no control character of any source. */
export function renderArticle(article: Article, paper: Paper): string {
  const blocks = articleBlocks(article)
  const lines = blocks.flatMap((block, index) => [...(isApart(blocks[index - 1], block) ? [''] : []), ...renderBlock(block, paper)])
  return `${lines.join('\n')}\n`
}

/** A blank line before every block, but for references of one group and what follows a small heading. */
function isApart(before: Block | undefined, block: Block): boolean {
  if (before === undefined) return false
  if (block.kind === 'reference') return before.kind !== 'heading' && before.kind !== 'reference'
  return before.kind !== 'heading'
}

function renderBlock(block: Block, { width, paint }: Paper): readonly string[] {
  switch (block.kind) {
    case 'alert': return hang('!! ', plainLine(block.text), width).map((line) => paint.bold(paint.red(line)))
    case 'banner': return wrapWords(plainLine(block.text), width).map((line) => paint.yellow(line))
    case 'title': return titleLines(plainLine(block.text), width, paint)
    case 'verdict': return verdictLines(block, width, paint)
    case 'heading': return [block.level === 2 ? paint.bold(paint.cyan(plainLine(block.text))) : paint.bold(plainLine(block.text))]
    case 'paragraph': return wrapWords(block.sentences.map((sentence) => sentenceText(sentence)).join(' '), width).map((line) => dimCitations(line, paint))
    case 'list': return listLines(block, width, paint)
    case 'table': return tableLines(block, width, paint)
    case 'facts': return block.facts.flatMap(({ label, value }) => hang(`${plainLine(label)}: `, plainLine(value), width))
    case 'reference': return referenceLines(block, width, paint)
    case 'disclaimer': return [paint.dim('─'.repeat(Math.min(width, 60))), ...wrapWords(plainLine(block.text), width).map((line) => paint.dim(line))]
    default: return assertNever(block)
  }
}

function titleLines(title: string, width: number, paint: Colours): string[] {
  const lines = wrapWords(title, width)
  return [...lines.map((line) => paint.bold(line)), paint.dim('═'.repeat(Math.min(width, Math.max(...lines.map((line) => textWidth(line))))))]
}

/** A mark for each stance, so that none is told by colour alone. */
const STANCE_MARKS: Readonly<Record<Stance, string>> = {
  recommended: '✓', conditional: '◐', contested: '⇄', 'not-recommended': '✗', 'insufficient-evidence': '?', 'no-evidence': '○', 'not-a-decision': '–',
}

function verdictLines(block: Extract<Block, { kind: 'verdict' }>, width: number, paint: Colours): string[] {
  const tint = block.stance === 'recommended' ? paint.green : block.stance === 'not-recommended' ? paint.red : paint.yellow
  const certainty = block.certainty === null ? [] : hang('  ', `Certainty: ${block.certainty}${block.basis === null ? '' : ` (${plainLine(block.basis)})`}`, width)
  return [
    tint(paint.bold(`${STANCE_MARKS[block.stance]} ${block.label.toUpperCase()}`)),
    ...hang('  ', plainLine(block.headline), width).map((line) => paint.bold(line)),
    ...certainty,
  ]
}

function listLines({ ordered, items }: Extract<Block, { kind: 'list' }>, width: number, paint: Colours): string[] {
  return items.flatMap((item, index) => hang(ordered ? `${String(index + 1).padStart(2)}. ` : '  • ', sentenceText(item), width).map((line) => dimCitations(line, paint)))
}

function tableLines({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, width: number, paint: Colours): string[] {
  const table = { columns: columns.map((column) => plainLine(column)), rows: rows.map((row) => row.map((cell) => sentenceText(cell))) }
  return [
    ...(caption === null ? [] : wrapWords(plainLine(caption), width).map((line) => paint.italic(line))),
    ...renderTable(table, width, paint).map((line) => dimCitations(line, paint)),
  ]
}

function referenceLines({ n, sourceId, reference, notes }: ReferenceBlock, width: number, paint: Colours): string[] {
  const note = [...notes, `id: ${sourceId}`].map((text) => plainLine(text)).join('; ')
  const mark = (n === null ? '–' : `[${n}]`).padStart(4)
  const indent = ' '.repeat(mark.length + 1)
  return [...hang(`${mark} `, plainLine(reference), width), ...hang(indent, note, width).map((line) => paint.dim(line))]
}

/** Without spaces inside the brackets, so that a line never ends between two numbers. */
function sentenceText({ text, citations, fromCase, notes = [] }: Sentence): string {
  const parts = [plainLine(text), ...(fromCase === true ? ['(from the case)'] : []), ...(citations.length === 0 ? [] : [`[${citations.join(',')}]`]), ...(notes.length === 0 ? [] : [`(${plainLine(notes.join('; '))})`])]
  return parts.filter((part) => part !== '').join(' ')
}

function dimCitations(line: string, paint: Colours): string {
  return line.replaceAll(/\[\d+(?:,\d+)*\]/gu, (numbers) => paint.cyan(numbers))
}
