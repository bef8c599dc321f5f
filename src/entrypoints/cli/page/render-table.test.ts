import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { renderTable } from './render-table.ts'

const paint = pc.createColors(false)

describe('renderTable', () => {
  it('wraps cells of a few columns', () => {
    const lines = renderTable({ columns: ['Outcome', 'Why'], rows: [['Pain', 'one small trial that was never repeated by anyone else']] }, 40, paint)
    expect(lines).toEqual([
      'Outcome  Why',
      '───────  ───────────────────────────────',
      'Pain     one small trial that was never',
      '         repeated by anyone else',
    ])
  })

  it('leaves a row that is short of cells as it is', () => {
    expect(renderTable({ columns: ['A', 'B'], rows: [['x']] }, 40, paint).at(-1)).toBe('x')
  })

  it('gives many wide columns as records, one after the other', () => {
    const wide = 'a fairly long cell'
    expect(renderTable({ columns: ['A', 'B', 'C', 'D', 'E'], rows: [['one', wide, wide, wide, ''], ['two', wide, wide, wide, 'e']] }, 40, paint)).toEqual([
      'one', `  B: ${wide}`, `  C: ${wide}`, `  D: ${wide}`, '', 'two', `  B: ${wide}`, `  C: ${wide}`, `  D: ${wide}`, '  E: e',
    ])
  })
})
