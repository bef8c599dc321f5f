/** A table from text: one row a study, with the line it stands on. */
export type TableRows =
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string }

const DELIMITERS = [',', ';', '\t'] as const

/** Reads CSV (RFC 4180: quotes, doubled quotes, line ends inside quotes) with commas, semicolons or tabs; empty lines are skipped. */
export function tableRows(text: string): TableRows {
  const clean = text.replace(/^\uFEFF/u, '')
  const heading = clean.split(/\r?\n/u).find((line) => line.trim() !== '') ?? ''
  const delimiter = DELIMITERS.toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ','
  const records: { line: number; cells: string[] }[] = []
  let [line, started] = [1, 1]
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = (): void => { cells.push(cell.trim()); cell = '' }
  const endRecord = (): void => {
    endCell()
    if (cells.some((value) => value !== '')) records.push({ line: started, cells })
    cells = []
  }
  for (let i = 0; i < clean.length; i += 1) {
    const character = clean.charAt(i)
    if (character === '\n') line += 1
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (clean.charAt(i + 1) === '"') { cell += '"'; i += 1 } else isQuoted = false
    } else if (character === '"' && cell.trim() === '') { cell = ''; isQuoted = true }
    else if (character === delimiter) endCell()
    else if (character === '\n') { endRecord(); started = line } else if (character !== '\r') cell += character
  }
  if (isQuoted) return { kind: 'unreadable', line: started, message: 'a quotation mark is opened and never closed' }
  endRecord()
  const [first, ...rows] = records
  if (first === undefined || rows.length === 0) return { kind: 'unreadable', line: 1, message: 'there is no row of numbers below a row of column names' }
  const wide = rows.find((row) => row.cells.length > first.cells.length)
  if (wide !== undefined) return { kind: 'unreadable', line: wide.line, message: `it has ${wide.cells.length} cells under ${first.cells.length} column names (decimals need a point, not a comma)` }
  const double = first.cells.find((name, i) => name !== '' && first.cells.indexOf(name) !== i)
  if (double !== undefined) return { kind: 'unreadable', line: first.line, message: `the column ${double} is there twice` }
  return { kind: 'rows', columns: first.cells, rows }
}
