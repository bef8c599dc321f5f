import { tidy } from '../pubmed/index.ts'

/** Front matter of a Markdown file: simple `key: value` lines, lists as `[a, b]` or `- a` lines. Keys in lower case. */
export type FrontMatter = Readonly<Record<string, readonly string[]>>

/** Splits a document into its front matter and its body; a document without one has none. */
export function splitFrontMatter(text: string): { readonly facts: FrontMatter; readonly body: string } {
  const match = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)
  if (match === null) return { facts: {}, body: text }
  const facts: Record<string, string[]> = {}
  let key = ''
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    const [, name, value] = /^([A-Za-z][\w -]{0,40}):\s*(.*)$/.exec(line) ?? []
    if (item !== undefined && key !== '') facts[key] = [...(facts[key] ?? []), unquoted(item)]
    else if (name !== undefined && value !== undefined) {
      key = name.toLowerCase()
      facts[key] = valuesIn(value)
    }
  }
  return { facts, body: text.slice(match[0].length) }
}

function valuesIn(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1]
  return (list === undefined ? [value] : list.split(',')).map((part) => unquoted(part)).filter((part) => part !== '')
}

function unquoted(value: string): string {
  return tidy(value.trim().replace(/^(["'])(.*)\1$/, '$2'))
}
