export { HUMAN_CEILINGS, type HumanCeiling } from './human-ceilings.ts'
export { measureScores, type InstanceScores, type Share } from './measure-scores.ts'
