import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../test/support/build-source.ts'
import { silentRecommendation } from './silent-positions.ts'

describe('silentRecommendation', () => {
  it.each([
    ['before the first study, it predates', 2016, 2018, 'predates'],
    ['after the first study, it did not mention it', 2025, 2018, 'in-scope-not-mentioned'],
    ['in the year of the first study, it did not mention it', 2018, 2018, 'in-scope-not-mentioned'],
    ['without a study held, nothing can be called older', 2016, null, 'in-scope-not-mentioned'],
  ] as const)('%s', (_case, year, firstYear, silence) => {
    expect(silentRecommendation(buildSource({ year }), 'nerve ablation', firstYear)).toMatchObject({ direction: 'silent', silence })
  })

  it('never reads a year that is not stated', () => {
    expect(silentRecommendation({ ...buildSource(), year: null }, 'nerve ablation', 2018).silence).toBe('in-scope-not-mentioned')
  })

  it('stands on the title of the document', () => {
    const source = buildSource({ text: 'Low back pain\nmore', title: 'Low back pain', sections: [{ title: 'Title', kind: 'title', start: 0, end: 13 }] })
    const { span } = silentRecommendation(source, 'nerve ablation', null)
    expect(source.text.slice(span.start, span.end)).toBe('Low back pain')
  })
})
