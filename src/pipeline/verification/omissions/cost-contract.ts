import { listed, nameSource } from '../../../core/text/index.ts'
import type { Requirement } from './kind-contract.ts'
import type { OmissionContext } from './types.ts'

/** What a cost result must state to be read (docs/methods/wording.md), with the words that show that it does. */
const PARTS: readonly { readonly name: string; readonly plain: string; readonly says: RegExp }[] = [
  { name: 'perspective', plain: 'whose cost was counted', says: /\b(?:perspective|payers?|societal|health[- ](?:care )?(?:system|sector)|medicare|NHS|insurer)\b/i },
  { name: 'country', plain: 'in which country', says: /\b(?:US|USA|United States|American|UK|United Kingdom|England|NHS|Medicare|Canad\w+|Australia\w*|German\w*|France|French|Dutch|Netherlands|Swed\w+|Norw\w+|Danish|Denmark|Spain|Spanish|Ital\w+|China|Chinese|Japan\w*)\b/ },
  { name: 'price year', plain: 'in the prices of which year', says: /\b(?:(?:19|20)\d\d (?:US |UK )?(?:dollars|pounds|euros|prices|values)|(?:price|currency|cost) year)\b/i },
  { name: 'horizon', plain: 'over how many years', says: /\b(?:horizon|lifetime|over \w+ years?|\d+[- ]years?)\b/i },
  { name: 'comparator', plain: 'against what', says: /\b(?:against|versus|compared|than)\b/i },
  { name: 'the trial that fed it', plain: 'on which study it stands', says: /\b(?:trial|randomi[sz]ed|study data|[A-Z]{4,})\b/ },
]

/** A cost question without a cost study is a gap told elsewhere; with one, what the study does not state is told by name. */
export function costContract({ synthesis: { appraisal } }: OmissionContext): readonly Requirement[] {
  const sources = [...new Set(appraisal.findings.filter(({ finding }) => finding.outcomeKind === 'cost').map(({ source }) => source))]
  return sources.flatMap((source) => {
    const text = `${source.text} ${source.evidence?.setting ?? ''} ${source.evidence?.comparator ?? ''} ${source.evidence?.population ?? ''}`
    const missing = PARTS.filter(({ says }) => !says.test(text))
    const name = nameSource(source)
    return [
      { isHeld: missing.length === 0, text: `For the cost in ${name}: ${listed(missing.map((part) => part.name))}`, why: 'what was read of it does not state it', plain: `What we read on the cost in ${name} does not say ${listed(missing.map(({ plain }) => plain))}.` },
      { isHeld: source.funding !== 'unclear', text: `Who paid for the cost study of ${name}`, why: 'it is not known', plain: `We do not know who paid for the cost study of ${name}.` },
    ]
  })
}
