import type { Span } from '../../../../core/model/index.ts'
import type { ArticleSentence, SentenceRole } from '../../sentences/index.ts'
import { speaksOfAnother } from './allocation-verbs.ts'
import { peopleCounts } from './people-counts.ts'

const ROLES: readonly SentenceRole[] = ['abstract', 'abstract-results', 'results', 'methods', 'other', 'figure', 'abstract-conclusion']
const INCLUDED = /\b(?:participated|enroll?ed|recruited|included|took part|were (?:studied|assigned|allocated|divided|assessed|selected|analy[sz]ed|evaluated|reviewed|followed|identified|entered|treated|randomi[sz]ed)|completed|entered|underwent|performed|received|volunteered|assigned|allocated|cohort of|review of|studied in|study (?:in|of|on|with|sample|population)|trial (?:in|of|on|with)|sample of|consisted of|comprised|scheduled|prospectively|in (?:a )?(?:random|crossover))\b/i

/** How many people were included, from the first plain statement in abstract, results or methods. */
export function includedNumber(sentences: readonly ArticleSentence[]): { readonly value: number; readonly span: Span } | null {
  for (const role of ROLES) {
    for (const sentence of sentences) {
      if (sentence.role !== role || !INCLUDED.test(sentence.text) || speaksOfAnother(sentence.text)) continue
      const count = peopleCounts(sentence.text).find(({ kind, value, start }) => kind === 'people' && value >= 4 && !/\b(?:each|per|every|age[ds]?|groups? of|of the|from)[ ,]*$/i.test(sentence.text.slice(Math.max(0, start - 14), start)))
      if (count !== undefined) return { value: count.value, span: { start: sentence.start + count.start, end: sentence.start + count.end } }
    }
  }
  return null
}
