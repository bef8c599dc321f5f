import { statedBy, statedInMetadata, type DocumentView } from '../document-view.ts'
import type { Stated } from '../types.ts'

const CONFLICT = /\b(?:compet(?:ing|itive) (?:financial )?interests?|conflicts? of interests?|dualit(?:y|ies) of interest|disclosures?:)/i
const NONE = /\b(?:no|not|none|nil|nothing)\b/i

/** What the authors declare, and whether they declare that there is nothing. */
export function conflictStatement(view: DocumentView): { readonly statement: Stated<string> | null; readonly declaresNone: boolean | null } {
  const note = view.source.conflictsOfInterest
  const sentence = note === null ? view.sentences.find(({ text, role }) => (role === 'other' || role === 'results') && CONFLICT.test(text)) : undefined
  const statement = note !== null ? statedInMetadata(view, note, note) : sentence === undefined ? null : statedBy(view, sentence.text, sentence)
  return { statement, declaresNone: statement === null ? null : declaresNone(statement.quote) }
}

/** "None declared", "no competing interests"; a statement that names ties for some authors declares them. */
function declaresNone(words: string): boolean {
  const ties = /\b(?:received|has been|is an? (?:employee|consultant|shareholder|member)|employees? of|consult\w+|honorari\w+|speaker|advisory|salary|(?:part-)?funded (?:by|through)|fees from|grants? from|stock)\b/i
  return NONE.test(words) && !ties.test(words.replace(/\b(?:no|not|nor|any)\b[^.;]*/gi, ''))
}
