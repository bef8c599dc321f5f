/**
 * Learns the yes/no model and writes it with its card:
 * `node src/evaluation/yesno/train.ts PUBMEDQA.jsonl PROMPTS.jsonl.gz [FOREIGN.jsonl …]`
 * Foreign sets are only measured, never learned from. The effect model must be there: train it first.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { saveClassifier } from '../../core/learning/index.ts'
import { loadEffectModel } from '../../pipeline/appraisal/effect-direction/index.ts'
import { prepareTrialQuestions, prepareYesNo, saveYesNoModel, trainYesNoModel } from '../../pipeline/appraisal/yes-no/index.ts'
import { learnedFrom, readRows } from '../classification/index.ts'
import { promptSchema } from '../effects/index.ts'
import { bagOfWords, trainBagOfWords } from './bag-of-words.ts'
import { evaluateYesNo } from './evaluate-yes-no.ts'
import { yesNoCard } from './yes-no-card.ts'
import { evidenceOf, identityOf, yesNoRowSchema } from './yes-no-row.ts'

const FOLDS = 5
/** Shorter evidence is a cell of a table, which answers nothing by itself. */
const SHORTEST_SENTENCE = 20
const models = join(import.meta.dirname, '..', '..', 'pipeline', 'appraisal', 'models')
const [path, promptsPath, ...foreign] = process.argv.slice(2)
if (path === undefined || promptsPath === undefined) {
  console.error('Usage: node src/evaluation/yesno/train.ts PUBMEDQA.jsonl PROMPTS.jsonl.gz [FOREIGN.jsonl …]')
  process.exit(2)
}

const { rows, hashes } = await readRows(path, yesNoRowSchema)
const { difference } = await loadEffectModel()
const examples = rows.flatMap((row) => {
  const evidence = evidenceOf(row, true)
  return evidence.kind === 'snippets' || row.answer === undefined || row.answer === null ? [] : [prepareYesNo(row.question, evidence, row.answer, difference)]
})
const prompts = await readRows(promptsPath, promptSchema)
const trials = prompts.rows.flatMap(({ label, evidence, ...question }) => {
  const sentence = evidence?.[0]?.text ?? ''
  return label === undefined || label === null || sentence.length < SHORTEST_SENTENCE ? [] : prepareTrialQuestions(question, sentence, label, difference)
})
const saved = saveYesNoModel(trainYesNoModel(examples, difference, trials), learnedFrom(hashes, rows.map((row) => identityOf(row))))
await writeFile(join(models, 'yes-no.json'), `${JSON.stringify(saved, null, 2)}\n`)
const wordsOf = (withConclusion: boolean): ReturnType<typeof saveClassifier> => saveClassifier(trainBagOfWords(rows.flatMap((row) => (row.answer === undefined || row.answer === null ? [] : [{ features: bagOfWords(row, withConclusion), label: row.answer }]))).classifier)
await writeFile(join(import.meta.dirname, 'bag-of-words.json'), `${JSON.stringify({ contexts: wordsOf(false), withConclusion: wordsOf(true) }, null, 2)}\n`)
const measured = await Promise.all([
  evaluateYesNo(path, { folds: FOLDS }).then((evaluation) => ({ name: 'PubMedQA, contexts alone', evaluation })),
  evaluateYesNo(path, { folds: FOLDS, withConclusion: true }).then((evaluation) => ({ name: 'PubMedQA, with the conclusion', evaluation })),
  ...foreign.map((file) => evaluateYesNo(file).then((evaluation) => ({ name: `${file.split('/').at(-1) ?? file}, nothing learned from it`, evaluation }))),
])
await writeFile(join(models, 'yes-no.card.md'), yesNoCard({ path, hashes, promptsPath, promptsHash: prompts.hashes[0] ?? '', trials: trials.length, examples: examples.length, saved, measured }))
