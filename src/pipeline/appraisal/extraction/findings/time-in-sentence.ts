const TIME = /\b(?:at|after|by|over|within|during|for|to)\s(?:the\s)?(?:(?:end of\s)?(?<unitFirst>week|month|year|day)s?\s(?<numberLast>\d{1,3})|(?<number>\d{1,3}(?:\.\d+)?)[-\s](?<unit>hour|day|week|month|year)s?)\b/iu
const MONTHS: Readonly<Record<string, number>> = { hour: 12 / (365.25 * 24), day: 12 / 365.25, week: 84 / 365.25, month: 1, year: 12 }

/** The time point a sentence names ("at 12 weeks", "after 2 years"), in months; null when it names none. */
export function timeInSentence(text: string): number | null {
  const groups = TIME.exec(text)?.groups
  const number = Number(groups?.['number'] ?? groups?.['numberLast'])
  const unit = MONTHS[(groups?.['unit'] ?? groups?.['unitFirst'] ?? '').toLowerCase()]
  return groups === undefined || unit === undefined || !(number > 0) ? null : Number((number * unit).toPrecision(4))
}
