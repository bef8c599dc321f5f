import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position } from '../appraisal/index.ts'
import type { Conflict } from '../synthesis/index.ts'
import { orNames } from './patient-names.ts'
import { plainPeople } from './patient-people.ts'
import { saysIndividual, statedPeople } from './patient-position.ts'
import { listed, sentence } from './wording.ts'

/**
 * Who does not say the same, and why, from the positions themselves: whom they speak of, when they looked, how they
 * work, who has ties. Where the data hold no reason, the sentence says so.
 */
export function plainConflictReason(vocabulary: Vocabulary, { between, sides, kind, about, why }: Conflict): { readonly text: string; readonly inputs: Readonly<Record<string, unknown>> } {
  const [first = [], second = []] = sides
  const [a, b] = [first[0], second[0]]
  const people = [...first, ...second].map(({ recommendation }) => recommendation.criteria)
  const inputs = { criteria: people, dates: [...first, ...second].map(({ date }) => date) }
  if (a === undefined || b === undefined) return { text: `${listed(between)} do not say the same. What we hold does not show why.`, inputs }
  if (a.bodyClass === 'coverage' || a.bodyClass === 'hta') return { text: `Health plans do not agree. ${names(first)} may pay if rules are met. ${names(second)} ${second.length === 1 ? 'does' : 'do'} not. A plan weighs its contract and cost too, so this does not count in our answer.${why.some((reason) => reason.includes('two words for the same')) ? ' “Not needed” and “unproven” mean the same here.' : ''}`, inputs }
  const opening = about.startsWith('how strongly') ? `${a.organization} and ${b.organization} both favour it, but not as strongly.` : about === 'the target' ? `${a.organization} and ${b.organization} both favour it, but aim for different goals (${a.recommendation.target ?? ''}; ${b.recommendation.target ?? ''}).` : `${a.organization} ${spoken(a)}. ${b.organization} ${spoken(b)}.`
  const reasons = [peopleReason(vocabulary, a, b), illnessReason(why), comparatorReason(vocabulary, a, b), outcomeReason(vocabulary, a, b), dateReason(a, b), studyReason(a, b), studyReason(b, a), methodReason(a, b), ...statedReasons(why), tieReason(a), tieReason(b)].filter((reason) => reason !== null)
  const apparent = kind === 'apparent' && reasons.length > 0 ? ' So this may not be a true clash.' : ''
  return { text: `${opening} ${reasons.length === 0 ? 'What we hold does not show why.' : reasons.map((reason) => sentence(reason)).join(' ')}${apparent}`, inputs: { ...inputs, targets: [a.recommendation.target, b.recommendation.target] } }
}

function names(positions: readonly Position[]): string {
  return listed([...new Set(positions.map(({ organization }) => organization))])
}

function spoken({ recommendation }: Position): string {
  const { direction } = recommendation
  if ((direction === 'for' || direction === 'neither') && saysIndividual(recommendation)) return 'leaves it to each person'
  switch (direction) {
    case 'for': return 'is in favour'
    case 'neither': return 'takes neither side'
    case 'against': return 'advises against it'
    case 'insufficient-evidence': return 'says too little is known'
    case 'silent': return 'says nothing'
  }
}

function peopleReason(vocabulary: Vocabulary, a: Position, b: Position): string | null {
  const [one, other] = [plainPeople(vocabulary, a.recommendation.criteria), plainPeople(vocabulary, b.recommendation.criteria)]
  if (one === other) return null
  const [first, second] = [statedPeople(vocabulary, a), statedPeople(vocabulary, b)]
  const [left, right] = first === second ? [one, other] : [first ?? one, second ?? other]
  return `They speak of different people: ${a.organization} of ${left ?? 'people it does not describe'}, ${b.organization} of ${right ?? 'people it does not describe'}`
}

/** Only where both say what they aim at or weigh: what one alone says explains nothing. */
function outcomeReason(vocabulary: Vocabulary, a: Position, b: Position): string | null {
  const told = ({ outcomes }: Position): string => listed([...new Set(outcomes.flatMap((stated) => stated.outcomes))].map((id) => vocabulary.outcome(id)?.plain ?? id).toSorted())
  const [one, other] = [told(a), told(b)]
  return one === '' || other === '' || one === other ? null : `They look at different results: ${a.organization} at ${one}, ${b.organization} at ${other}`
}

