import { assertNever, type Article } from '../../model/index.ts'
import { articleBlocks } from './article-blocks.ts'
import type { Block, ReferenceBlock, Sentence } from './block.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { linkTarget } from './link-target.ts'

/**
 * An article as Markdown (CommonMark with GitHub's tables). Every text that came from a question, a title or a quote
 * is escaped; citations are `[1]`, and each reference lists the exact words that the article rests on.
 */
export function articleToMarkdown(article: Article): string {
  return `${articleBlocks(article).map((block) => markdownOf(block)).join('\n\n')}\n`
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'alert': return `> **${escapeMarkdown(block.text)}**`
    case 'banner': return `> ${escapeMarkdown(block.text)}`
    case 'title': return `# ${escapeMarkdown(block.text)}`
    case 'verdict': return verdictLines(block)
    case 'heading': return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`
    case 'paragraph': return block.sentences.map((sentence) => sentenceText(sentence)).join(' ')
    case 'list': return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${sentenceText(item)}`).join('\n')
    case 'table': return tableText(block)
    case 'facts': return block.facts.map(({ label, value }) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(value)}`).join('\n')
    case 'reference': return referenceText(block)
    case 'disclaimer': return `---\n\n*${escapeMarkdown(block.text)}*`
    default: return assertNever(block)
  }
}

function verdictLines(block: Extract<Block, { kind: 'verdict' }>): string {
  const certainty = block.certainty === null ? [] : [`**Certainty: ${escapeMarkdown(block.certainty)}**${block.basis === null ? '' : ` (${escapeMarkdown(block.basis)})`}`]
  return [`**${escapeMarkdown(block.label)}.** ${escapeMarkdown(block.headline)}`, ...certainty].join('\n\n')
}

function sentenceText({ text, citations, fromCase, notes = [] }: Sentence): string {
  return [escapeMarkdown(text), ...(fromCase === true ? ['*(from the case)*'] : []), ...(citations.length === 0 ? [] : [`[${citations.join(', ')}]`]), ...(notes.length === 0 ? [] : [`(${escapeMarkdown(notes.join('; '))})`])].join(' ')
}

function tableText({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  return [
    ...(caption === null ? [] : [`*${escapeMarkdown(caption)}*\n`]),
    tableLine(columns.map((column) => escapeMarkdown(column))),
    tableLine(columns.map(() => '---')),
    ...rows.map((row) => tableLine(columns.map((_, index) => (row[index] === undefined ? '' : sentenceText(row[index]))))),
  ].join('\n')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Not a Markdown list: that would number the references anew, and a reference's number is what the text cites. */
function referenceText({ n, reference, link, notes, quotes }: ReferenceBlock): string {
  const number = n === null ? 'Not cited:' : `[${n}]`
  const note = notes.length === 0 ? '' : ` (${notes.map((text) => escapeMarkdown(text)).join('; ')})`
  return [`${number} ${linkedReference(reference, link)}${note}`, ...quotes.map((quote) => `- “${escapeMarkdown(quote)}”`)].join('\n')
}

/** The address at the end of a reference, as AMA has it, becomes the link; without one the link follows. */
function linkedReference(reference: string, link: string | null): string {
  const [, words = '', address = ''] = /^(.*\s)(doi:\S+|https?:\/\/\S+)$/su.exec(reference) ?? []
  if (address.startsWith('doi:') && link !== null) return `${escapeMarkdown(words)} [${escapeMarkdown(address)}](${link})`
  const target = linkTarget(address)
  if (target !== null) return `${escapeMarkdown(words)} <${target}>`
  return `${escapeMarkdown(reference)}${link === null ? '' : ` <${link}>`}`
}
