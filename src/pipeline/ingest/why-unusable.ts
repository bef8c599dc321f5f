import type { Source } from '../../core/model/index.ts'

/** Why a parsed source must not be kept, or null. A parser that gets its offsets wrong is caught here, not in a quote. */
export function whyUnusable(source: Source): string | null {
  if (source.text.trim() === '') return `${source.id} has no text. Leave it out.`
  if (source.text !== source.text.normalize('NFC')) return `${source.id}: its text is not in Unicode normal form C. Please report this as a defect.`
  let at = 0
  for (const section of source.sections) {
    if (section.start < at || section.end < section.start || section.end > source.text.length) return `${source.id}: section "${section.title}" lies outside the text. Please report this as a defect.`
    at = section.end
  }
  return null
}
