export { openPassageIndex, type PassageIndex } from './open-passage-index.ts'
