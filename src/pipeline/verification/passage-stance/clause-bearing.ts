import { ACTIONS, DENIALS, LACKS, PRAISE, REMEDIES, VALUES } from './stance-words.ts'
import type { Bearing } from './types.ts'

/** Words after a denial that it reaches. */
const DENIAL_REACH = 6
/** Words between an action and the outcome it is said of. */
const OBJECT_REACH = 12

const RELATION = String.raw`(?:associat\w*|correlat\w*|relat(?:ed|ion\w*)|link\w*|differ\w*|effects?|affect\w*|influenc\w*|impact\w*|role|chang\w*|predict\w*)`
const NO_RELATION = new RegExp(String.raw`\b(?:no|neither|nor|without|lack of)\b(?: (?!(?:and|but|that|which|have|has|is|are|was|were)\b)\S+){0,4} ${RELATION}\b|\b(?:not|never|nor)\b(?: (?:be|been|found|shown|observed|significantly|statistically|independently|much|strongly|directly|clearly|to|have|an?|any|significant|show\w*|find|seem|appear|play)){0,6} ${RELATION}\b|\b(?:unrelated|unaffected|independent of|similar(?:ly)? (?:to|between|in)|no significant)\b`)
const NO_EVIDENCE = /\b(?:no|not|little|insufficient|lack of|paucity of|without|limited|scarce)\b(?: \S+){0,3} (?:evidence|proof|data|basis|indication)\b/
/** "There are no …", "No drug …", "None of …": the denial holds for the whole clause. */
const NONE_OF_IT = /^(?:[\w']+ ){0,3}there (?:is|are|was|were|has been|have been)(?: \S+){0,2} no\b|^(?:so far |currently |to date )?(?:no|none|neither)\b/
/** "It is wrong to say that …", "it is a myth that …". */
const SAID_TO_BE_FALSE = /\b(?:wrong|false|incorrect|untrue|misleading|a lie) (?:to (?:say|think|claim|believe|assume)|that)\b|\b(?:myths?|hoax|not true|no truth)\b/
const AT_RISK = /\bat (?:\S+ ){0,2}risk\b|\brisk factors?\b/
const DIES = /\b(?:die|dies|dying|died)\b/
/** Endings of the names of germs and diseases. */
const NAME_OF_ILL = /(?:virus|viruses|itis|osis|emia|aemia|pathy|algia)$/
const NO_REMEDY = /\bno(?: \S+){0,4} (?:treatments?|therap(?:y|ies)|drugs?|medications?|vaccines?|cures?|remed(?:y|ies))\b/
const AIM = /\b(?:aim\w*|objective|purpose|goal)\b.{0,40}\b(?:is|was|to|of)\b|\bto (?:\S+ly )?(?:investigate|evaluate|assess|examine|explore|determine|analy[sz]e|discuss|study|compare|test|describe|review|estimate)\b|\bwhether\b|\b(?:hypothesis|hypothesi[sz]ed|unclear|unknown|not known|not clear)\b/
/** Restrictive clauses narrow the subject and state nothing of it: "deficiency that is not treated is associated with …". */
const RELATIVE = /\b(?:that|which|who) (?:is|are|was|were) (?:not )?(?:\S+ly )?\S+ed (?=is|are|was|were|has|have|may|can)/g
const LOW = /\b(?:low|lower|reduced|decreased|poor|decreasing)\b(?! (?:risk|odds|mortality|rate))(?: \S+){0,3} (?:levels?|status|intake|concentrations?|consumption|use|exposure)\b/
const OTHER_GROUP = new Set(['than', 'versus', 'vs', 'compared'])

/**
 * What a clause says of its subject, from its words in lower case: every word of praise, and every word of direction
 * with the outcome it is said of ("less" with "deaths" is good), turned where it is denied or where a lack of the
 * subject is spoken of ("vitamin D deficiency raises …"). A clause that tells an aim says nothing.
 */
export function bearingOf(clause: readonly string[]): Bearing {
  const stated = withoutAsides(clause).join(' ').replace(RELATIVE, '')
  if (AIM.test(stated)) return 'none'
  if (NO_RELATION.test(stated)) return 'no-relation'
  const words = stated.split(' ')
  const isUnproven = NO_EVIDENCE.test(stated)
  const isAllDenied = isUnproven || NONE_OF_IT.test(stated) || SAID_TO_BE_FALSE.test(stated)
  const turn = lacksSubject(words) ? -1 : 1
  const said = { good: 0, harm: 0, noGood: 0, noHarm: 0 }
  const used = new Set<number>()
  words.forEach((_, at) => {
    const sign = turn * (signAt(words, at, used) ?? 0)
    if (sign === 0) return
    const isDenied = isAllDenied || isDeniedAt(words, at)
    if (sign > 0) said[isDenied ? 'noGood' : 'good'] += 1
    else said[isDenied ? 'noHarm' : 'harm'] += 1
  })
  const bare = said.good + said.harm + said.noGood + said.noHarm > 0 ? -1 : words.findIndex((word) => word === 'risk' || DIES.test(word))
  if (bare >= 0 && (AT_RISK.test(stated) || DIES.test(stated))) {
    const isDenied = isAllDenied || isDeniedAt(words, bare)
    if (turn > 0) said[isDenied ? 'noHarm' : 'harm'] += 1
    else said[isDenied ? 'noGood' : 'good'] += 1
  }
  const score = said.good - said.harm
  if (score > 0) return said.noGood > score ? 'no-good' : 'for'
  if (score < 0) return said.noHarm > -score ? 'no-harm' : 'against'
  if (said.noGood > 0 && said.noGood >= said.noHarm) return 'no-good'
  if (said.noHarm > 0) return 'no-harm'
  if (NO_REMEDY.test(stated)) return 'no-good'
  return isUnproven ? 'no-relation' : 'none'
}

/** Whether a word stands within reach of a denial in its clause. */
export function isDeniedAt(words: readonly string[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - DENIAL_REACH); before -= 1) {
    const word = words[before] ?? ''
    if (word === ',' || word === 'only') return false
    if (DENIALS.has(word)) return true
  }
  return false
}

/** Words without what stands in brackets, numbers and signs; commas stay, as they end a denial. */
function withoutAsides(words: readonly string[]): string[] {
  let depth = 0
  return words.filter((word) => {
    if (word === '(') depth += 1
    else if (word === ')') depth = Math.max(0, depth - 1)
    return depth === 0 && (word === ',' || /\p{L}/u.test(word))
  })
}

/** What a word of praise, or one of direction with the outcome it is said of, says there: good or bad. */
function signAt(words: readonly string[], at: number, used: Set<number>): number | null {
  const word = words[at] ?? ''
  const next = words[at + 1] ?? ''
  // "More than half" is a number; "caused by" tells what the subject comes from.
  if ((word === 'more' && next === 'than') || (word === 'caused' && next === 'by')) return null
  const praise = PRAISE.get(word)
  if (praise !== undefined && !(ACTIONS.has(word) && worthOf(next) !== undefined)) return praise
  const action = ACTIONS.get(word)
  // Of two in a row ("negative correlation", "greater reduction") the second speaks, turned by the first.
  if (action === undefined || ACTIONS.has(next)) return null
  const object = objectOf(words, at, used)
  if (object === null) return REMEDIES.has(word) ? 1 : null
  return action * object * (ACTIONS.get(words[at - 1] ?? '') === -1 ? -1 : 1)
}

/** The worth of the outcome an action is said of: the first one after it, else the last before; each counts once. */
function objectOf(words: readonly string[], at: number, used: Set<number>): 1 | -1 | null {
  const take = (place: number, value: 1 | -1): 1 | -1 | null => {
    if (used.has(place)) return null
    used.add(place)
    return value
  }
  for (let next = at + 1; next < Math.min(words.length, at + OBJECT_REACH); next += 1) {
    const value = worthOf(words[next] ?? '')
    if (value !== undefined) return take(next, value)
    if (ACTIONS.has(words[next] ?? '')) break
  }
  for (let before = at - 1; before >= Math.max(0, at - OBJECT_REACH); before -= 1) {
    const value = worthOf(words[before] ?? '')
    if (value !== undefined) return take(before, value)
  }
  return null
}

/** 1 for what people want, -1 for what they do not; names of germs and diseases are known by their endings. */
function worthOf(word: string): 1 | -1 | undefined {
  return VALUES.get(word) ?? (NAME_OF_ILL.test(word) ? -1 : undefined)
}

/** Whether the clause speaks of a lack of its subject: "deficiency raises …", "without masks …", "low levels"; not after "than". */
function lacksSubject(all: readonly string[]): boolean {
  const end = all.findIndex((word) => OTHER_GROUP.has(word))
  const words = end > 0 ? all.slice(0, end) : all
  const isLacking = words.some((word, at) => LACKS.has(word) && !VALUES.has(words[at + 1] ?? '') && !PRAISE.has(words[at + 1] ?? ''))
  return isLacking !== LOW.test(words.join(' '))
}
