import { basename } from 'node:path'
import type { SavedEffectModel } from '../../pipeline/appraisal/effect-direction/index.ts'
import { cardTable, readFileHash, type CardRow } from '../classification/index.ts'
import type { EffectsEvaluation } from './evaluate-effects.ts'

export type EffectCardFacts = {
  readonly promptsPath: string
  readonly articlesPath: string
  readonly hashes: readonly string[]
  readonly examples: number
  readonly saved: SavedEffectModel
  readonly withArticles: EffectsEvaluation
  readonly abstractsOnly: EffectsEvaluation
}

/** The card of the effect-direction model, in Markdown. */
export async function effectCard({ promptsPath, articlesPath, hashes, examples, saved, withArticles, abstractsOnly }: EffectCardFacts): Promise<string> {
  const sizes = (['evidence', 'difference', 'direction'] as const).map((part) => `${part} ${saved[part].names.split('\n').length.toLocaleString('en-US')}`)
  return `# effect-direction.json

Reads from a report whether an outcome was significantly higher, lower or not different under an intervention against a
comparator. Three linear classifiers (L2 logistic regression, \`core/learning\`): is a sentence the evidence; does it tell
a difference; which way. Features known: ${sizes.join(', ')}. Weights are rounded to 16 bits.

**Made by** \`node src/evaluation/effects/train.ts PROMPTS ARTICLES\`; the same files give the same bytes.

**Learned from** ${examples.toLocaleString('en-US')} prompts of Evidence Inference 2 (github.com/jayded/evidence-inference, **MIT**), with their
labels and marked evidence, and ${withArticles.fullTexts} of their articles in full (each with its own licence; the weights hold single words,
pairs and triples of words, no passages).

| file | SHA-256 |
| --- | --- |
| ${basename(promptsPath)} | ${hashes[0] ?? ''} |
| the same, unpacked | ${hashes[1] ?? ''} |
| ${basename(articlesPath)} | ${await readFileHash(articlesPath)} |

\`evaluate effects\` refuses to score this model on rows it learned from (\`learnedFrom\` in the file).

**Measured** by ${withArticles.folds} folds by document over the same prompts (learned anew without the documents scored). With the articles:

${cardTable(rowsOf(withArticles))}

From titles and abstracts alone:

${cardTable(rowsOf(abstractsOnly))}

Swaps: an increase read as a decrease or the reverse, of all prompts.

**Limits.** More than a quarter of the prompts have their evidence in a text that was not available; there the answer is
little better than the commonest one. Tables are read row by row without their column heads. Where the comparator is
"baseline", or an improvement is told without its direction, the reading leans on which words went with which label in
training. It is a reading of words, not an appraisal of the trial.
`
}

function rowsOf({ scores, bagOfWords, majority }: EffectsEvaluation): CardRow[] {
  return [
    ...(scores === null ? [] : [{ name: 'this model', scores }]),
    ...(bagOfWords === null ? [] : [{ name: 'bag of words', scores: bagOfWords }]),
    ...(majority === null ? [] : [{ name: 'majority', scores: majority }]),
  ]
}
