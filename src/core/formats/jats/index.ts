export type { Contributor, JatsFront } from './jats-front.ts'
export { JatsParser, parseJats, readJatsStructure } from './jats-parser.ts'
export type { JatsStructure } from './jats-structure.ts'
