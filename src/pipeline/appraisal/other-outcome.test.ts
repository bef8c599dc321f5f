import { describe, expect, it } from 'vitest'
import { buildSource } from '../../../test/support/build-source.ts'
import { starterVocabulary } from '../../core/terminology/index.ts'
import { understandQuestion } from '../question/index.ts'
import { askedOutcomes, otherOutcome } from './other-outcome.ts'
import type { StatedOutcome } from './types.ts'

const vocabulary = starterVocabulary()
const source = buildSource({ text: 'to lower something' })
const aim = (outcomes: readonly string[], parts: Partial<StatedOutcome> = {}): StatedOutcome => ({ kind: 'aim', outcomes, isWhole: true, start: 0, end: source.text.length, ...parts })

describe('otherOutcome', () => {
  it.each([
    ['death, asked about fractures', ['fracture'], [aim(['death'])], true],
    ['symptoms, asked about death', ['death'], [aim(['pain'])], true],
    ['another cause of death', ['death'], [aim(['cardiovascular-death'])], false],
    ['events that may hold the one asked about', ['stroke'], [aim(['major-cardiovascular-events'])], false],
    ['death and fractures, asked about fractures', ['fracture'], [aim(['death', 'fracture'])], false],
    ['an outcome that shares its name with the one asked about', ['cardiovascular-death'], [aim(['major-cardiovascular-events'])], false],
    ['words not fully understood', ['fracture'], [aim(['death'], { isWhole: false })], false],
    ['an outcome it only weighed', ['fracture'], [aim(['death'], { kind: 'weighed' })], false],
    ['death, when a harm is asked about', ['major-bleeding'], [aim(['death'])], false],
    ['death, when the question names no outcome', [], [aim(['death'])], false],
    ['nothing', ['fracture'], [], false],
  ])('advice for %s', (_case, asked, stated, isOther) => {
    expect(otherOutcome(vocabulary, source, asked, stated)).toBe(isOther ? 'to lower something' : null)
  })
})

describe('askedOutcomes', () => {
  it.each([
    ['Should adults take vitamin D to prevent fractures?', ['fracture']],
    ['Should adults take vitamin D to lower mortality?', ['death']],
    ['Should adults take a statin to prevent a first heart attack?', []],
    ['Should adults take vitamin D?', []],
    ['Does aspirin cause major bleeding?', []],
  ])('%s', (text, outcomes) => {
    expect(askedOutcomes(vocabulary, understandQuestion({ vocabulary }, { text }))).toEqual(outcomes)
  })
})
