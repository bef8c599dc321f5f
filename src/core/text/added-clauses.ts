/** A clause that begins anew: after a semicolon, or with a word of contrast. */
const JOINT = /;\s+|,\s+(?=(?:while|but|although|whereas)\s)/

/** Words of statistics: their numbers are told elsewhere, and a reader without training cannot weigh them. */
const STATISTICS = /\b(?:RR|OR|HR|RD|SMD|MD|NNT|CI)\b|\b[pP]\b|\bper \d|\b(?:odds|hazard|ratios?|rates?|difference|efficacy|interval|points?|relative risk|number needed|interaction|heterogeneity|prevented|to prevent|analysed|treated at)\b/

/** What a reader is told in set words wherever it holds. */
const TOLD_ELSEWHERE = /\bavailable to us\b|\bdid not clearly differ\b|\bnon-inferior|^(?:there was |these shares have )?(?:no |without a )(?:untreated )?(?:comparison|control)\b|^without a comparison group|^there was no (?:untreated )?(?:comparison|control)/i

/** How much was studied and how sure the source is, which have sentences of their own. */
const SIZE = /^[\d,]+ (?:people|children|adults|women|men|trials?|stud(?:y|ies))\b|\b(?:certainty|quality)\b/i

/** A clause shorter than this says nothing by itself. */
const FEWEST_WORDS = 4

/**
 * What the sentence that states a result says beside its numbers, clause by clause and in its own words: "the authors call
 * this small and likely not relevant", "by five years it was 74% and 72%". A plainer sentence on the same numbers would
 * lose it. Statistics in brackets are cut from the end of a clause; clauses of statistics are left out.
 */
export function addedClauses(text: string): string[] {
  const [, ...clauses] = outsideBrackets(text.trim().replace(/\.$/, '')).split(JOINT)
  return clauses
    .map((clause) => inBrackets(clause).replace(/\s*\([^()]*\)$/, '').trim())
    .filter((clause) => clause.split(/\s+/).length >= FEWEST_WORDS && !/[.()]\s/.test(clause) && !STATISTICS.test(clause) && !TOLD_ELSEWHERE.test(clause) && !SIZE.test(clause))
}

/** How a piece of advice is bound: what it comes beside, instead of or after. */
const BOUND = /\b(?:in addition to|as an? (?:\p{L}+ )?alternative to|instead of|rather than|along with|alongside|on top of|together with|preferably|only (?:if|when|after|for|in)|unless|except|after discussing|weighing|while noting|if a)\b[^;:(.]*/giu

/** What the sentence that states advice says beside whom and what it advises, in its own words: "in addition to anticoagulation". */
export function adviceClauses(text: string): string[] {
  const clauses = addedClauses(text)
  const bounds = [...text.trim().replace(/\.$/, '').matchAll(BOUND)].map(([phrase]) => phrase.trim().replace(/,$/, ''))
  return [...clauses, ...bounds.filter((phrase) => phrase.split(/\s+/).length >= 3 && !clauses.some((clause) => clause.includes(phrase)))]
}

const [SEMICOLON, COMMA] = ['\uE000', '\uE001']

/** Hides what would end a clause inside brackets. */
function outsideBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, (part) => part.replaceAll(';', SEMICOLON).replaceAll(',', COMMA))
}

function inBrackets(text: string): string {
  return text.replaceAll(SEMICOLON, ';').replaceAll(COMMA, ',')
}
