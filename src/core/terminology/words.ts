/** A word of a text, folded for comparison. Offsets are UTF-16 units into the text. */
export type Token = {
  /** The folded form: lower case, one spelling, singular. */
  readonly word: string
  /** The same with its final "s" kept, for abbreviations that end in one (TENS is not the plural of ten). */
  readonly unfolded: string
  readonly start: number
  readonly end: number
}

/** Words of a text for matching names: lower case, hyphens and slashes as gaps, one spelling, plural "s" dropped. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    const unfolded = plain(match[0])
    tokens.push({ word: foldWord(unfolded), unfolded, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** Lower case, accents and the possessive dropped. */
function plain(raw: string): string {
  const ascii = /^[ -~]*$/.test(raw) ? raw : raw.normalize('NFKD').replace(/\p{M}/gu, '')
  const lower = ascii.toLowerCase()
  return lower.endsWith('s') ? lower.replace(/['’]s$/, '') : lower
}

/** Letters that British and American spelling may differ in; most words have none and need no rule. */
const SPELLED_TWO_WAYS = /a?em|hae|oe|ae|our|is[eai]|lys/
const GREEK_PLURAL = /(gno|steno|sta|sthe|rrho|mbo|cro|clero)ses$/

/** Folds British and American spellings and regular plurals onto one form; only ever compared with itself. */
export function foldWord(word: string): string {
  const spelled = SPELLED_TWO_WAYS.test(word) ? oneSpelling(word) : word
  if (!spelled.endsWith('s') || spelled.length <= 3) return spelled
  if (spelled.length > 4 && spelled.endsWith('ies')) return `${spelled.slice(0, -3)}y`
  if (GREEK_PLURAL.test(spelled)) return spelled.replace(GREEK_PLURAL, '$1sis')
  return /(?:ss|us|is)$/.test(spelled) ? spelled : spelled.slice(0, -1)
}

function oneSpelling(word: string): string {
  return word
    .replace(/aemi/g, 'emi').replace(/haem/g, 'hem').replace(/oedem/g, 'edem').replace(/oesoph/g, 'esoph').replace(/oestr/g, 'estr')
    .replace(/paed/g, 'ped').replace(/anaes/g, 'anes').replace(/faec/g, 'fec').replace(/isch?aem/g, 'ischem').replace(/tumour/g, 'tumor')
    .replace(/orrhoe/g, 'orrhe').replace(/gynaec/g, 'gynec').replace(/orthopaed/g, 'orthoped').replace(/leukaem/g, 'leukem')
    .replace(/ise(?=$|d$|s$)/g, 'ize').replace(/isation/g, 'ization').replace(/ising$/g, 'izing').replace(/lyse/g, 'lyze').replace(/our$/g, 'or')
}
