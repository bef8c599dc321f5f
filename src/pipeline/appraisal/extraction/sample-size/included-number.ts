import type { Span } from '../../../../core/model/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { speaksOfAnother } from './allocation-verbs.ts'
import { peopleCounts, type PeopleCount } from './people-counts.ts'

const ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'results', 'methods', 'other', 'figure', 'abstract-conclusion']
/** Who came in, before who stayed to the end: the second list is asked only where the first finds nobody. */
const CAME_IN = /\b(?:participated|enroll?ed|recruited|accrued|included|took part|(?:were|we) (?:studied|assigned|allocated|divided|selected|entered|randomi[sz]ed)|entered|volunteered|assigned|allocated|cohort of|study (?:in|of|on|with|sample|population)|trial (?:in|of|on|with)|sample of|consisted of|comprised|in (?:a )?(?:random|crossover)|consented|(?:provided|gave) (?:their )?(?:written |informed |signed )*consent|met (?:all |the |our )*(?:inclusion|eligibility|study|entry)? ?criteria)\b/i
const WERE = /\b(?:were|was|had|undergoing|underwent|with|aged)\b/i
const STAYED = /\b(?:analy[sz]ed|assessed|evaluated|reviewed|followed|identified|treated|completed|underwent|performed|received|review of|studied in|scheduled|prospectively|had|with)\b/i

/** Not "groups of 27", "6 patients of 1,228", "leaving 56", or those of a step before the study. */
function isWhole(text: string, { kind, value, start, end, phraseEnd }: PeopleCount): boolean {
  const metCriteria = kind === 'bare' && /^ met\b/.test(text.slice(end, end + 6))
  if ((kind !== 'people' && !metCriteria) || value < 4) return false
  if (/\b(?:each|per|every|age[ds]?|groups? of|of the|of|from|leaving|remaining|other|another|excluding|excluded)[ ,]*$/i.test(text.slice(Math.max(0, start - 14), start)) && !/\b(?:total|number|sample|cohort|population|trial|study|consisted|series|composed|comprised|data|records) (?:of|from) *$/i.test(text.slice(Math.max(0, start - 24), start))) return false
  const before = text.slice(0, start)
  if (/\d,? and $/.test(before)) return false
  if (before.lastIndexOf('(') > before.lastIndexOf(')') && !/\(\s*[nN]\s*=\s*$/.test(before)) return false
  if (/\b(?:[Gg]roup|[Aa]rm) (?:[A-Z\d]+|\w+)\b[^.;]{0,25}$/.test(before) && /\b(?:consisted|included|comprised|contained|with|of|had)\s*$/.test(before)) return false
  const after = text.slice(phraseEnd, phraseEnd + 160)
  if (/^ (?:(?:out )?of (?:the |a total of )?\d|each\b)/.test(after) || /^[^;.]{0,140}\bwere (?:screened|assessed for)\b/.test(after)) return false
  return !/^[^,;.]{0,40}\b(?:were (?:excluded|invited|approached|contacted|not)|refused|declined|preliminary|withdrew|dropped|per group|in each|in (?:[Aa]rm|[Gg]roup) [A-Z\d])\b/.test(after)
}

/** "Eight patients received 2,000 IU and ten patients received 4,000 IU": the groups together. */
function treatedGroups(text: string): { readonly value: number; readonly start: number; readonly end: number } | null {
  const treated = peopleCounts(text).filter(({ kind, phraseEnd }) => kind === 'people' && /^ (?:\w+ )?(?:received|were treated|were given|were assigned|were in the)\b/i.test(text.slice(phraseEnd, phraseEnd + 30)))
  const [first] = treated
  const last = treated.at(-1)
  if (first === undefined || last === undefined || treated.length < 2) return null
  return { value: treated.reduce((sum, { value }) => sum + value, 0), start: first.start, end: last.phraseEnd }
}

/** How many came in, where no sentence counts those randomized; those who were analysed in the end are not they. */
export function enrolledNumber(sentences: readonly ArticleSentence[]): ReturnType<typeof includedNumber> {
  const own = sentences.filter(({ text }) => !/\bpooled\b/i.test(text))
  return firstCount(own, CAME_IN) ?? firstCount(own.filter(({ role, text }) => (role === 'abstract' || role === 'methods') && !/\b(?:analy[sz]ed|completed|evaluated|excluded)\b/i.test(text)), WERE)
}

/** How many people were included, from the first plain statement in abstract, results or methods. */
export function includedNumber(sentences: readonly ArticleSentence[]): { readonly value: number; readonly span: Span } | null {
  return firstCount(sentences, CAME_IN) ?? firstCount(sentences.filter(({ role }) => role === 'abstract' || role === 'methods'), WERE) ?? firstCount(sentences, STAYED)
}

function firstCount(sentences: readonly ArticleSentence[], words: RegExp): { readonly value: number; readonly span: Span } | null {
  for (const role of ROLES) {
    for (const sentence of sentences) {
      if (sentence.role !== role || !words.test(sentence.text) || speaksOfAnother(sentence.text)) continue
      const count = peopleCounts(sentence.text).find((found) => isWhole(sentence.text, found))
      const groups = treatedGroups(sentence.text)
      if (groups !== null) return { value: groups.value, span: { start: sentence.start + groups.start, end: sentence.start + groups.end } }
      if (count !== undefined) return { value: count.value, span: { start: sentence.start + count.start, end: sentence.start + count.end } }
    }
  }
  return null
}
