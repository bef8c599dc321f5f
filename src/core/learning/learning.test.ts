import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, learnFeatureSpace, loadClassifier, minimise, saveClassifier, softmax, toVector, trainClassifier, type LabelledFeatures } from './index.ts'

function features(...names: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 1]))
}

const WEATHER: readonly LabelledFeatures[] = [
  { features: features('clouds', 'cold'), label: 0 }, { features: features('clouds', 'wind'), label: 0 }, { features: features('clouds'), label: 0 },
  { features: features('blue', 'warm'), label: 1 }, { features: features('blue', 'wind'), label: 1 }, { features: features('blue'), label: 1 },
]
const OPTIONS = { labels: 2, minCount: 1, penalty: 0.01 }

describe('minimise', () => {
  it('finds the lowest point of a long narrow valley', () => {
    // Rosenbrock 1960: the minimum is at (1, 1).
    const point = minimise((at, gradient) => {
      const [x = 0, y = 0] = at
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x)
      gradient[1] = 200 * (y - x * x)
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2
    }, Float64Array.of(-1.2, 1), { maxIterations: 500, tolerance: 1e-8 })
    expect(point[0]).toBeCloseTo(1, 5)
    expect(point[1]).toBeCloseTo(1, 5)
  })

  it('stays where it starts when that is the lowest point', () => {
    expect([...minimise((at, gradient) => { gradient[0] = 2 * (at[0] ?? 0); return (at[0] ?? 0) ** 2 }, Float64Array.of(0))]).toEqual([0])
  })
})

describe('trainClassifier', () => {
  it('tells apart what its examples tell apart', () => {
    const classifier = trainClassifier(WEATHER, OPTIONS)
    expect(classify(classifier, features('clouds'))[0]).toBeGreaterThan(0.8)
    expect(classify(classifier, features('blue'))[1]).toBeGreaterThan(0.8)
  })

  it('gives labels without evidence their share of the examples', () => {
    const examples = [...Array.from({ length: 3 }, () => ({ features: features(), label: 0 })), { features: features(), label: 1 }]
    expect(classify(trainClassifier(examples, OPTIONS), features('unseen'))[0]).toBeCloseTo(0.75, 3)
  })

  it('counts a weighted example as so many', () => {
    const examples = [{ features: features(), label: 0, weight: 3 }, { features: features(), label: 1 }]
    expect(classify(trainClassifier(examples, OPTIONS), features())[0]).toBeCloseTo(0.75, 3)
  })

  it('corrects what another model says of its examples, and leaves it where the examples agree', () => {
    const offset = [Math.log(0.75), Math.log(0.25)]
    const agreeing = [...Array.from({ length: 3 }, () => ({ features: features(), label: 0, offset })), { features: features(), label: 1, offset }]
    const classifier = trainClassifier(agreeing, OPTIONS)
    expect(classifier.model.bias[0]).toBeCloseTo(0, 3)
    expect(classify(classifier, features(), offset)[0]).toBeCloseTo(0.75, 3)
    const contrary = trainClassifier(agreeing.map((example) => ({ ...example, label: 1 - example.label })), OPTIONS)
    expect(classify(contrary, features(), offset)[0]).toBeCloseTo(0.25, 3)
  })

  it('gives the same model for the same examples', () => {
    expect(JSON.stringify(saveClassifier(trainClassifier(WEATHER, OPTIONS)))).toBe(JSON.stringify(saveClassifier(trainClassifier(WEATHER, OPTIONS))))
  })

  it('shrinks weights as the penalty grows', () => {
    const strength = (penalty: number): number => Math.abs(trainClassifier(WEATHER, { ...OPTIONS, penalty }).model.weights[0] ?? 0)
    expect(strength(1)).toBeLessThan(strength(0.01))
  })
})

describe('the feature space', () => {
  it('leaves out features that fewer examples have', () => {
    expect(learnFeatureSpace(WEATHER.map((example) => example.features), 3).names).toEqual(['blue', 'clouds'])
  })

  it('passes over features it does not know', () => {
    const space = learnFeatureSpace([features('a', 'b')], 1)
    expect([...toVector(space, new Map([['b', 2], ['c', 5]])).indices]).toEqual([1])
  })
})

describe('a saved classifier', () => {
  it('predicts as before within the rounding', () => {
    const classifier = trainClassifier(WEATHER, OPTIONS)
    const loaded = loadClassifier(saveClassifier(classifier))
    for (const example of WEATHER) expect(classify(loaded, example.features)[0]).toBeCloseTo(classify(classifier, example.features)[0] ?? 0, 2)
  })

  it('may know no feature at all', () => {
    const classifier = trainClassifier([{ features: features(), label: 0 }, { features: features(), label: 1 }], OPTIONS)
    expect(classify(loadClassifier(saveClassifier(classifier)), features('x'))[0]).toBeCloseTo(0.5, 6)
  })
})

describe('softmax', () => {
  it('gives probabilities whatever the size of the scores', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 }), (scores) => {
      const chances = softmax(scores)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
    }))
  })
})