/** Studies that one had or did not have, and the other not so. */
function studyReason(a: Position, b: Position): string | null {
  const only = (relation: 'cited' | 'not-seen'): string[] => a.studies.filter((study) => study.relation === relation && !b.studies.some(({ studyId, relation: theirs }) => studyId === study.studyId && theirs === relation)).map(({ name }) => name)
  const [cited, missed] = [only('cited'), only('not-seen')]
  const parts = [cited.length === 0 ? null : `${a.organization} builds on ${cited.length === 1 ? 'this study' : 'these studies'}: ${listed(cited)}`, missed.length === 0 ? null : `${a.organization} did not have ${missed.length === 1 ? 'this study' : 'these studies'}: ${listed(missed)}`].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('. ')
}

/** The illness that each body speaks of, where the ledger of disagreements names two. */
function illnessReason(why: readonly string[]): string | null {
  const [, a, one, b, other] = why.map((reason) => /^condition: (.+) speaks of (.+); (.+) of (.+)$/.exec(reason)).find((match) => match !== null) ?? []
  return a === undefined ? null : `They speak of different illnesses: ${a} of ${one ?? ''}, ${b ?? ''} of ${other ?? ''}`
}

/** Reasons of the ledger that name one body: what came out after its advice, what we do not hold of it, how it decides, who paid. */
const STATED: readonly (readonly [pattern: RegExp, tell: (body: string, rest: string) => string])[] = [
  [/^evidence: (.+) predates the reports? held of (.+)$/, (body, studies) => `${body} is older than ${(studies.match(/ \(\d{4}(?:, the largest trial held)?\)/g)?.length ?? 0) > 1 ? 'these studies' : 'this study'}: ${studies.replace(', the largest trial held)', ', the largest we hold)')}`],
  [/^date: (.+) has later versions, which are not held$/, (body) => `${body} has newer versions that we do not hold`],
  [/^method: (.+) goes by consensus$/, (body) => `${body} goes by what its members agree on`],
  [/^funding: industry paid for the document of (.+), in full or in part$/, (body) => `Industry paid for the paper of ${body}, in full or in part`],
]

function statedReasons(why: readonly string[]): string[] {
  return why.flatMap((reason) => STATED.flatMap(([pattern, tell]) => {
    const [, body, rest = ''] = pattern.exec(reason) ?? []
    return body === undefined ? [] : [tell(body, rest)]
  }))
}

/** Only where both name what they compare with, and share none of it. */
function comparatorReason(vocabulary: Vocabulary, a: Position, b: Position): string | null {
  const [one, other] = [a.recommendation.comparators, b.recommendation.comparators]
  return one.length === 0 || other.length === 0 || one.some((id) => other.includes(id)) ? null : `They compare it with different things: ${a.organization} with ${orNames(vocabulary, one)}, ${b.organization} with ${orNames(vocabulary, other)}`
}

function dateReason(a: Position, b: Position): string | null {
  const [one, other] = [a.date?.slice(0, 4), b.date?.slice(0, 4)]
  if (one === undefined || other === undefined || one === other) return null
  const [older, newer] = one < other ? [a, b] : [b, a]
  const told = ({ organization, date, source }: Position): string => `${organization} ${source.evidence?.searchDate === null || source.evidence?.searchDate === undefined ? 'is from' : 'looked at studies up to'} ${date?.slice(0, 4) ?? ''}`
  return `They are of different times: ${told(older)}, ${told(newer)}`
}

function methodReason(a: Position, b: Position): string | null {
  if (a.qualified === b.qualified) return null
  const [open, other] = a.qualified ? [a, b] : [b, a]
  return `${open.organization} shows step by step how it gets from studies to advice. We do not know that of ${other.organization}`
}

function tieReason({ organization, linked, interested }: Position): string | null {
  return linked === true ? `${organization} has ties to the maker` : interested === true ? `Members of ${organization} do this procedure` : null
}
