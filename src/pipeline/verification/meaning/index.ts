export { cuesOf, CUES, type CueKind, type Direction } from './cues.ts'
export { readQuantities, type Quantity, type UnitKind } from './quantities.ts'
