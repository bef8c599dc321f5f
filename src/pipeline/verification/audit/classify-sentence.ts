import type { Vocabulary } from '../../../core/terminology/index.ts'
import { readQuantities } from '../meaning/index.ts'
import type { PageClaim } from './types.ts'

/** One person's file: a request, an authorisation, a chart; dates and decisions on it. */
const CASE = /\b(?:the|this|our) (?:patient|member|claimant|enrollee|insured|request|requesting|applicant|appeal|chart|file)\b(?!s?\b (?:with|who|should|may|can))|\b(?:prior|previous|earlier|existing) authori[sz]ation\b|\b(?:her|his|your) (?:request|claim|chart|MRI|imaging|physician|surgeon|records?|authori[sz]ation|medication list|notes)\b|\bwas (?:denied|submitted|received|faxed) (?:on|in|by)\b|\b(?:member|policy|claim|case) (?:ID|number)\b|\bthe (?:submitted|attached|enclosed) (?:records?|notes?|documents?|imaging|chart)|\b(?:is|was) a \d{1,3}-year-old\b|\b\p{Lu}\p{Ll}+, (?:an?|the|our) \d{1,3}-year-old\b|\b(?:[Mm]y|[Oo]ur|[Yy]our) (?:neighbou?r|friend|colleague|client|patient|uncle|aunt|cousin)(?: \p{Lu}\p{Ll}+)?,? (?:aged )?\d{1,3},|\b(?:a )?(?:patient|client) of (?:ours|mine|our (?:clinic|practice|hospital))\b|\bpresent(?:s|ed) with\b|\bwe (?:received|reviewed) (?:your|the)\b|^(?:His|Her|My|Your (?:own|last|latest|recent))\s(?:[\w-]+\s){1,6}(?:was|is|were|showed|shows|had|has|came|comes|stood|stands|read|reads|measured|measures|fell|rose|dropped|went)\b|\b(?:your|his|her|my|our) (?:father|mother|son|daughter|husband|wife|partner|brother|sister|neighbour|friend|aunt|uncle|grandmother|grandfather)(?:['’]s\b[^.;]{0,40}\b(?:was|were|came|stood|showed|fell|rose|measured)\b|\b[^.;]{0,40}\b(?:is|was|has|had) (?:an? )?\d)/iu
const ADVICE = /^(?:please |always |never )?(?:ask|talk|speak|discuss|consult|seek|call|contact|bring|consider|check|tell|make sure|remember|keep|see|use|avoid|do not|don't|stop|start|review|document|confirm|weigh|read|note)\b|\b(?:you|patients|clinicians|readers|people) should (?:talk|ask|discuss|speak|consult|seek|always|bring|check|not rely)|\bshould (?:talk|discuss|speak|consult|ask)\b|\bnot (?:a substitute for|medical advice|intended)|\btalk (?:to|with) (?:your|a)\b|\?$/i
const DEFINITION = /^(?:an?|the)?\s*[\p{L}\p{N}\s,'’()/-]{2,80}?\s(?:is|are|means?|refers? to|stands? for|is defined as|is called|describes?)\s(?:an?|the|any|when|how|one of|defined|called|short for|made|used)\b/iu
const GUIDANCE = /\b(?:guideline|guidance|recommendation|recommend|recommends|recommended|recommending|advis(?:e|es|ed)|endors\w+|society|societies|task force|panel|committee|academy|college|policy|policies|coverage|covers?|covered|insurers?|payers?|plans?|Medicare|FDA|EMA|licen[sc]\w+|clear(?:ed|ance)|approv\w+|position)\b/i
const EVIDENTIAL = /\b(?:trials?|studies|study|randomi[sz]ed|cohort|meta-analysis|review|pooled|placebo|sham|compared|versus|evidence|participants|patients in|hazard|odds|risk ratio|per cent|percent)\b|%/i

/** What kind of statement a sentence is; only evidence and guideline claims are held against the literature. */
export function classifySentence(vocabulary: Vocabulary, text: string): PageClaim['kind'] {
  if (CASE.test(text) && !/\b(?:trials?|studies|guidelines?|randomi[sz]ed)\b/i.test(text)) return 'case-fact'
  const hasBody = vocabulary.recogniseBodies(text).length > 0
  if (ADVICE.test(text) && !hasBody && readQuantities(text).length === 0 && !EVIDENTIAL.test(text)) return 'advice'
  if (hasBody && (GUIDANCE.test(text) || /\b(?:silent|says?|calls?|states?|against|for|not mention|address|experimental|investigational|unproven|class|grade)\b/i.test(text))) return 'guideline'
  if (/\b(?:guidelines?|guidance|recommendations?|task force|position statement|insurers?|payers?|coverage)\b/i.test(text) && GUIDANCE.test(text)) return 'guideline'
  if (DEFINITION.test(text) && !/^(?:that|this|those|these|such)\b/i.test(text) && readQuantities(text).length === 0 && !EVIDENTIAL.test(text)) return 'definition'
  return 'evidence'
}
