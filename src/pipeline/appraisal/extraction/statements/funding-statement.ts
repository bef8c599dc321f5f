import { classifyFunding } from '../../../../core/formats/pubmed/index.ts'
import type { Section, Source } from '../../../../core/model/index.ts'
import { splitSentences } from '../../sentences/index.ts'
import { statedAt, statedInMetadata, type DocumentView } from '../document-view.ts'
import type { Stated } from '../types.ts'

/** Words by which a report tells who paid for it or for its authors' time, or that nobody did. */
const PAID = new RegExp([
  String.raw`\b(?:study|work|trial|research|project|investigation|paper|program(?:me)?|analys[ie]s|authors?|publication)\b[^.;]{0,60}\b(?:was|were|is|are|been)\b[^.;]{0,40}\b(?:funded|supported|sponsored|financed)\b`,
  String.raw`\b(?:financially |partly |partially |fully )?(?:funded|supported|sponsored|financed)(?: in part| partly)? (?:by|through|with|from) (?:an? |the )?(?:[\w’'&-]+ ){0,6}(?:grants?|funds?|funding|Foundation|Institutes?|Council|University|Ministry|Department|Inc|Ltd|Agency|Society|Fellowship|Hospital|Center|Centre|Pharma\w*|Program(?:me)?|Trust|Government|Commission|Union|Association|Board)`,
  String.raw`\b(?:grants?|funding|financial support|support|funds?|award|fellowship|scholarship)\b (?:\w+ ){0,5}(?:from|by|of) (?:the )?[A-Z]`,
  String.raw`\b(?:source|sources) of (?:support|funding)\b|\bno (?:specific |external |additional |financial |grant |outside )*(?:funding|grants?|support|sponsor\w*)\b|\bgrant (?:support|sponsor|number|no)\b`,
  String.raw`\b(?:recipient|holder) of (?:an? |the )?(?:[\w’'&/-]+ ){0,8}(?:fellowship|award|grant|scholarship)\b|\bFellow of the [A-Z]|\bsponsored (?:this|the) (?:study|trial)\b`,
  String.raw`\b(?:financial )?support (?:was|were|has been) (?:kindly |generously )?(?:provided|received|given|obtained|supplied) (?:by|from)\b|\bsalary (?:support|award)\b|\bthank\b[^.;]{0,120}\bfor (?:[\w-]+ )?(?:funding|financial)`,
].join('|'))
const CONFLICT = /\b(?:consult\w+|advisory board|speaker|honorari\w+|lecture fees|competing|conflicts? of interest|stock|shareholder|travel grants?)\b/i
const HELD_ELSEWHERE = /\b(?:funding bod|findings? (?:is|are|was) supported|supported by (?:previous|the (?:fact|finding|observation|result)|our|studies|evidence|data))/i

/**
 * Who paid, by the statement of the document: what its publisher marked as funding, else the first words outside
 * methods and results that say so. A conflict of interest is no funding of this work.
 */
export function fundingStatement(view: DocumentView): { readonly funding: Source['funding']; readonly statement: Stated<string> | null } {
  const { source } = view
  const note = source.fundingNote
  if (note !== null && !isOnlyConflict(note)) return { funding: source.funding === 'unclear' ? classifyFunding(note) : source.funding, statement: statedInMetadata(view, note, note) }
  const found = inText(view)
  return { funding: found === null ? source.funding : classifyFunding(found.quote), statement: found }
}

function isOnlyConflict(words: string): boolean {
  return CONFLICT.test(words) && !PAID.test(words)
}

/** Notes and acknowledgements first, then any sentence of the body, last to first: journals put it at the end. */
function inText(view: DocumentView): Stated<string> | null {
  const { text, source } = view
  const notes = source.sections.filter(({ kind }) => kind === 'other')
  const bodies = source.sections.filter(({ kind, title }) => (kind === 'body' && !/method|result|discussion|introduction|background/i.test(title)) || kind === 'facts' || kind === 'summary')
  const tails = source.sections.filter(({ kind }) => kind === 'body').slice(-2)
  const isOnConflicts = (section: Section): boolean => /conflict|competing|disclosure of interest/i.test(section.title)
  const sections = [...notes, ...bodies.toReversed(), ...tails]
  for (const section of [...sections.filter((each) => !isOnConflicts(each)), ...sections.filter((each) => isOnConflicts(each))]) {
    const titled = /\b(?:funding|financial support|sponsor|source of support|grant support)/i.test(section.title)
    for (const range of splitSentences(text, section)) {
      const sentence = text.slice(range.start, range.end)
      if (HELD_ELSEWHERE.test(sentence) || (isOnConflicts(section) && !/\b(?:study|work|research|trial|project)\b[^.;]{0,40}\b(?:funded|supported|sponsored)\b/i.test(sentence)) || (!titled && isOnlyConflict(sentence))) continue
      if (titled || PAID.test(sentence)) return statedAt(view, sentence, range)
    }
  }
  return null
}
