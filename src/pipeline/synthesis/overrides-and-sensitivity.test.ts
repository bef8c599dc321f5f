import { describe, expect, it } from 'vitest'
import { askLibrary } from '../../../test/support/ask-library.ts'

describe('a reader\'s own judgement of a domain', () => {
  const question = 'Is arthroscopic surgery indicated for degenerative knee disease?'

  it('changes the certainty and says whose it is and what the program had', () => {
    const before = askLibrary(question)
    const after = askLibrary(question, [{ outcome: 'pain', domain: 'indirectness', concern: 'serious', reason: 'other kind of patients', by: 'Dr Example' }])
    expect(before.certainty).toBe('high')
    expect(after.certainty).toBe('moderate')
    const domain = after.strata[0]?.deciding.find(({ outcomeConcept }) => outcomeConcept === 'pain')?.domains.find((one) => one.domain === 'indirectness')
    expect(domain?.reason).toContain('other kind of patients (set by Dr Example; the program had:')
  })

  it('leaves every other outcome as it was', () => {
    const after = askLibrary(question, [{ outcome: 'no such outcome', domain: 'imprecision', concern: 'very-serious', reason: 'x', by: 'y' }])
    expect(after.certainty).toBe('high')
  })
})

describe('the verdict without industry', () => {
  it('says that nothing is left where every trial was paid for by the maker or is not known', () => {
    const { sensitivity } = askLibrary('Is basivertebral nerve ablation indicated for low back pain?')
    expect(sensitivity.map(({ id, studiesLeft }) => [id, studiesLeft])).toEqual([['without-known-industry', 0], ['only-known-independent', 0]])
  })

  it('tells unknown funding from independent funding', () => {
    const { sensitivity } = askLibrary('Should a 75-year-old take aspirin to prevent a first heart attack?')
    const [without, only] = sensitivity
    expect(without?.studiesLeft).toBeGreaterThan(only?.studiesLeft ?? Infinity)
  })
})

describe('a published pool whose trials are held', () => {
  it('is the headline, and ours is recomputed beside it: HFpEF composite 0.81 (0.74 to 0.88), I² 0%', () => {
    const { strata } = askLibrary('Are SGLT2 inhibitors indicated in heart failure with preserved ejection fraction?')
    const composite = strata[0]?.bodies.find(({ recomputed, components }) => recomputed !== null && components.length === 2)
    expect(composite?.effect?.estimate).toBe(0.8)
    expect(composite?.recomputed?.effect.estimate).toBeCloseTo(0.81, 2)
    expect(composite?.recomputed?.effect.low).toBeCloseTo(0.74, 2)
    expect(composite?.recomputed?.effect.high).toBeCloseTo(0.88, 2)
    expect(composite?.recomputed?.i2).toBeCloseTo(0, 6)
  })
})
