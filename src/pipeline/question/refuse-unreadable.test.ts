import { describe, expect, it } from 'vitest'
import { Fault } from '../../core/model/index.ts'
import { MAX_QUESTION_CHARACTERS, refuseUnreadable } from './refuse-unreadable.ts'

const OTHER_LANGUAGES = [
  'Ist Aspirin zur Vorbeugung eines Herzinfarkts angezeigt?',
  'Hilft Dapagliflozin bei Herzinsuffizienz?',
  "L'aspirine est-elle indiquée pour prévenir un premier infarctus ?",
  'Traitement efficace contre la lombalgie chronique',
  '¿Está indicada la aspirina?',
  'Es eficaz la metformina para la diabetes?',
  'A aspirina é indicada para idosos?',
  "L'aspirina è indicata per la prevenzione primaria?",
  'Is aspirine aangewezen voor het voorkomen van een hartinfarct? Wat werkt het beste bij ouderen',
  'Är aspirin lämpligt för äldre?',
  'Czy aspiryna jest wskazana dla osób starszych?',
  'Aspirin yaşlılar için uygun mu?',
  'Показан ли аспирин для первичной профилактики?',
  '阿司匹林是否适用于一级预防？',
  'هل الأسبرين مفيد لكبار السن؟',
  'アスピリンは一次予防に適応がありますか？',
]

const ENGLISH = [
  'Is aspirin indicated to prevent a first heart attack?',
  'basivertebral nerve ablation low back pain',
  'DES versus BMS in stable CAD',
  'IL-6 and IL-17 inhibitors',
  'del Nido cardioplegia outcomes',
  'Sjögren pilocarpine',
  'Behçet colchicine apremilast',
  'Guillain-Barré IVIG plasma exchange',
  'de Quervain tenosynovitis injection',
  'Le Fort fracture antibiotics',
  'LOS after PCI',
  'TNF-α blockers for Crohn disease',
  'Ménière betahistine',
  'low dose CT',
  'Para 2, on aspirin, pre-eclampsia',
  'statins',
]

describe('refusing what cannot be read', () => {
  it.each(OTHER_LANGUAGES)('refuses another language: %s', (text) => {
    expect(faultOf(text)).toMatchObject({ code: 'bad-usage', message: 'the question does not seem to be in English' })
  })

  it.each(ENGLISH)('reads English with foreign names and abbreviations: %s', (text) => {
    expect(refuseUnreadable(text)).toBe(text)
  })

  it.each(['', '   ', '\n\t', '???', '\u0000\u0007', '\u202E\u200B', '🙂', '12'])('says that nothing was asked: %j', (text) => {
    expect(faultOf(text)).toMatchObject({ code: 'bad-usage', message: 'the question is empty' })
  })

  it('reads a procedure code, which has no letter', () => {
    expect(refuseUnreadable('64628')).toBe('64628')
  })

  it('refuses 100,000 characters at once, with the number, the limit and a remedy', () => {
    const fault = faultOf('aspirin '.repeat(12_500))
    expect(fault.message).toBe('the question has 100,000 characters; 4,000 are the most')
    expect(fault.remedy).toContain('--case FILE')
  })

  it('reads a question of exactly the most characters', () => {
    expect(refuseUnreadable('a'.repeat(MAX_QUESTION_CHARACTERS))).toHaveLength(MAX_QUESTION_CHARACTERS)
  })

  it('drops control characters and marks of direction, folds white space and composes accents', () => {
    expect(refuseUnreadable(' \u202Eis\u0000 aspi\u200Brin\r\n\r\n  indicated\u00A0for Me\u0301nie\u0300re\u200F? ')).toBe('is aspirin indicated for Ménière?')
  })

  it('keeps the lines of a case apart and joins a wrapped sentence', () => {
    expect(refuseUnreadable('58-year-old woman\nModic 2 at L5-S1\nIs Intracept\nindicated?')).toBe('58-year-old woman; Modic 2 at L5-S1; Is Intracept indicated?')
  })

  it('survives half a surrogate pair', () => {
    expect(refuseUnreadable('is aspirin indicated \uD83D?')).toBe('is aspirin indicated \uFFFD?')
  })

  it('never repeats the question in its fault', () => {
    const fault = faultOf('Mein geheimer Patient Müller ist krank und wird nicht gesund')
    expect(`${fault.message} ${fault.remedy}`).not.toContain('Müller')
  })
})

function faultOf(text: string): Fault {
  try {
    refuseUnreadable(text)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('the text was not refused')
}
