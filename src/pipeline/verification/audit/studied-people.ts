import type { Source } from '../../../core/model/index.ts'
import { readQuantities, type Meaning } from '../meaning/index.ts'
import type { Problem } from './types.ts'

/** Who took part: a sentence whose subject is the people of a study, or those whom its result is said to hold for. */
const STUDIED = /\b(?:participants|volunteers|enrol\w*|recruit\w*|randomi[sz]ed|took part|included|entered|studied|(?:done|carried out|conducted|tested|run) in|to get in|eligible|holds? for|fits?|applies to)\b|^(?:(?:since|as|because|all of|most of) )?(?:they|them|those|these|the (?:women|men|children|people|patients|infants|babies|adults))\b[^.;,]{0,30}\b(?:were|was|had|have|are)\b/i
const YOUNG = /\b(?:child(?:ren)?|school-?children|kids?|teen\w*|adolescents?|toddlers?|infants?|bab(?:y|ies)|newborns?|boys?|girls?)\b/i
const GROWN = /\b(?:adults?|grown-?ups?|middle-aged|elderly|pensioners?|older people)\b/i
const AT_LOW_RISK = /\b(?:low|average|normal|usual|ordinary)(?:er)?[- ]risk\b|\bat (?:low|average|normal|usual) risk\b/i
const AT_HIGH_RISK = /\b(?:high|increased|elevated|raised|higher)[- ]risk\b|\bat (?:high|increased|elevated|raised|higher) risk\b/i

/** A year more or less is a matter of how a birthday is counted (convention). */
const AGE_SLACK = 1
/** From this age people are grown up, as trials of adults count it. */
const ADULT = 16

/** How the people that a claim tells as those of a study differ from those who were in it; null when nothing says that they do. */
export function studiedPeople(claim: Meaning, { evidence, text }: Source): Problem | null {
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
  if (!STUDIED.test(claim.text)) return null
  const ages = claim.quantities.filter(({ unit }) => unit === 'age').map(({ value }) => value)
  const outside = (age: number): boolean => (youngest !== null && age < youngest - AGE_SLACK) || (oldest !== null && age > oldest + AGE_SLACK)
  if (ages.length > 0 && ages.every((age) => outside(age) && !readQuantities(population ?? '').some(({ unit, value }) => unit === 'age' && value === age))) return wrong(`the source studied ${who}`)
  if (AT_LOW_RISK.test(claim.text) && !AT_HIGH_RISK.test(claim.text) && AT_HIGH_RISK.test(population ?? '')) return wrong(`the source studied ${who}`)
  if (AT_HIGH_RISK.test(claim.text) && !AT_LOW_RISK.test(claim.text) && AT_LOW_RISK.test(population ?? '')) return wrong(`the source studied ${who}`)
  return null
}
