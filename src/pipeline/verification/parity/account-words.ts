import { stemWord } from '../../../core/text/index.ts'

/** Words that carry no claim of their own. Negations, hedges, amounts and directions are never among them. */
const FILLER = new Set('a an the of or and to in on for by at as with one these those this that which who is are was were be been being it its their they them people person persons had has have having get got getting where s'.split(' '))

/** Forms of one word that no stemmer joins. */
const SAME_WORD: Readonly<Record<string, string>> = { died: 'death', dying: 'death', die: 'death', felt: 'feeling', came: 'coming', lost: 'losing', men: 'man', women: 'woman', children: 'child', babies: 'baby', bodies: 'body', smoked: 'smoke', older: 'old', shots: 'shot' }

/** The words of a text that carry meaning, each by its stem. */
export function meaningWords(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !FILLER.has(word)).map((word) => stemWord(SAME_WORD[word] ?? word))
}

/** Words of a text that none of the phrases holds: what it adds to them. */
export function unaccountedWords(text: string, phrases: readonly string[]): string[] {
  const held = new Set(phrases.flatMap((phrase) => meaningWords(phrase)))
  return meaningWords(text).filter((word) => !held.has(word))
}

/** Whether a text holds every word of a phrase that carries meaning, as often as the phrase does. */
export function covers(text: string, phrase: string): boolean {
  const held = meaningWords(text)
  return meaningWords(phrase).every((word) => {
    const at = held.indexOf(word)
    if (at >= 0) held.splice(at, 1)
    return at >= 0
  })
}

/** Whether a text is one of the names, or a list of them, and nothing else: "no such test" is not "such test". */
export function namesOnly(text: string, names: readonly string[]): boolean {
  const known = names.filter((name) => name.trim() !== '').toSorted((a, b) => b.length - a.length)
  const rest = known.reduce((left, name) => left.replace(new RegExp(phrasePattern(name), 'giu'), '§'), text)
  return rest.includes('§') && /^(?:§|,|\s|\b(?:and|or|an?|the)\b)+$/i.test(rest)
}

/** A pattern for the words of a phrase, whole words, whatever their case. */
export function phrasePattern(phrase: string): string {
  return String.raw`(?<![\p{L}\p{N}])${phrase.trim().replace(/^(?:an?|the) /i, '').replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\p{L}\p{N}])`
}
