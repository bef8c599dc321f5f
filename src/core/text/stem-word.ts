/**
 * The stem of an English word in lower case, so that "ablations", "ablation" and "ablate" are found by one another.
 *
 * Porter 1980 ("An algorithm for suffix stripping", Program 14(3):130–137), with his later departures (`logi` → `log`,
 * `bli` → `ble`). A stem is a key and never shown. Words with digits and words of other scripts are left as they are.
 */
export function stemWord(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  // A leading y is a consonant; the capital keeps the vowel patterns off it.
  const marked = word.startsWith('y') ? `Y${word.slice(1)}` : word
  const stem = [plural, pastAndGerund, finalY, doubleSuffix, fullSuffix, longSuffix, finalE].reduce((current, step) => step(current), marked)
  return stem.startsWith('Y') ? `y${stem.slice(1)}` : stem
}

const CONSONANT = '[^aeiou]'
const VOWEL = '[aeiouy]'
const CONSONANTS = `${CONSONANT}[^aeiouy]*`
const VOWELS = `${VOWEL}[aeiou]*`
/** Porter's measure m: how many vowel–consonant runs a stem has. */
const MEASURE_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`)
const MEASURE_IS_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`)
const MEASURE_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`)
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`)
const ENDS_CVC = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`)

function plural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return MEASURE_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word
  const stem = /^(.+?)(?:ed|ing)$/.exec(word)?.[1]
  if (stem === undefined || !HAS_VOWEL.test(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1)
  return ENDS_CVC.test(stem) ? `${stem}e` : stem
}

function finalY(word: string): string {
  return word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1)) && word.length > 1 ? `${word.slice(0, -1)}i` : word
}

const DOUBLE_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'], ['alli', 'al'], ['entli', 'ent'],
  ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'],
  ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log'],
])
const FULL_SUFFIXES: ReadonlyMap<string, string> = new Map([['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']])

function doubleSuffix(word: string): string {
  return replaceSuffix(word, DOUBLE_SUFFIXES, /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/)
}

function fullSuffix(word: string): string {
  return replaceSuffix(word, FULL_SUFFIXES, /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/)
}

function replaceSuffix(word: string, replacements: ReadonlyMap<string, string>, pattern: RegExp): string {
  const [, stem, suffix] = pattern.exec(word) ?? []
  if (stem === undefined || suffix === undefined || !MEASURE_ABOVE_0.test(stem)) return word
  return stem + (replacements.get(suffix) ?? suffix)
}

function longSuffix(word: string): string {
  const stem = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/.exec(word)?.[1]
  if (stem !== undefined) return MEASURE_ABOVE_1.test(stem) ? stem : word
  const beforeIon = /^(.+?[st])ion$/.exec(word)?.[1]
  return beforeIon !== undefined && MEASURE_ABOVE_1.test(beforeIon) ? beforeIon : word
}

function finalE(word: string): string {
  const stem = word.endsWith('e') ? word.slice(0, -1) : null
  const short = stem !== null && (MEASURE_ABOVE_1.test(stem) || (MEASURE_IS_1.test(stem) && !ENDS_CVC.test(stem))) ? stem : word
  return short.endsWith('ll') && MEASURE_ABOVE_1.test(short) ? short.slice(0, -1) : short
}
