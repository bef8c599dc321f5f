/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** "a, b, c and 4 others": the first few by name, the rest as a number. */
export function listedUpTo(limit: number, items: readonly string[]): string {
  const rest = items.length - limit
  return rest <= 1 ? listed(items) : `${items.slice(0, limit).join(', ')} and ${rest} others`
}

/** The text with a full stop where it has no end of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
