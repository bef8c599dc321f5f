import type { HumanCeiling, InstanceScores, Share } from '../../../evaluation/scores/index.ts'
import type { Terminal } from '../terminal.ts'
import { hang } from './wrap-words.ts'

/** An instance's own scores for a terminal: each with what it counts, then what people reach. */
export function renderScores(scores: InstanceScores, human: readonly HumanCeiling[], { width, paint }: Terminal): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Sentences supported', `${share(scores.supported)} of the sentences composed stand on their quotes or inputs; only these are printed`],
    ['Questions decided', `${share(scores.decided)}; the others abstain: too little is held, or it is no yes-or-no question`],
    ['Framing', `${share(scores.framingStable)} of the questions are read the same in each of ${scores.wordings.toLocaleString('en')} other wordings`],
    ['Parity', `${share(scores.parity)} of the claims of the patient's versions say the same as the clinician's`],
    ['Audit of own pages', `${share(scores.ownAudit)} of the checkable sentences of our own pages, read back as a stranger's, are borne out`],
    ['Audit of changed numbers', `${share(scores.corruptionsFlagged)} of own sentences with one number changed are flagged`],
  ]
  return `${[
    paint.bold(`Scores of this instance on its ${scores.questions} built-in questions`),
    ...rows.flatMap(([about, says]) => hang(`  ${about}: `, says, width)),
    '', paint.bold('Beside people'),
    ...human.flatMap(({ text, source, doi }) => hang('  • ', `${text} (${source}${doi === null ? '' : `, doi:${doi}`})`, width)),
    '', ...hang('', 'The questions are those the program ships with, and it was built with them in view: the figures say that it keeps its rules, not how it does on yours.', width).map((line) => paint.dim(line)),
  ].join('\n')}\n`
}

function share({ right, of }: Share): string {
  return of === 0 ? 'none to count' : `${(100 * right / of).toFixed(right === of ? 0 : 1)}% (${right.toLocaleString('en')} of ${of.toLocaleString('en')})`
}
