import { childOf, childrenOf, cleanDoi, cleanPmid, rawTextOf, tidy, type StateChange, type XmlElement } from '../pubmed/index.ts'
import type { Source } from '../../model/index.ts'

/** JATS `related-article-type` on the article that a notice is about. */
const ABOUT_ITSELF: Readonly<Record<string, StateChange['state']>> = {
  'retraction-forward': 'retracted',
  'retracted-by': 'retracted',
  'correction-forward': 'corrected',
  'concern-forward': 'expression-of-concern',
  'expression-of-concern': 'expression-of-concern',
}
/** And on the notice itself. */
const ABOUT_ANOTHER: Readonly<Record<string, StateChange['state']>> = {
  'retracted-article': 'retracted',
  'corrected-article': 'corrected',
  'object-of-concern': 'expression-of-concern',
}

export type JatsState = { readonly retraction: Source['retraction']; readonly notices: readonly StateChange[] }

/**
 * Retraction and correction: what the article says of itself (a forward link, or a title that says "Retracted"), and
 * what it says about another when it is a notice. Only a notice that names a PMID can be applied.
 */
export function readState(article: XmlElement, title: string, pmid: string | null): JatsState {
  const related = childrenOf(childOf(article, 'front', 'article-meta'), 'related-article')
  let retraction: Source['retraction'] = /^\W*(?:retracted(?: article)?|withdrawn)\b\W/i.test(title)
    ? { state: 'retracted', notice: 'The title says that the article was retracted.' }
    : { state: 'none', notice: null }
  const notices: StateChange[] = []
  for (const link of related) {
    const type = link.attributes['related-article-type'] ?? ''
    const own = ABOUT_ITSELF[type]
    const notice = [type.replaceAll('-', ' '), linkTarget(link)].filter((part) => part !== '').join(': ')
    if (own !== undefined && (retraction.state === 'none' || own === 'retracted')) retraction = { state: own, notice }
    const other = ABOUT_ANOTHER[type]
    const targetPmid = link.attributes['ext-link-type'] === 'pmid' || link.attributes['ext-link-type'] === 'pubmed' ? cleanPmid(link.attributes['xlink:href']) : null
    if (other !== undefined && targetPmid !== null) notices.push({ targetPmid, state: other, notice: `${title}${pmid === null ? '' : ` (PMID ${pmid})`}` })
  }
  return { retraction, notices }
}

function linkTarget(link: XmlElement): string {
  const href = link.attributes['xlink:href'] ?? ''
  const words = tidy(rawTextOf(link))
  return [words, cleanDoi(href) === null ? href : `doi ${href}`].filter((part) => part !== '').join(' ')
}
