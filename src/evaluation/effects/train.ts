/**
 * Learns the effect-direction model and writes it with its card:
 * `node src/evaluation/effects/train.ts PROMPTS.jsonl.gz ARTICLES.tar.gz`
 * A few minutes; the same files give the same bytes.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareExample, saveEffectModel, trainEffectModel } from '../../pipeline/appraisal/effect-direction/index.ts'
import { saveClassifier } from '../../core/learning/index.ts'
import { learnedFrom, readRows } from '../classification/index.ts'
import { bagOfWords, trainBagOfWords } from './bag-of-words.ts'
import { effectCard } from './effect-card.ts'
import { evaluateEffects } from './evaluate-effects.ts'
import { identityOf, promptSchema } from './prompt.ts'
import { readArticles } from './read-articles.ts'

const FOLDS = 5
const models = join(import.meta.dirname, '..', '..', 'pipeline', 'appraisal', 'models')
const [promptsPath, articlesPath] = process.argv.slice(2)
if (promptsPath === undefined || articlesPath === undefined) {
  console.error('Usage: node src/evaluation/effects/train.ts PROMPTS.jsonl.gz ARTICLES.tar.gz')
  process.exit(2)
}

const { rows: prompts, hashes } = await readRows(promptsPath, promptSchema)
const { byPmcid } = await readArticles(prompts, articlesPath)
const examples = prompts.flatMap(({ pmcid, label, evidence, ...question }) => {
  const article = byPmcid.get(pmcid)
  return article === undefined || label === undefined || label === null ? [] : [prepareExample({ question, article, label, evidence: (evidence ?? []).map(({ text }) => text) })]
})
const saved = saveEffectModel(trainEffectModel(examples), learnedFrom(hashes, prompts.map((prompt) => identityOf(prompt))))
await writeFile(join(models, 'effect-direction.json'), `${JSON.stringify(saved, null, 2)}\n`)
const words = trainBagOfWords(prompts.flatMap((prompt) => {
  const article = byPmcid.get(prompt.pmcid)
  return article === undefined || prompt.label === undefined || prompt.label === null ? [] : [{ features: bagOfWords(prompt, article), label: prompt.label }]
}))
await writeFile(join(import.meta.dirname, 'bag-of-words.json'), `${JSON.stringify(saveClassifier(words.classifier), null, 2)}\n`)
const onProgress = (message: string): void => { console.error(message) }
const withArticles = await evaluateEffects(promptsPath, { articles: articlesPath, folds: FOLDS, onProgress })
const abstractsOnly = await evaluateEffects(promptsPath, { folds: FOLDS, onProgress })
await writeFile(join(models, 'effect-direction.card.md'), await effectCard({ promptsPath, articlesPath, hashes, examples: examples.length, saved, withArticles, abstractsOnly }))
