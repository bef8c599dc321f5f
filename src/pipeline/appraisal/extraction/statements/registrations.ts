import { registrationsIn } from '../../../../core/formats/pubmed/index.ts'
import { statedAt, statedInMetadata, type DocumentView } from '../document-view.ts'
import type { Stated } from '../types.ts'

/** Registration numbers, at their first mention; they join reports into studies. */
export function statedRegistrations(view: DocumentView): Stated<string>[] {
  const numbers = [...new Set([...view.source.registrations, ...registrationsIn(view.text)])]
  return numbers.map((number) => {
    const digits = /[\d/-]{7,}(?=\D*$)/.exec(number)?.[0] ?? number
    const at = view.text.indexOf(digits)
    if (at < 0) return statedInMetadata(view, number, number)
    const prefix = /(?:[A-Za-z]{3,8}(?:-[A-Z]{2,5})?[ /:#-]{0,3}(?:No\.?:? )?)$/.exec(view.text.slice(Math.max(0, at - 16), at))?.[0] ?? ''
    return statedAt(view, number, { start: at - prefix.length, end: at + digits.length })
  })
}
