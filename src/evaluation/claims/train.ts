/**
 * Learns the reader of claims and writes it:
 * `node src/evaluation/claims/train.ts PUBMEDQA.jsonl PROMPTS.jsonl.gz`
 * Both sets are MIT. Sets of claims are only measured with it, never learned from.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countTerms, saveStanceModel, trainStanceModel } from '../../pipeline/verification/passage-stance/index.ts'
import { learnedFrom, readRows } from '../classification/index.ts'
import { promptSchema } from '../effects/index.ts'
import { yesNoRowSchema } from '../yesno/index.ts'
import { claimsOfPrompts, claimsOfQuestions, examplesOf, PROMPT_WEIGHT } from './training-claims.ts'

const [questionsPath, promptsPath] = process.argv.slice(2)
if (questionsPath === undefined || promptsPath === undefined) {
  console.error('Usage: node src/evaluation/claims/train.ts PUBMEDQA.jsonl PROMPTS.jsonl.gz')
  process.exit(2)
}
const questions = await readRows(questionsPath, yesNoRowSchema)
const prompts = await readRows(promptsPath, promptSchema)
const asked = claimsOfQuestions(questions.rows)
const told = claimsOfPrompts(prompts.rows)
const model = trainStanceModel([...examplesOf(asked, 1), ...examplesOf(told, PROMPT_WEIGHT)])
const background = countTerms([...asked, ...told].flatMap(({ claim, passage }) => [claim, passage]))
const saved = saveStanceModel(model, background, learnedFrom([...questions.hashes, ...prompts.hashes], [...asked, ...told].map(({ claim, passage }) => [claim, passage])))
await writeFile(join(import.meta.dirname, '..', '..', 'pipeline', 'verification', 'passage-stance', 'passage-stance.json'), `${JSON.stringify(saved, null, 2)}\n`)
console.error(`${asked.length} claims of questions, ${told.length} of prompts; ${model.classifier.space.names.length} features.`)
