export { tellOmissions } from './tell-omissions.ts'
export type { Omission, Told } from './types.ts'
