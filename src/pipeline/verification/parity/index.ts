export { checkParity } from './check-parity.ts'
export { keepParity, type Kept } from './keep-parity.ts'
export type { Difference, Parity, Version } from './types.ts'
