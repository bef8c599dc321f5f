import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compositeEquivalenceSchema } from './composite-equivalence.ts'
import { compositeEquivalenceData } from './data/index.ts'
import { starterVocabulary } from './starter-vocabulary.ts'
import { conceptSchema, type Concept } from './concept.ts'
import { foldWord, tokenise, Vocabulary } from './vocabulary.ts'

const concept = (id: string, synonyms: readonly string[], more: Partial<Concept> = {}): Concept =>
  conceptSchema.parse({ id, kind: 'condition', label: id.replaceAll('-', ' '), plain: id, synonyms: [...synonyms], source: 'test', ...more })

const vocabulary = new Vocabulary({
  concepts: [
    concept('heart-failure', ['HF']),
    concept('hfpef', ['heart failure with preserved ejection fraction'], { isA: ['heart-failure'] }),
    concept('ischaemic-stroke', ['stroke'], { isA: [] }),
    concept('tens', ['TENS'], { kind: 'intervention', label: 'transcutaneous electrical nerve stimulation' }),
    concept('metoprolol', [], { kind: 'intervention', isA: ['beta-blocker'] }),
    concept('beta-blocker', [], { kind: 'intervention' }),
    concept('beta-blocker-interruption', [], { kind: 'intervention', stops: 'beta-blocker' }),
    concept('alzheimers-disease', ["Alzheimer's disease", 'Alzheimer']),
    concept('circle-a', [], { isA: ['circle-b'] }),
    concept('circle-b', [], { isA: ['circle-a'] }),
  ],
  outcomes: [{ id: 'stroke', label: 'stroke', plain: 'stroke', category: 'organ-event', thresholdPer1000: 10, synonyms: [] }],
  bodies: [{ id: 'acc-aha', name: 'American College of Cardiology and American Heart Association', short: 'ACC/AHA', region: 'US', qualified: true, reason: 'test' }, { id: 'who', name: 'World Health Organization', short: 'WHO', region: 'world', qualified: true, reason: 'test' }],
  criticalOutcomes: [],
  instruments: [],
})
const named = (text: string): string[] => vocabulary.recognise(text).map(({ conceptId }) => conceptId)

