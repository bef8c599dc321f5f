import { beforeAll, describe, expect, it } from 'vitest'
import { bearingOf } from './clause-bearing.ts'
import { findContraries } from './contraries.ts'
import { alignedFeatures, compareTexts, countTerms, loadStanceModel, readStance, saveStanceModel, stanceChances, stanceFeatures, trainStanceModel, weighTerms, type Stance, type StanceExample, type StanceModel, type WeightOf } from './index.ts'
import { kinOf } from './kin-words.ts'
import { readClaim, readStatements } from './read-statement.ts'
import { sharedSpelling } from './shared-spelling.ts'
import type { Bearing } from './types.ts'

/** Every sentence here is made up for this test. */
function bearings(text: string): Bearing[] {
  return readClaim(text).flatMap(({ clauses }) => clauses.map(({ bearing }) => bearing))
}

const ALIKE: WeightOf = () => 1

describe('what a clause says of its subject', () => {
  it.each<[string, Bearing]>([
    ['Ginger reduces nausea and pain', 'for'], ['Smoking raises the risk of stroke', 'against'], ['Ginger does not reduce pain', 'no-good'], ['Tea did not increase mortality', 'no-harm'],
    ['Iron deficiency increases the risk of death', 'for'], ['People with low iron intake had higher mortality', 'for'], ['There is no evidence that magnets relieve pain', 'no-good'], ['Salt was not associated with stroke', 'no-relation'],
    ['No difference in mortality was found', 'no-relation'], ['Coffee intake showed a negative correlation with mortality', 'for'], ['A greater reduction in pain was seen with yoga', 'for'], ['Honey cures everything', 'for'], ['It is a myth that honey prevents caries', 'no-good'],
    ['We aimed to find whether yoga reduces pain', 'none'], ['Frail people are at higher risk', 'against'], ['Anaemia that is not treated is associated with complications', 'against'], ['Zinc helps more than half of patients', 'for'], ['The study took place in Norway', 'none'],
  ])('%s: %s', (text, bearing) => {
    expect(bearingOf(readStatements(text)[0]?.words ?? [])).toBe(bearing)
  })

  it('takes what comes after "although" as conceded, and each side of "but" by itself', () => {
    expect(bearings('Although tea raises the risk of stroke, it reduces mortality')).toEqual(['none', 'for'])
    expect(bearings('Tea reduces pain but increases mortality')).toEqual(['for', 'against'])
  })

  it('reads a claim that asks and answers itself as its answer', () => {
    expect(bearings('Does tea prevent cancer? No.')).toEqual(['no-good'])
    expect(bearings('Does tea prevent cancer? Yes, it does.')).toEqual(['for'])
    expect(bearings("Tea doesn't prevent cancer")).toEqual(['no-good'])
  })
})

