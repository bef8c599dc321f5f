import { describe, expect, it } from 'vitest'
import { exampleArticle } from '../../../../test/support/example-article.ts'
import { openTerminal } from '../terminal.ts'
import { renderArticle } from './render-article.ts'
import { textWidth } from './wrap-words.ts'

const paper = (columns: number, colour: 'never' | 'always' = 'never'): ReturnType<typeof openTerminal> =>
  openTerminal({ stdout: { write: () => undefined, columns }, stderr: { write: () => undefined }, colour })
// oxlint-disable-next-line no-control-regex -- colour sequences are what is removed
const withoutColour = (text: string): string => text.replaceAll(/\u001B\[\d+m/gu, '')

describe('renderArticle', () => {
  const page = renderArticle(exampleArticle(), paper(80))

  it('begins with banner, question, verdict and certainty, in words and marks', () => {
    expect(page.split('\n').slice(0, 8)).toEqual([
      'For education only, pending human review.', '',
      'Is basivertebral nerve ablation indicated for chronic low back pain?', '═'.repeat(60 + 8), '',
      '⇄ CONTESTED', '  Guidelines disagree.', '  Certainty: low ⊕⊕◯◯ (pain against sham)',
    ])
  })

  it.each([40, 60, 80, 100, 200])('is never wider than the window of %d columns, nor than 100', (columns) => {
    const widest = Math.max(...renderArticle(exampleArticle(), paper(columns)).split('\n').filter((line) => !/\S{40}/u.test(line)).map((line) => textWidth(line)))
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 100))
  })

  it('says the same with colour as without', () => {
    const coloured = renderArticle(exampleArticle(), paper(80, 'always'))
    expect(coloured).not.toBe(page)
    expect(withoutColour(coloured)).toBe(page)
  })

  it('numbers steps and references as the text cites them', () => {
    expect(page).toContain(' 1. Confirm Modic changes. [3]\n 2. Offer exercise first. [3]')
    expect(page).toContain(' [1] Author A. Trial 1. Spine J. 2019. doi:10.1000/1\n     industry funding; id: source-1')
  })

  it('lays a wide table out as a list under each first cell', () => {
    expect(page).toContain('Example Society [3]\n  Year: 2020\n  Position: for')
  })

  it('puts a narrow table side by side', () => {
    expect(page).toContain('Harm      Rate\n────────  ─────────\nFracture  1.55% [2]')
  })

  it('lets no text drive the terminal', () => {
    const bad = exampleArticle({ question: { ...exampleArticle().question, text: 'Is \u001B]0;pwned\u0007 it\u202E safe?\nReally?' } })
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(renderArticle(bad, paper(80))).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u)
  })
})
