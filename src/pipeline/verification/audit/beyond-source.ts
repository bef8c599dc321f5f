import type { Source } from '../../../core/model/index.ts'
import { STOP_WORDS } from '../../../core/text/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { readMeaning, readQuantities, wordsOf, type Meaning } from '../meaning/index.ts'
import { relativeAsAbsolute } from './absolute-claim.ts'
import type { Ground } from './ground.ts'
import { studiedPeople } from './studied-people.ts'
import { REPORTING } from './reporting-words.ts'
import { namesSubject } from './subject-fit.ts'
import { studyDesign } from './study-design.ts'
import { carriesOver, transferred } from './transferred.ts'
import type { Problem } from './types.ts'

/** What is wrong with a claim whichever statement of its source it means, and the statement that shows it. */
export type BeyondSource = { readonly problem: Problem; readonly ground: Ground }

const CAUSED = /\b(?:cause[sd]?|causing|because of|due to|owing to|thanks to|responsible for|attributable to|brought about|(?:made|makes|making) [^.;,]{1,50}? (?:give up|stop|quit|lose|recover|improve|fall|rise|drop)\b|what made\b|the (?:reason|cause) (?:for|of|why)|explains? (?:the|that|this)|prevent(?:s|ed)|protect(?:s|ed) (?:against|from))\b/i
const NOT_CAUSED = /\b(?:cannot|could not|not (?:shown|known|proven?|established|be)|without|uncontrolled|observational|associat\w+|linked|(?:may|might|could)(?: well)? (?:be|have|also|partly|in part)|unknown|whether|nobody knows|does not|did not|no proof)\b/i
const BEYOND_DISPUTE = /\b(?:nobody|no ?one|none) (?:\w+ )?(?:disputes?|doubts?|questions?|denies|contests?|argues)\b|\b(?:undisputed|uncontested|indisputabl\w+|beyond (?:dispute|doubt|question|argument)|(?:everyone|experts|all experts) agree|universally (?:agreed|accepted)|there is no (?:doubt|question|dispute)|plainly|obviously)\b/i
const IN_DISPUTE = /\b(?:contested|disputed|debated|disagree\w*|controvers\w+|not (?:settled|clear|agreed|known)|unclear|uncertain|unsettled|questioned)\b/i
/** A source that says of itself what it does not show; what follows is the thing not shown. */
const NOT_SHOWN = /\b(?:(?:does|do|did|was|were|is|are|can|could) not (?:speak(?: to)?|appl(?:y|ied)(?: to)?|answer|extend(?: to)?|cover|measured?|assess(?:ed)?|test(?:ed)?|stud(?:y|ied)|examined?|look(?:ed)? at|compared?|address(?:ed)?|report(?:ed)?(?: on)?|show|tell|about|meant for)(?: outcomes such as)?|not (?:about|meant for|tested in|studied in)|too (?:small|short|few|young|brief)(?: and (?:small|short|few|brief))? to|(?:says?|said|states?|gives?) nothing (?:on|of|about)|unlike(?: the)?)\s+([^.;,]{4,90})/gi
const DENIES = /\b(?:not|no|never|cannot|neither|nor|without|nothing|too|only|unknown|n't|silent|whether|open|excluded?|exclud(?:es|ing)|left out|leav\w+\b[^.;]{0,60}\bout|except|apart from|other than|rather than|instead(?! of \d)|unlike)\b/i
/** Words that draw a conclusion from a result. */
const CONCLUDES = /\b(?:which|that|this|and that|and this|so that) (?:tells us|means?|shows?|proves?|amounts? to|translates? (?:in)?to|equals?|implies|confirms?|is to say)\b|\bin other words\b|\bthereby\b|\b(?:are|is) as good as\b/i
/** Share (0–1) of a limitation's words that a claim names when it says the very thing that was not shown (convention). */
const NAMES_IT = 0.75
/** Share (0–1) of a conclusion's words that its source must have, for the conclusion to be the source's own (convention). */
const ITS_OWN = 0.4

/**
 * What a claim says that its source cannot bear: a relative effect told as people saved, a cause where nothing was
 * assigned, agreement where the source tells of dispute, what the source says it did not show, people who were not in
 * it, or how patients fare where a scan or a blood test was measured. The sources are those that the claim credits, or
 * that the sentence before it stands on.
 */
export function beyondSource(vocabulary: Vocabulary, claim: Meaning, sources: readonly Source[], statementsOf: (sourceId: string) => readonly Ground[]): BeyondSource | null {
  const absolute = relativeAsAbsolute(claim.text, sources)
  if (absolute !== null) {
    const ground = statementsOf(absolute.source.id).find(({ finding }) => finding === absolute.finding)
    if (ground !== undefined) return { problem: absolute.problem, ground }
  }
  for (const source of sources) {
    const own = statementsOf(source.id)
    const [first] = own
    if (first === undefined) continue
    // A study may have reports of two designs, a trial and the people beside it: all of them must deny what is told.
    const told = studiedPeople(vocabulary, claim, source) ?? (sources.every((other) => other.studyName !== source.studyName || studyDesign(claim.text, other) !== null) ? studyDesign(claim.text, source) : null) ?? transferred(vocabulary, claim, source, own)
    if (told !== null) return { problem: told, ground: first }
    const found = (!carriesOver(claim.text) && own.some((ground) => ground.finding !== null && namesSubject(vocabulary, claim, ground)) ? null : notShown(claim, own)) ?? otherTimeUnit(claim, own) ?? followUp(claim, source, own) ?? dispute(claim, own) ?? cause(claim, source, own) ?? conclusion(vocabulary, claim, own)
    if (found !== null) return found
  }
  return null
}

/** Words that tell what a piece of text is about, by stem. */
function tellingWords(text: string): string[] {
  return [...new Set(wordsOf(text).filter(({ kind, lower, key }) => kind === 'word' && lower.length > 2 && !STOP_WORDS.has(lower) && !REPORTING.has(key)).map(({ key }) => key))]
}

function notShown(claim: Meaning, own: readonly Ground[]): BeyondSource | null {
  if (DENIES.test(claim.text)) return null
  const said = new Set(claim.words.map(({ key }) => key))
  for (const ground of own) {
    if (ground.kind === 'finding') continue
    for (const [, thing = ''] of ground.meaning.text.matchAll(NOT_SHOWN)) {
      // Of a list, "hot flushes or vaginal dryness", one member is enough.
      const parts = [thing, ...thing.split(/\b(?:or|and|of|in)\b/)].map((part) => tellingWords(part).slice(0, 5)).filter((words) => words.length > 1)
      if (!parts.some((words) => words.filter((key) => said.has(key)).length / words.length >= NAMES_IT)) continue
      return { ground, problem: { kind: 'negation', verdict: 'contradicted', why: `the source says that it does not show this: "${ground.meaning.text}"` } }
    }
  }
  return null
}

/** A pair of times that the source tells in another unit: "four to six years" for its 4 to 6 months. */
function otherTimeUnit(claim: Meaning, own: readonly Ground[]): BeyondSource | null {
  const times = claim.quantities.filter(({ unit }) => unit === 'duration')
  const isIn = ({ meaning }: Ground, same: boolean): boolean => times.every(({ value, word }) => meaning.quantities.some((held) => held.unit === 'duration' && held.value === value && (held.word === word) === same))
  const ground = own.find((each) => isIn(each, false))
  if (times.length < 2 || ground === undefined || own.some((each) => isIn(each, true))) return null
  return { ground, problem: { kind: 'unit', verdict: 'contradicted', why: `the source has these numbers in another unit of time: "${ground.meaning.text}"` } }
}

/** A sentence on how long people were followed, with a time that the source holds nowhere. */
const FOLLOWED = /\b(?:follow(?:ed|s|-?up)|lasted|ran for|observed for|watched for|median of|average of|mean of|(?:main|primary|final) (?:result|outcome|end ?point|measurement|reading|assessment|visit|weigh-in)|read (?:off|out))\b/i

function followUp(claim: Meaning, { evidence }: Source, own: readonly Ground[]): BeyondSource | null {
  const months = evidence?.followUpMonths ?? null
  const [time, ...others] = claim.quantities.filter(({ unit }) => unit === 'duration')
  const [first] = own
  if (!FOLLOWED.test(claim.text) || months === null || time === undefined || time.months === null || others.length > 0 || first === undefined) return null
  const told = time.months
  const known = [months, ...own.flatMap(({ meaning, finding }) => [...meaning.quantities.map((held) => held.months), finding?.timeMonths ?? null]), ...readQuantities(`${evidence?.followUp ?? ''} ; ${evidence?.intervention ?? ''} ; ${evidence?.population ?? ''}`).map((held) => held.months)].filter((held) => held !== null)
  if (known.some((held) => Math.abs(held - told) <= Math.max(0.1 * held, 0.5 * told / Math.max(1, time.value)))) return null
  return { ground: first, problem: { kind: 'time', verdict: 'contradicted', why: `the source followed people for ${evidence?.followUp ?? `${months} months`}` } }
}

function dispute(claim: Meaning, own: readonly Ground[]): BeyondSource | null {
  if (!BEYOND_DISPUTE.test(claim.text)) return null
  const ground = own.find(({ meaning }) => IN_DISPUTE.test(meaning.text))
  return ground === undefined ? null : { ground, problem: { kind: 'hedge', verdict: 'contradicted', why: `it tells as agreed what the source tells as open: "${ground.meaning.text}"` } }
}

function cause(claim: Meaning, { kind, evidence }: Source, own: readonly Ground[]): BeyondSource | null {
  if (!CAUSED.test(claim.text) || NOT_CAUSED.test(claim.text)) return null
  const assigned = evidence?.design.randomized === true || !['cohort', 'case-control', 'single-arm', 'case-series'].includes(kind)
  const ground = own.find(({ finding }) => finding !== null)
  return assigned || ground === undefined ? null : { ground, problem: { kind: 'cause', verdict: 'contradicted', why: 'nobody was assigned by chance in the source, so a cause is not shown' } }
}

function conclusion(vocabulary: Vocabulary, claim: Meaning, own: readonly Ground[]): BeyondSource | null {
  const match = CONCLUDES.exec(claim.text)
  if (match === null) return null
  const premise = readMeaning(vocabulary, claim.text.slice(0, match.index))
  const measured = own.find(({ finding }) => finding?.outcomeConcept !== null && finding !== null && vocabulary.outcome(finding.outcomeConcept)?.category === 'surrogate' && premise.mentions.some(({ conceptId, text }) => conceptId === finding.outcomeConcept || finding.outcome.toLowerCase().includes(text.toLowerCase())))
    ?? own.find(({ finding }) => finding?.outcomeConcept !== null && finding !== null && vocabulary.outcome(finding.outcomeConcept)?.category === 'surrogate' && tellingWords(finding.outcome).some((key) => premise.words.some((word) => word.key === key)))
  if (measured === undefined) return null
  const concluded = tellingWords(claim.text.slice(match.index + match[0].length))
  const known = new Set(own.flatMap(({ stems }) => [...stems]))
  if (concluded.length === 0 || concluded.filter((key) => known.has(key)).length / concluded.length > ITS_OWN) return null
  return { ground: measured, problem: { kind: 'outcome', verdict: 'contradicted', why: `the source measured ${measured.finding?.outcome ?? 'a surrogate'}, which is not how patients fare` } }
}
