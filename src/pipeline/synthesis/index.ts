export { synthesise } from './synthesise.ts'
export type * from './types.ts'
