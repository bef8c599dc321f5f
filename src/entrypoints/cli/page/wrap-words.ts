/** Breaks a line at spaces so that none is wider than `width`; a word that is wider (an address) keeps its own line. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Columns a text takes: characters without those that are drawn on the one before. */
export function textWidth(text: string): number {
  return Array.from(text.normalize('NFC')).filter((character) => !/\p{M}/u.test(character)).length
}

/** Wraps text behind a first mark ("  • ") with the following lines under the text. */
export function hang(mark: string, text: string, width: number): string[] {
  const indent = ' '.repeat(textWidth(mark))
  return wrapWords(text, width - indent.length).map((line, index) => `${index === 0 ? mark : indent}${line}`)
}
