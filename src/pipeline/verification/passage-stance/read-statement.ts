import { splitSentences, type Token } from '../../../core/text/index.ts'
import { bearingOf } from './clause-bearing.ts'
import { stanceTokens } from './stance-tokens.ts'
import { BORDERS, DENIALS, HEDGES, OPENNESS } from './stance-words.ts'
import { waysOf } from './term-ways.ts'
import type { Bearing } from './types.ts'

export type Clause = {
  readonly words: readonly string[]
  readonly terms: ReadonlySet<string>
  readonly bearing: Bearing
  /** Which way each term is said to go: 1 more of it, -1 less; terms without a word of direction near are not in it. */
  readonly wayOf: ReadonlyMap<string, number>
  /** Terms after a denial, to the end of the clause. */
  readonly denied: ReadonlySet<string>
  readonly isHedged: boolean
  readonly isOpen: boolean
  readonly isDenied: boolean
}

/** A sentence as its clauses. */
export type Statement = { readonly words: readonly string[]; readonly tokens: readonly Token[]; readonly terms: ReadonlySet<string>; readonly clauses: readonly Clause[] }

/** The sentences of a text, each with its clauses read. */
export function readStatements(text: string): Statement[] {
  const plain = expandDenials(text)
  return splitSentences(plain).map(({ start, end }) => readStatement(plain.slice(start, end)))
}

/** A claim's sentences; one that asks and answers itself ("Do masks help? No.") is read as its answer. */
export function readClaim(claim: string): Statement[] {
  const [, asked, answer] = /^(.*(?:\?|:))["'”’)\]]*\s*(?:in a word,?\s*|(?:the )?(?:short )?answer(?: is|:)\s*)?(yes|no|not really|not at all|nope|absolutely not|false|myth|true|fact)\b[^?]{0,60}$/isu.exec(claim) ?? []
  if (asked === undefined || answer === undefined) return readStatements(claim)
  const statements = readStatements(asked)
  return /^(?:yes|true|fact)/iu.test(answer) ? statements : statements.map((statement) => ({ ...statement, clauses: statement.clauses.map((clause) => ({ ...clause, bearing: DENIED[clause.bearing], denied: clause.denied.size > 0 ? new Set<string>() : clause.terms, isDenied: !clause.isDenied })) }))
}

const DENIED: Readonly<Record<Bearing, Bearing>> = { for: 'no-good', against: 'no-harm', 'no-good': 'for', 'no-harm': 'against', 'no-relation': 'none', none: 'none' }

/** "Although X, Y" states Y; X is conceded. */
const CONCEDED = /^\W*(?:although|though|even though|while|whereas|despite|in spite of)\b[^,;]*,/iu

/** "don't", "isn't", "can't" with their denial as a word of its own. */
function expandDenials(text: string): string {
  return text.replace(/\b(ca|wo|sha)n['’]t\b/giu, '$1 not').replace(/n['’]t\b/giu, ' not')
}

function readStatement(text: string): Statement {
  const tokens = stanceTokens(text)
  const concededTo = CONCEDED.exec(text)?.[0].length ?? 0
  const clauses: Token[][] = [[]]
  for (const [at, token] of tokens.entries()) {
    const isTurn = token.lower === ';' || token.lower === ':' || BORDERS.has(token.lower)
    const endsConcession = concededTo > 0 && token.end === concededTo
    if (endsConcession || (isTurn && at > 0)) clauses.push([])
    clauses.at(-1)?.push(token)
  }
  const spoken = clauses.filter((clause) => clause.some(({ kind }) => kind === 'word'))
  return { words: wordsOf(tokens), tokens, terms: termsIn(tokens), clauses: spoken.map((clause) => readClause(clause, (clause[0]?.end ?? concededTo) < concededTo)) }
}

function readClause(tokens: readonly Token[], isConceded: boolean): Clause {
  const words = wordsOf(tokens)
  return {
    words,
    terms: termsIn(tokens),
    bearing: isConceded ? 'none' : bearingOf(words),
    wayOf: waysOf(tokens),
    denied: termsIn(tokens.slice(denialAt(words) + 1 || tokens.length)),
    isHedged: words.some((word) => HEDGES.has(word)),
    isOpen: words.some((word) => OPENNESS.has(word)),
    isDenied: words.some((word) => DENIALS.has(word)),
  }
}

function denialAt(words: readonly string[]): number {
  return words.findIndex((word) => DENIALS.has(word))
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ lower }) => lower)
}

function termsIn(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ stems }) => stems))
}
