import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { readQuantities, type Meaning } from '../meaning/index.ts'
import { carriesOver } from './transferred.ts'
import type { Problem } from './types.ts'

/** Who took part: a sentence whose subject is the people of a study, or those whom its result is said to hold for. */
const STUDIED = /\b(?:participants|volunteers|enrol\w*|recruit\w*|randomi[sz]ed|took part|included|entered|studied|(?:done|carried out|conducted|tested|run) in|to get in|eligible|holds? for|fits?|applies to)\b|^(?:(?:since|as|because|all of|most of) )?(?:they|them|those|these|the (?:women|men|children|people|patients|infants|babies|adults))\b[^.;,]{0,30}\b(?:were|was|had|have|are)\b/i
const YOUNG = /\b(?:child(?:ren)?|school-?children|kids?|teen\w*|adolescents?|toddlers?|infants?|bab(?:y|ies)|newborns?|boys?|girls?)\b/i
const GROWN = /\b(?:adults?|grown-?ups?|middle-aged|elderly|pensioners?|older people)\b/i
const AT_LOW_RISK = /\b(?:low|average|normal|usual|ordinary)(?:er)?[- ]risk\b|\bat (?:low|average|normal|usual) risk\b/i
const AT_ANY_RISK = /\b(?:at|of) any (?:level of )?risk\b|\bwhatever (?:their|the) risk\b|\bregardless of risk\b|\bat every level of risk\b/i
const MEN = /\b(?:men|boys|males?|fathers)\b/i
const WOMEN = /\b(?:women|girls|females?|mothers|pregnan\w+)\b/i
const AT_HIGH_RISK = /\b(?:high|increased|elevated|raised|higher)[- ]risk\b|\bat (?:high|increased|elevated|raised|higher) risk\b/i

/** What people are said to have. */
const HAVING = /\b(?:people|patients|adults|women|men|children|infants|participants|those)\s(?:[\w-]+\s){0,2}?(?:with|who (?:have|had)|having)\s(?:[\w-]+\s){0,2}$|\b(?:holds?|applies|true|goes|fits?)\s(?:for|to|in)\s(?:[\w-]+\s){0,3}$/i

/** A year more or less is a matter of how a birthday is counted (convention). */
const AGE_SLACK = 1
/** From this age people are grown up, as trials of adults count it. */
const ADULT = 16

/** How the people that a claim tells as those of a study differ from those who were in it; null when nothing says that they do. */
export function studiedPeople(vocabulary: Vocabulary, claim: Meaning, { evidence, text, title }: Source): Problem | null {
  if (evidence === null) return null
  const { population } = evidence
  const range = evidence.criteria?.ranges['age']
  const youngest = range?.min ?? null
  const oldest = range?.max ?? null
  const wrong = (why: string): Problem => ({ kind: 'population', verdict: 'contradicted', why })
  const who = population === null ? 'other people' : `"${population}"`
  const speaksOfYoung = YOUNG.test(text) || (youngest !== null && youngest < ADULT)
  if (YOUNG.test(claim.text) && !GROWN.test(claim.text) && !speaksOfYoung && (GROWN.test(population ?? '') || (youngest !== null && youngest >= ADULT))) return wrong(`the source studied ${who}, no children`)
  if (GROWN.test(claim.text) && !YOUNG.test(claim.text) && oldest !== null && oldest < ADULT && !GROWN.test(text)) return wrong(`the source studied ${who}, no adults`)
  if (MEN.test(claim.text) && !WOMEN.test(claim.text) && WOMEN.test(population ?? '') && !MEN.test(text)) return wrong(`the source studied ${who}, no men`)
  if (WOMEN.test(claim.text) && !MEN.test(claim.text) && MEN.test(population ?? '') && !WOMEN.test(text)) return wrong(`the source studied ${who}, no women`)
  if (!STUDIED.test(claim.text) && !carriesOver(claim.text)) return null
  const ages = claim.quantities.filter(({ unit }) => unit === 'age').map(({ value }) => value)
  const outside = (age: number): boolean => (youngest !== null && age < youngest - AGE_SLACK) || (oldest !== null && age > oldest + AGE_SLACK)
  if (ages.length > 0 && ages.every((age) => outside(age) && !readQuantities(population ?? '').some(({ unit, value }) => unit === 'age' && value === age))) return wrong(`the source studied ${who}`)
  if (AT_LOW_RISK.test(claim.text) && !AT_HIGH_RISK.test(claim.text) && AT_HIGH_RISK.test(population ?? '')) return wrong(`the source studied ${who}`)
  if (AT_ANY_RISK.test(claim.text) && AT_HIGH_RISK.test(population ?? '')) return wrong(`the source studied ${who}`)
  if (AT_HIGH_RISK.test(claim.text) && !AT_LOW_RISK.test(claim.text) && AT_LOW_RISK.test(population ?? '')) return wrong(`the source studied ${who}`)
  const held = new Set([...evidence.conditions, ...evidence.criteria?.tags ?? [], ...evidence.criteria?.notTags ?? [], ...evidence.interventions, ...evidence.comparators, ...evidence.findings.flatMap(({ conditions, criteria }) => [...conditions, ...criteria?.tags ?? []]), ...vocabulary.recognise(`${population ?? ''} . ${title} . ${evidence.setting ?? ''}`).map(({ conceptId }) => conceptId)])
  const isHeld = (id: string): boolean => [...held].some((other) => vocabulary.isWithin(other, id) || vocabulary.isWithin(id, other))
  const strange = claim.mentions.filter(({ kind, start }) => kind === 'condition' && HAVING.test(claim.text.slice(0, start)))
  if (strange.length > 0 && strange.every(({ conceptId }) => !isHeld(conceptId))) return { kind: 'population', verdict: 'not-supported', why: `the source studied ${who}` }
  return null
}
