const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** An ISO date as precise as its parts ("2018", "May" → "2018-05"), or null without a year. */
export function isoDate(year: string | undefined, month?: string, day?: string): string | null {
  const y = /\b(1[5-9]\d\d|2[01]\d\d)\b/.exec(year ?? '')?.[1]
  if (y === undefined) return null
  const m = monthNumber(month ?? '')
  if (m === null) return y
  const d = Number(day)
  return Number.isInteger(d) && d >= 1 && d <= 31 ? `${y}-${two(m)}-${two(d)}` : `${y}-${two(m)}`
}

/** A free MEDLINE date ("2018 May 17", "2000 Spring", "1998 Dec-1999 Jan") by its first parts. */
export function medlineDate(text: string): string | null {
  const [year, month, day] = text.trim().split(/[\s/-]+/)
  return isoDate(year, month, day)
}

function monthNumber(month: string): number | null {
  const byName = MONTHS.indexOf(month.trim().slice(0, 3).toLowerCase())
  if (byName >= 0) return byName + 1
  const number = Number(month)
  return month.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= 12 ? number : null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
