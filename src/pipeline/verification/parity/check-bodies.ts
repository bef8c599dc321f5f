import { wrong } from './compare-told.ts'
import type { Wrong } from './types.ts'

/** Bodies that a list names: every one meant, and nobody else. */
export function bodiesWrong(said: string | undefined, names: readonly string[]): Wrong | null {
  const text = said ?? ''
  if (!names.every((name) => text.includes(name))) return wrong('dropped', 'leaves out a body')
  let rest = text
  for (const name of names.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(name, ' ')
  return /^(?:[\s,()]|\band\b)*$/.test(rest) ? null : wrong('changed', 'names another body')
}
