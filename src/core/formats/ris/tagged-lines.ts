/** One field of a tagged citation: its tag and its value, continuation lines joined. */
export type TaggedField = { readonly tag: string; readonly value: string }

/**
 * Cuts tagged text into records. RIS: "TI  - …", a record ends with "ER  -". NBIB: "TI  - …" with the tag padded to
 * four characters, a record ends at an empty line before the next "PMID-". Continuation lines are indented.
 */
export function taggedRecords(text: string, ends: 'ER' | 'PMID'): TaggedField[][] {
  const records: TaggedField[][] = []
  let current: { tag: string; value: string }[] = []
  const finish = (): void => {
    if (current.length > 0) records.push(current)
    current = []
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const match = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/.exec(line)
    const [, tag, value] = match ?? []
    if (tag === undefined || value === undefined) {
      const last = current.at(-1)
      if (last !== undefined && line.trim() !== '') last.value += ` ${line.trim()}`
      continue
    }
    if (ends === 'ER' && tag === 'ER') {
      finish()
      continue
    }
    if (ends === 'PMID' && tag === 'PMID') finish()
    current.push({ tag, value: value.trim() })
  }
  finish()
  return records
}

/** All values of the tags, in order, empty ones left out. */
export function valuesOf(record: readonly TaggedField[], ...tags: readonly string[]): string[] {
  return record.filter(({ tag, value }) => tags.includes(tag) && value !== '').map(({ value }) => value)
}

/** The value of the first tag, by rank, that has one. */
export function valueOf(record: readonly TaggedField[], ...tags: readonly string[]): string {
  for (const tag of tags) {
    const value = record.find((field) => field.tag === tag && field.value !== '')?.value
    if (value !== undefined) return value
  }
  return ''
}
