import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { auditOf } from '../../../test/support/audit-fixtures.ts'
import { WAYS } from '../../../test/support/corrupt-claims.ts'
import { INTRACEPT_FRAMINGS, QUESTIONS } from '../../../test/journeys/questions.ts'
import { readMarkdownPage } from '../../core/formats/page-text/index.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { compose, type DraftClaim } from '../answer/index.ts'
import { checkClaim } from './check-claim.ts'

const vocabulary = starterVocabulary()
const questions = [...Object.values(QUESTIONS).flat().map(({ ask }) => ask), ...INTRACEPT_FRAMINGS.slice(0, 1)]
const CHECKED = new Set(['evidence', 'guideline', 'computed'])

function claimsOf(question: string): DraftClaim[] {
  const draft = compose({ vocabulary }, askLibrary(question), 'clinician')
  return [...draft.answer, ...draft.sections.flatMap((section) => section.claims)].filter(({ kind }) => CHECKED.has(kind))
}

const claims = questions.flatMap((question) => claimsOf(question)).filter((claim, index, all) => all.findIndex(({ id, text }) => id === claim.id && text === claim.text) === index)

describe('verified articles, corrupted by program', () => {
  it('flags at most 0.02 of untouched claims', () => {
    const flagged = claims.map((claim) => ({ ...claim, why: checkClaim({ vocabulary }, claim) })).filter(({ why }) => why.verdict !== 'supported')
    expect(claims.length).toBeGreaterThan(1000)
    expect(flagged.map(({ id, text, why }) => `${why.why} | ${id}: ${text}`).slice(0, 20)).toEqual([])
  })

  const results = Object.entries(WAYS).map(([name, corrupt]) => {
    const corrupted = claims.map((claim) => corrupt(claim)).filter((claim) => claim !== null)
    const missed = corrupted.filter((claim) => checkClaim({ vocabulary }, claim).verdict === 'supported')
    return { name, tried: corrupted.length, caught: corrupted.length - missed.length, missed: missed.slice(0, 6).map(({ id, text }) => `${id}: ${text}`) }
  })

  it.each(results.map((result) => [result.name, result] as const))('catches at least 0.95 of: %s', (_name, { tried, caught, missed }) => {
    expect(tried).toBeGreaterThan(10)
    expect(caught / tried, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

describe('printed sentences, corrupted and read back as a page from anywhere', () => {
  /** Ways that make the words themselves wrong; the others change what stands behind them, or quote less, which is not false. */
  const inWords = Object.entries(WAYS).filter(([name]) => !['source swap', 'retracted source', 'unforeseen: quote moved', 'unforeseen: inputs changed', 'unforeseen: another sentence added', 'unforeseen: tail cut', 'unforeseen: halves exchanged'].includes(name))
  const FLAGGED = new Set(['contradicted', 'partly', 'not-supported'])
  const asked = questions.filter((_question, index) => index % 25 === 0)
  const flags = (title: string, texts: readonly string[]): boolean[] => {
    const audit = auditOf(readMarkdownPage(`# ${title}\n\n${texts.join('\n\n')}\n`))
    return texts.map((text) => audit.claims.some((claim) => text.includes(claim.text) && FLAGGED.has(claim.check.verdict)))
  }
  const articles = asked.map((question) => ({ question, claims: claimsOf(question).filter(({ kind, text }) => kind !== 'computed' && text.length < 400).slice(0, 14) }))

  it('flags at most 0.02 of them untouched', () => {
    const untouched = articles.flatMap(({ question, claims: own }) => flags(question, own.map(({ text }) => text)))
    expect(untouched.length).toBeGreaterThan(20)
    expect(untouched.filter(Boolean).length / untouched.length).toBeLessThanOrEqual(0.02)
  })

  it('flags at least 0.95 of them corrupted', () => {
    const rows = articles.flatMap(({ question, claims: own }) => inWords.flatMap(([name, corrupt]) => {
      const texts = own.map((claim) => corrupt(claim)?.text).filter((text) => text !== undefined)
      return flags(question, texts).map((flagged, index) => ({ name, flagged, text: texts[index] ?? '' }))
    }))
    expect(rows.length).toBeGreaterThan(200)
    const missed = rows.filter(({ flagged }) => !flagged)
    expect(1 - missed.length / rows.length, missed.map(({ name, text }) => `${name}: ${text}`).join('\n')).toBeGreaterThanOrEqual(0.95)
  }, 60_000)
})