describe('recognising names', () => {
  it.each([
    ['takes the longest name', 'heart failure with preserved ejection fraction', ['hfpef']],
    ['returns to the shorter name when the longer breaks off', 'heart failure with preserved kidney function', ['heart-failure']],
    ['gives every concept that shares a name', 'a stroke', ['ischaemic-stroke', 'stroke']],
    ['folds case, hyphens and the plural', 'HEART-FAILURES', ['heart-failure']],
    ['folds British and American spelling', 'ischemic stroke', ['ischaemic-stroke']],
    ['reads either apostrophe', 'Alzheimer’s disease', ['alzheimers-disease']],
    ['takes two letters only in capitals', 'HF, not hf', ['heart-failure']],
    ['keeps the S of an abbreviation', 'tens for pain', ['tens']],
    ['does not take a ten for a TENS', 'ten years, a ten-year risk', []],
    ['finds whole words only', 'heartfailure', []],
    ['never overlaps', 'heart failure heart failure', ['heart-failure', 'heart-failure']],
  ])('%s', (_says, text, ids) => {
    expect(named(text)).toEqual(ids)
  })

  it('gives offsets that hold the words', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before} heart failure ${after}`
      for (const { start, end, text: surface } of vocabulary.recognise(text)) expect(text.slice(start, end)).toBe(surface)
      expect(named(text)).toContain('heart-failure')
    }))
  })

  it('knows bodies by name and by a short name in capitals', () => {
    expect(vocabulary.recogniseBodies('the AHA, and who?').map(({ bodyId }) => bodyId)).toEqual(['acc-aha'])
    expect(vocabulary.recogniseBodies('What does WHO say?').map(({ bodyId }) => bodyId)).toEqual(['who'])
  })
})

describe('classes', () => {
  it('walks up nearest first and down to every member', () => {
    expect(vocabulary.ancestors('hfpef')).toEqual(['hfpef', 'heart-failure'])
    expect(vocabulary.descendants('heart-failure')).toEqual(['heart-failure', 'hfpef'])
    expect(vocabulary.isWithin('hfpef', 'heart-failure')).toBe(true)
    expect(vocabulary.isWithin('heart-failure', 'hfpef')).toBe(false)
  })

  it('walks a circle in the data once', () => {
    expect(vocabulary.ancestors('circle-a')).toEqual(['circle-a', 'circle-b'])
  })

  it('hands out lists that the caller may change', () => {
    vocabulary.ancestors('hfpef').push('changed')
    expect(vocabulary.ancestors('hfpef')).toEqual(['hfpef', 'heart-failure'])
  })

  it('finds the stopping of a drug through its class', () => {
    expect(vocabulary.stoppingOf('metoprolol')).toEqual(['beta-blocker-interruption'])
    expect(vocabulary.stoppingOf('heart-failure')).toEqual([])
  })
})

describe('folding words', () => {
  it.each([
    ['anaemia', 'anemia'], ['haemorrhages', 'hemorrhage'], ['oedema', 'edema'], ['randomised', 'randomized'], ['tumours', 'tumor'],
    ['diagnoses', 'diagnosis'], ['metastases', 'metastasis'], ['biopsies', 'biopsy'], ['paediatric', 'pediatric'],
  ])('%s like %s', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other))
  })

  it('keeps words apart that only look alike', () => {
    expect(foldWord('sepsis')).not.toBe(foldWord('sepsi'))
    expect(foldWord('dose')).toBe(foldWord('doses'))
    expect(foldWord('pus')).toBe('pus')
  })

  it('gives the place of each word in the text', () => {
    expect(tokenise('L5-S1, Ménière’s')).toEqual([
      { word: 'l5', unfolded: 'l5', start: 0, end: 2 },
      { word: 's1', unfolded: 's1', start: 3, end: 5 },
      { word: 'meniere', unfolded: 'meniere', start: 7, end: 16 },
    ])
  })
})

describe('the vocabulary that ships', () => {
  const starter = starterVocabulary()

  it('recognises the label and every synonym of every concept in a sentence', () => {
    const missed = [...starter.concepts()].flatMap(({ id, label, synonyms }) =>
      [label, ...synonyms].filter((name) => !starter.recognise(`about ${name}.`).some(({ text }) => text.length > 0)).map((name) => `${id}: ${name}`))
    expect(missed).toEqual([])
  })

  it('has no class or stopping that points at nothing', () => {
    const lost = [...starter.concepts()].flatMap(({ id, isA, stops }) => [...isA, ...(stops === undefined ? [] : [stops])].filter((other) => starter.concept(other) === undefined).map((other) => `${id} → ${other}`))
    expect(lost).toEqual([])
  })

  it('lists composites as equivalent by parts that are outcomes, each composite once, whatever the order of its parts', () => {
    const entries = z.array(compositeEquivalenceSchema).parse(compositeEquivalenceData)
    const composites = entries.flatMap((entry) => entry.composites)
    expect(composites.flat().filter((part) => starter.outcome(part) === undefined)).toEqual([])
    expect(new Set(composites.map((parts) => parts.toSorted().join('+'))).size).toBe(composites.length)
    expect(starter.equivalentComposite(['heart-failure-event', 'cardiovascular-death'])).toBe(starter.equivalentComposite(['cardiovascular-death', 'heart-failure-event']))
    expect(starter.equivalentComposite(['death', 'stroke'])).toBeUndefined()
  })

  it('takes no ordinary question word for a clinical name', () => {
    const ordinary = 'is it not true that this is the best way to treat people who have had no help from other things in ten years and should it be used or stopped'
    expect(starter.recognise(ordinary)).toEqual([])
  })
})
