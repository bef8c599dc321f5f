export { appraise, shortName } from './appraise.ts'
export { AGED_AFTER_YEARS } from './appraise-position.ts'
export type * from './types.ts'
