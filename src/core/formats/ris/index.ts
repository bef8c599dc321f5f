export { parseNbib, parseRis } from './parse-ris.ts'
