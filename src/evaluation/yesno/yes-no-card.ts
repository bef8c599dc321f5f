import { basename } from 'node:path'
import type { SavedYesNoModel } from '../../pipeline/appraisal/yes-no/index.ts'
import { cardTable, type CardRow } from '../classification/index.ts'
import type { YesNoEvaluation } from './evaluate-yes-no.ts'

export type YesNoCardFacts = {
  readonly path: string
  readonly hashes: readonly string[]
  readonly promptsPath: string
  readonly promptsHash: string
  readonly trials: number
  readonly examples: number
  readonly saved: SavedYesNoModel
  readonly measured: readonly { readonly name: string; readonly evaluation: YesNoEvaluation }[]
}

/** The card of the yes/no model, in Markdown. */
export function yesNoCard({ path, hashes, promptsPath, promptsHash, trials, examples, saved, measured }: YesNoCardFacts): string {
  const size = (part: 'contexts' | 'conclusions' | 'passages'): string => saved[part].names.split('\n').length.toLocaleString('en-US')
  const file = hashes.length === 1 ? 'SHA-256' : 'SHA-256 (as it is, unpacked)'
  return `# yes-no.json

Reads the answer (yes, no, maybe) to a yes/no research question from an abstract or from passages chosen for it. Three
linear classifiers (L2 logistic regression, \`core/learning\`): of an abstract's results and the question (${size('contexts')}
features), of its conclusion (${size('conclusions')}), of passages (${size('passages')}). All ask the effect model whether a sentence tells a
difference. Weights are rounded to 16 bits.

**Made by** \`node src/evaluation/yesno/train.ts PUBMEDQA PROMPTS [FOREIGN …]\`; the same files give the same bytes.

**Learned from** ${examples} expert-labelled questions of PubMedQA (github.com/pubmedqa/pubmedqa, **MIT**); for passages also,
at a weight of 0.02 each, from ${trials.toLocaleString('en-US')} questions made of Evidence Inference's marked sentences
(github.com/jayded/evidence-inference, **MIT**), from which the effect model learned too. From nothing else: BioASQ's
terms do not allow it. That weight is the one choice that was compared on BioASQ (0: 0.77; 0.02 to 0.1: 0.77 to 0.79).

| file | ${file} |
| --- | --- |
| ${basename(path)} | ${hashes.join(' ')} |
| ${basename(promptsPath)} | ${promptsHash} |

\`evaluate yesno\` refuses to score this model on rows it learned from (\`learnedFrom\` in the file).

**Measured** on PubMedQA by 5 folds over the same questions, learned anew without those scored. Foreign sets: the shipped
weights as they are, yes and no taken as equally likely beforehand, never "maybe" (the label has no rows there).

${cardTable(measured.flatMap(({ name, evaluation }) => rowsOf(name, evaluation)))}

**Limits.** "Maybe" is too rare (one question in ten) to be learned: it is almost never answered. A question whose premise
is wrong, with passages that say nothing of it, is read as yes too often. Drawing the folds anew moves the PubMedQA
figures by about 0.01.
`
}

function rowsOf(name: string, { scores, bagOfWords, majority }: YesNoEvaluation): CardRow[] {
  return [
    ...(scores === null ? [] : [{ name: `**${name}**`, scores }]),
    ...(bagOfWords === null ? [] : [{ name: 'bag of words', scores: bagOfWords }]),
    ...(majority === null ? [] : [{ name: 'majority', scores: majority }]),
  ]
}
