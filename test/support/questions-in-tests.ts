import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTIONS } from '../journeys/questions.ts'

const TESTS = ['also-hold.test.ts', 'worked-questions.test.ts']
const QUESTION = /'([A-Z][^'\n]+\?)'/g

/** Every question that a test of a verdict asks, each once: those of the journeys and those written in the tests themselves. */
export function questionsInTests(): string[] {
  const written = TESTS.flatMap((file) => [...readFileSync(join(import.meta.dirname, '..', file), 'utf8').matchAll(QUESTION)].map((match) => match[1] ?? ''))
  return [...new Set([...Object.values(QUESTIONS).flat().map(({ ask }) => ask), ...written])]
}
