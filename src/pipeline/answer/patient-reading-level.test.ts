import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'
import { QUESTIONS } from '../../../test/journeys/questions.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { verifyDraft } from '../verification/index.ts'
import { compose } from './compose.ts'
import { conditionName, plainName } from './patient-names.ts'

const vocabulary = starterVocabulary()

/** What the page says in its own words; a source keeps its words inside quotation marks. */
const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '')

/** Every patient version over the starter library: its sentences, its measured level and the concepts asked about. */
const PAGES = Object.values(QUESTIONS).flat().map(({ ask }) => {
  const synthesis = askLibrary(ask)
  const draft = compose({ vocabulary }, synthesis, 'patient')
  const { answer, sections, reasons } = verifyDraft({ vocabulary }, draft)
  const claims = [...answer, ...sections.flatMap((section) => section.claims)]
  const level = claims.find(({ id }) => id === 'reading-level')
  const own = claims.filter(({ id }) => id !== 'reading-level' && !id.startsWith('passage:'))
  return { ask, synthesis, claims: own, level, texts: [draft.verdict.headline, ...reasons, ...own.map(({ text }) => text)] }
})

const levels = (key: string): number[] => PAGES.map(({ level }) => Number(level?.inputs?.[key]))

describe('the reading level of every patient version', () => {
  it('is printed by both measures', () => {
    for (const { level } of PAGES) expect(level?.text).toContain(`School grade ${String(level?.inputs?.['grade'])} (Flesch and Kincaid, 1975), or ${String(level?.inputs?.['smog'])} (SMOG`)
  })

  it('is grade 8 or below by Flesch and Kincaid', () => {
    expect(Math.max(...levels('grade'))).toBeLessThanOrEqual(8)
  })

  it('stays within two grades of that by SMOG, which runs higher', () => {
    expect(Math.max(...levels('smog'))).toBeLessThanOrEqual(10)
  })
})

it('explains the treatment and the illness that it names, or names them plainly', () => {
  const unexplained = PAGES.flatMap(({ ask, synthesis: { question, stance }, claims }) => (stance === 'no-evidence' ? [] : [...question.intervention.concepts.map((id) => [id, plainName(vocabulary, id)] as const), ...question.population.concepts.map((id) => [id, conditionName(vocabulary, id)] as const)]
    .filter(([id, name]) => !claims.some((claim) => claim.id === `term:${id}`) && !vocabulary.concept(id)?.plain.toLowerCase().includes(name.toLowerCase().replace(/^an? /, '')))
    .map(([id, name]) => `${ask}: ${name} (${id})`)))
  expect(unexplained).toEqual([])
})

it('gives every share of people with the same denominator', () => {
  const other = PAGES.flatMap(({ texts }) => texts.flatMap((text) => [...unquoted(text).matchAll(/\b(?:[Aa]bout|From) [\d.]+(?: to [\d.]+)? (?:of|in|out of) (\d[\d,]*)|\bOf (\d[\d,]*) /g)].map(([found, first, second]) => [found, first ?? second] as const))).filter(([, denominator]) => denominator !== '1000')
  expect(other).toEqual([])
})

it('prints no ratio, no p, no number needed to treat', () => {
  const statistics = /hazard ratio|odds ratio|risk ratio|\bp\s?[<=]|\bNNT\b|number needed|confidence interval|95% CI|\bper 1000\b/i
  expect(PAGES.flatMap(({ texts }) => texts.filter((text) => statistics.test(unquoted(text))))).toEqual([])
})
