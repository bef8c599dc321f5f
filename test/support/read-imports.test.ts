import { describe, expect, it } from 'vitest'
import { readImports, withoutComments } from './read-imports.ts'

describe('readImports', () => {
  it.each([
    ["import { a } from './a.ts'", './a.ts', false], ["import type { A } from './a.ts'", './a.ts', true], ["import { type A, type B } from './a.ts'", './a.ts', true],
    ["import { type A, b } from './a.ts'", './a.ts', false], ["export * from './a.ts'", './a.ts', false], ["export type * from './a.ts'", './a.ts', true],
    ["import './a.ts'", './a.ts', false], ["import data from './a.json' with { type: 'json' }", './a.json', false], ["import {\n  a,\n  b,\n} from './a.ts'", './a.ts', false],
    ["const a = await import('./a.ts')", './a.ts', false], ["type A = typeof import('./a.ts')", './a.ts', true],
  ])('reads %j', (code, specifier, isTypeOnly) => {
    expect(readImports(code)).toMatchObject([{ specifier, isTypeOnly }])
  })

  it('reads no import from a comment or a text', () => {
    expect(readImports("// import { a } from './a.ts'\n/* import './b.ts' */\nconst c = 'import x from'\n")).toEqual([])
  })
})

describe('withoutComments', () => {
  it('keeps addresses in quotes and the count of lines', () => {
    expect(withoutComments("const a = 'https://x' // why\n/* two\nlines */ b")).toBe("const a = 'https://x'       \n      \n         b")
  })
})
