import type { Source } from '../model/index.ts'

/** How a source is called in a sentence: the trial's name, the organization, else the first author. */
export function nameSource(source: Source): string {
  if (source.studyName !== null) return source.studyName
  if ((source.kind === 'guideline' || source.kind === 'policy' || source.kind === 'label') && source.organization !== null) return source.organization
  const author = source.authors[0]
  if (author !== undefined) {
    const surname = author.replace(/ [A-Z]{1,4}$/, '')
    return source.authors.length > 1 || source.authorsEtAl ? `${surname} and colleagues` : surname
  }
  return source.organization ?? (source.journal === null ? 'A report' : `A report in ${source.journal}`)
}
