export { alignWords, type Alignment } from './align-words.ts'
export { studyWords } from './study-words.ts'
export { wordingDifferences, type Difference } from './wording-difference.ts'
export { wordingProblem } from './wording-problem.ts'
