import { stemWord } from './stem-word.ts'
import { ASKING_WORDS, STOP_WORDS } from './stop-words.ts'

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu',
  ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}

/**
 * The terms under which a text is indexed and searched, in order: words without accents and case, Greek letters
 * spelled out, British spelling folded on American, stop words left out, stemmed. Documents and queries go through
 * the same function, which is all that makes them meet.
 */
export function searchTerms(text: string): string[] {
  return words(text).filter((word) => !STOP_WORDS.has(word)).map(toTerm)
}

/** The terms of a question: as `searchTerms`, and without the words by which it asks. All words when nothing else is left. */
export function queryTerms(text: string): string[] {
  const all = words(text)
  const content = all.filter((word) => !STOP_WORDS.has(word) && !ASKING_WORDS.has(word))
  return (content.length > 0 ? content : all).map(toTerm)
}

function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
  return plain.replace(/[α-ω]/gu, (letter) => ` ${GREEK[letter] ?? letter} `).match(/[\p{L}\p{N}]+/gu) ?? []
}

function toTerm(word: string): string {
  return stemWord(foldSpelling(word))
}

/** British spellings on American ones, for the word parts common in medicine (haemorrhage, oedema, tumour, randomised). */
function foldSpelling(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/haem/g, 'hem').replace(/aemi/g, 'emi').replace(/oedem/g, 'edem').replace(/oesoph/g, 'esoph').replace(/oestr/g, 'estr')
    .replace(/paed/g, 'ped').replace(/anaes/g, 'anes').replace(/faec/g, 'fec').replace(/gynaec/g, 'gynec').replace(/orrhoea/g, 'orrhea')
    .replace(/is(e[ds]?|ing|ation)$/, 'iz$1').replace(/lys(e[ds]?|ing)$/, 'lyz$1').replace(/our(s?)$/, 'or$1').replace(/tre(s?)$/, 'ter$1')
}