describe('a claim beside a passage', () => {
  const relation = (claim: string, passage: string): string => compareTexts(claim, passage, ALIKE).relation

  it('tells agreement, contradiction and denial apart', () => {
    expect(relation('Ginger reduces nausea', 'Nausea fell and pain was reduced with ginger')).toBe('agree')
    expect(relation('Ginger reduces nausea', 'Ginger increased nausea and the risk of bleeding')).toBe('oppose')
    expect(relation('Ginger raises mortality', 'Ginger was not associated with mortality')).toBe('denied')
    expect(relation('Ginger is not associated with mortality', 'Ginger raises mortality')).toBe('null-vs-some')
  })

  it('hears that the same thing goes the other way', () => {
    const { clauses } = compareTexts('Salt increases thirst', 'Salt decreased thirst', ALIKE)
    expect(clauses[0]?.ways.opposed).toBeGreaterThan(0)
    expect(clauses[0]?.ways.same).toBe(0)
  })

  it('hears that one text denies what the other states', () => {
    const denials = (claim: string, passage: string): number => compareTexts(claim, passage, ALIKE).clauses[0]?.denials.mismatched ?? 0
    expect(denials('Dogs sweat through fur', 'Dogs do not sweat through fur')).toBeGreaterThan(denials('Dogs sweat through fur', 'Dogs sweat through fur'))
  })

  it('sets contrary words against each other, and not where a text uses both', () => {
    expect(findContraries(['early', 'surgery'], ['late', 'surgery']).opposed).toEqual([['early', 'late']])
    expect(findContraries(['early', 'surgery'], ['early', 'and', 'late']).opposed).toEqual([])
    expect(findContraries(['children'], ['infants']).shared).toBe(1)
  })

  it('attends to the sentence that speaks of the claim', () => {
    const { clauses } = compareTexts('Ginger reduces nausea', 'The weather was fine. Ginger reduced nausea.', ALIKE)
    expect((clauses[1]?.share ?? 0) > (clauses[0]?.share ?? 1)).toBe(true)
    expect(clauses.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('compares numbers', () => {
    expect(compareTexts('40 of 100 recovered', '40 people recovered', ALIKE).numbers).toBe('shared')
    expect(compareTexts('40 of 100 recovered', '12 people recovered', ALIKE).numbers).toBe('others')
  })

  it('hears the same thing in another word, and names it once', () => {
    expect(kinOf('paracetamol')).toBe(kinOf('acetaminophen'))
    expect(kinOf('table')).toBeUndefined()
    const { coverage, sharedWords } = compareTexts('Acetaminophen lowers fever', 'Paracetamol was given for fever.', ALIKE)
    expect(coverage).toBeGreaterThan(compareTexts('Acetaminophen lowers fever', 'Bread was given for fever.', ALIKE).coverage)
    expect(sharedWords).toEqual(['acetaminophen', 'fever'])
  })

  it('hears words of one root by their letters', () => {
    expect(sharedSpelling('hypertension', 'antihypertensive drugs')).toBeGreaterThan(0.5)
    expect(sharedSpelling('hypertension', 'bread')).toBe(0)
    expect(sharedSpelling('', 'bread')).toBe(0)
  })

  it('bears an empty passage', () => {
    expect(compareTexts('Ginger reduces nausea', '', ALIKE)).toMatchObject({ coverage: 0, clauses: [], relation: 'none' })
  })
})

describe('features of alignment', () => {
  const features = (claim: string, passage: string): ReadonlyMap<string, number> => alignedFeatures(compareTexts(claim, passage, ALIKE))

  it('tell an opposition that is about the subject of the claim from one that is not', () => {
    const about = (passage: string): number => features('Ginger reduces nausea', passage).get('opposes-subject') ?? 0
    expect(about('Ginger increased nausea.')).toBeGreaterThan(about('Surgery increased nausea.'))
  })

  it('tell whether a passage points one way, how it ends, and whether the claim asks', () => {
    expect(features('Ginger reduces nausea', 'Ginger reduced nausea. Ginger increased nausea.').get('both-ways')).toBe(1)
    expect(features('Ginger reduces nausea', 'Ginger was cheap. Ginger reduced nausea.').get('last-relation:agree')).toBe(1)
    expect(features('Does ginger reduce nausea?', 'Ginger was cheap.').get('claim-question')).toBe(1)
    expect(features('Ginger reduces nausea', 'Ginger was cheap.').has('claim-asks')).toBe(false)
  })

  it('are those of the reader that ships and more', () => {
    const comparison = compareTexts('Ginger reduces nausea', 'Ginger did not reduce nausea.', ALIKE)
    const aligned = alignedFeatures(comparison)
    for (const [name, value] of stanceFeatures(comparison)) expect(aligned.get(name)).toBe(value)
  })
})

describe('weights of terms', () => {
  it('weigh a rare term more, and pass over a collection too small to tell', () => {
    const many = countTerms(Array.from({ length: 200 }, (_, at) => `patient ${at} ${at % 50 === 0 ? 'ginger' : ''}`))
    const weightOf = weighTerms(many, countTerms(['ginger', 'ginger tea']))
    expect(weightOf('ginger')).toBeGreaterThan(weightOf('patient'))
    expect(weighTerms(countTerms(['one']))('anything')).toBe(1)
  })
})

describe('the reader that ships', () => {
  let model: StanceModel
  let weightOf: WeightOf
  beforeAll(async () => {
    const loaded = await loadStanceModel()
    model = loaded
    weightOf = weighTerms(loaded.background)
  })
  const read = (claim: string, passage: string): Stance => readStance(model, claim, passage, weightOf).stance

  it('follows plain words', () => {
    expect(read('Ginger reduces nausea after surgery', 'Ginger significantly reduced nausea after surgery.')).toBe('Supports')
    expect(read('Ginger reduces nausea after surgery', 'Ginger did not reduce nausea after surgery.')).toBe('Refutes')
    expect(read('Ginger reduces nausea after surgery', 'We recruited 40 people in Oslo between May and June.')).toBe('Neutral')
  })

  it('gives chances that add up to 1, the chance of its answer, and reasons in words', () => {
    const { chances, score, reasons, stance } = readStance(model, 'Ginger reduces nausea', 'Ginger increased nausea.', weightOf)
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
    expect(chances).toContain(score)
    expect(stance).not.toBe('Supports')
    expect(reasons.at(-1)).toContain('nausea')
    expect(readStance(model, 'Surgery reduces nausea', 'Surgery was in May.', weightOf).reasons.at(-1)).toContain('surgery')
    expect(reasons.join(' ')).toMatch(/contrary.*the claim says it does good, the passage it does harm/u)
  })

  it('gives the same answer again', () => {
    expect(readStance(model, 'Tea prevents stroke', 'Tea was not associated with stroke.', weightOf)).toEqual(readStance(model, 'Tea prevents stroke', 'Tea was not associated with stroke.', weightOf))
  })

  it('survives being saved, and can be corrected by other examples', () => {
    const examples: StanceExample[] = Array.from({ length: 12 }, (_, at) => ({ features: stanceFeatures(compareTexts('Ginger reduces nausea', at % 2 === 0 ? 'Ginger reduced nausea' : 'Ginger increased nausea', ALIKE)), stance: at % 2 === 0 ? 'Refutes' : 'Supports' }))
    const corrected = trainStanceModel(examples, model)
    const features = examples[0]?.features ?? new Map<string, number>()
    expect(stanceChances(corrected, features)[1]).toBeGreaterThan(stanceChances(model, features)[1] ?? 1)
    expect(saveStanceModel(model, countTerms(['a']), { files: [], rows: '' }).classifier.labels).toBe(3)
  })
})
