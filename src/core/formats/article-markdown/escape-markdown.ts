import { plainLine } from './plain-line.ts'

/**
 * Text from outside as Markdown that shows exactly that text and can never become markup: no emphasis, heading, list,
 * link, image, table cell, HTML, entity, formula or automatic link (CommonMark 0.31 and the GitHub extensions).
 * Punctuation that is harmless where it stands is left alone, so that numbers and sentences stay readable as source.
 */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replaceAll(/[\\`*_[\]<>|~$]/gu, String.raw`\$&`)
    .replaceAll(/&(?=#|[a-z])/giu, String.raw`\&`)
    // GitHub links bare addresses by itself.
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\.|@/giu, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`)
    .replace(/^(?=[#+=-])/u, '\\')
}
