import type { Recommendation } from '../../../core/model/index.ts'
import { isMixedAdvice, readAdvice, readQuantities, type Meaning } from '../meaning/index.ts'
import type { Ground } from './ground.ts'
import type { Problem } from './types.ts'

const UNREAD = /\bcould not (?:be )?read\b|\bnot (?:be )?(?:available|visible|seen|shown) (?:to us|on the page|in the part)\b|\bwas not read\b/i
const GRADE_OF = /\b(?:class|grade|level)\s+(III?|I|IIa|IIb|[123][ab]?|[A-D])\b|\b([12][A-D])\b/i
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iia: '2a', iib: '2b', iii: '3' }

/** Doing it once more is another matter than doing it. */
const AGAIN = /\b(?:another|again|second (?:dose|time|course)|repeat\w*|boosters?|re-?vaccinat\w+|re-?treat\w+|extra dose)\b/i
/** Words that tell a position as the one in force. */
const CURRENT = /\b(?:current(?:ly)?|at present|present(?:ly)?|today|now|latest|still|remains?|up[- ]to[- ]date|in force|to date|newest|standing|stands?|(?:holds?|keeps?|sticks?|clings?) (?:on )?(?:to|by)|maintains?|as things stand)\b/i
/** Words by which a source says that what it tells first was changed later. */
const REPLACED = /\b(?:replac\w+|supersed\w+|overturn\w+|revers\w+|withdr[ae]w\w*|re-?examin\w+|then on|was changed|later (?:gave|recommended|approved|updated)|no longer|(?:raised|lowered|changed|updated) from)\b/i

/** Whether what the claim names (its dates, its no) stands in the part of a statement that was replaced, and nothing of what came after. */
function startsBefore(text: string, claim: Meaning): boolean {
  const dates = (part: string): string[] => part.match(/\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b/g) ?? []
  const said = dates(claim.text)
  const [first, ...later] = [...new Set(dates(text))].filter((word) => !/^\d/.test(word))
  return said.length > 0 && first !== undefined && said.includes(first) && !later.some((word) => said.includes(word))
}

/** The classes and grades that a text names, in one way of writing them. */
function gradesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(GRADE_OF, 'gi'))].map((match) => (match[1] ?? match[2] ?? '').toLowerCase()).map((grade) => ROMAN[grade] ?? grade)
}

/** Whether a recommendation is on everything that a claim names: then it is not silent on it. */
function coversAll(claim: Meaning, { interventions, conditions }: Recommendation, meaning: Meaning): boolean {
  const own = new Set([...interventions, ...conditions, ...meaning.mentions.map(({ conceptId }) => conceptId)])
  return claim.mentions.filter(({ kind }) => kind === 'condition' || kind === 'intervention').every(({ conceptId }) => own.has(conceptId))
}

/** How a claim about what a body holds differs from the body's own recommendation. */
export function positionProblems(claim: Meaning, { recommendation, source, meaning }: Ground, supersededBy: string | null): Problem[] {
  const told = CURRENT.test(claim.text)
  if (told && REPLACED.test(meaning.text) && !CURRENT.test(meaning.text) && !REPLACED.test(claim.text) && startsBefore(meaning.text, claim)) return [{ kind: 'outdated', verdict: 'contradicted', why: 'the source says that this was replaced since' }]
  if (supersededBy !== null && told && !/\b(?:no longer|superseded|replaced|was changed)\b/i.test(claim.text)) return [{ kind: 'outdated', verdict: 'contradicted', why: `this was replaced by ${supersededBy}` }]
  if (recommendation === null && claim.advice !== null && claim.bodies.length > 0 && claim.advice.direction !== 'silent' && UNREAD.test(meaning.text) && !UNREAD.test(claim.text)) return [{ kind: 'silence', verdict: 'not-supported', why: 'what the body says of it could not be read' }]
  if (recommendation === null || claim.advice === null) return []
  if (AGAIN.test(claim.text) && !AGAIN.test(meaning.text)) return []
  const { direction, strength } = claim.advice
  const name = source.organization ?? 'the body'
  const held = recommendation.direction
  if (recommendation.silence === 'not-read') return direction === 'silent' || /\bnot (?:read|available|seen|known)\b|\bcould not\b/i.test(claim.text) ? [] : [{ kind: 'silence', verdict: 'not-supported', why: `the wording of ${name} was not read, so its position is not known` }]
  if (held === 'silent' && direction !== 'silent') return [{ kind: 'silence', verdict: 'contradicted', why: `${name} is silent on it: silence is neither for nor against` }]
  if (direction === 'silent') return held === 'silent' || !coversAll(claim, recommendation, meaning) ? [] : [{ kind: 'position', verdict: 'contradicted', why: `${name} is not silent: its position is "${held}"` }]
  const found: Problem[] = []
  const both = [direction, held]
  const inWords = readAdvice(meaning.text)?.direction
  const mixed = isMixedAdvice(claim.text)
  const opposite = !mixed && direction !== held && direction !== inWords && !(both.includes('for') && both.includes('neither'))
  if (opposite) found.push({ kind: 'position', verdict: 'contradicted', why: `${name} holds "${held}", the claim says "${direction}"` })
  else if (direction === 'for' && held === 'neither' && strength === 'strong') found.push({ kind: 'strength', verdict: 'partly', why: `${name} leaves it to an individual decision` })
  if (!opposite && !mixed && strength === 'strong' && recommendation.strength !== 'strong' && !/\bstrong/i.test(recommendation.text)) found.push({ kind: 'strength', verdict: 'partly', why: `${name} gives it as ${recommendation.strength}${recommendation.letter === null ? '' : ` (${recommendation.letter})`}` })
  else if (!opposite && !mixed && strength === 'conditional' && /\b(?:weak(?:ly)?|conditional(?:ly)?|tentative(?:ly)?)\b/i.test(claim.text) && recommendation.strength === 'strong') found.push({ kind: 'strength', verdict: 'partly', why: `${name} gives it as strong` })
  const graded = gradesIn(claim.text)
  const [letter] = gradesIn(recommendation.letter === null ? '' : /^[A-Z1-3]/i.test(recommendation.letter) && !/class|grade|level/i.test(recommendation.letter) ? `grade ${recommendation.letter}` : recommendation.letter)
  if (graded.length > 0 && letter !== undefined && !graded.includes(letter)) found.push({ kind: 'strength', verdict: 'contradicted', why: `${name} gives it ${recommendation.letter ?? ''}` })
  const aims = recommendation.target === null ? [] : readQuantities(recommendation.target).map(({ value }) => value)
  if (aims.length > 0 && claim.quantities.length > 0 && !aims.some((value) => claim.quantities.some((quantity) => quantity.value === value))) found.push({ kind: 'number', verdict: 'contradicted', why: `this advice is for ${recommendation.target ?? ''}` })
  if (supersededBy !== null && !/\b(?:superseded|replaced|earlier|older|former|previous(?:ly)?|then|at the time|before|updated?|until|no longer|changed|historic\w*|past|was|had)\b/i.test(claim.text)) found.push({ kind: 'outdated', verdict: 'partly', why: `this advice was replaced by ${supersededBy}` })
  return found
}
