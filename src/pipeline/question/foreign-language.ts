/**
 * Frequent little words of languages in the Latin alphabet that are neither English words nor medical abbreviations or
 * names when written as here. Capitals are compared too: "DES" is a stent, "des" is French.
 */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  german: 'ist der das und für bei ein eine einer einem einen nicht wird sind werden oder auf mit zur zum von kann soll sollte wie wann welche welcher hilft gegen nach auch noch ich sie wirkt wirksam',
  french: 'elle un indiqué indiquée prévenir est les une pour avec chez dans sont aux cette être peut faut doit quel quelle quels quelles pourquoi comment avoir traitement efficace contre du au ou et',
  spanish: 'está están es las una para por qué cuál cuáles cómo cuándo quién debe puede sirve tratamiento eficaz contra los del y',
  portuguese: 'é são uma para por com não qual quais como quando deve pode tratamento eficaz contra nos nas dos das ao',
  italian: 'è sono una della delle degli nella gli per con quale quali perché quando deve può trattamento efficace contro di che il',
  dutch: 'het een voor wordt niet zijn bij met wat wanneer welke kan moet werkt tegen',
  nordic: 'är och för inte som vid på med ett til ikke er af bør skal kan hvad hvordan virker mot mod',
  slavic: 'jest czy dla przy się nie jak lub oraz przez je pro při nebo není',
  turkish: 'mı mi için ve bir ile nedir midir nasıl',
  other: 'on olla onko ja tai mikä hogyan egy az hogy este pentru sau cu și',
}
/** Written alike in English or in medicine, so that alone they say nothing. */
const AMBIGUOUS = new Set(['on', 'am', 'es', 'kan', 'mit', 'von', 'per', 'con', 'mi', 'ou', 'et', 'az', 'je', 'pro', 'er', 'una', 'para', 'los', 'las', 'das', 'dos', 'al', 'au', 'du', 'di', 'il', 'as', 'nos', 'nas', 'este', 'cu', 'y', 'como', 'un', 'ja', 'tai', 'del', 'der', 'contra', 'auf', 'comment', 'ao', 'het', 'pour', 'til', 'skal', 'mot', 'mod', 'ett', 'mat', 'noch', 'les', 'zur', 'zum', 'af', 'bir', 'och', 'jak', 'nie', 'dla', 'is', 'sie', 'wird', 'sind', 'est', 'sont', 'che', 'wat'])
const FOREIGN = new Set(Object.values(LITTLE_WORDS).flatMap((words) => words.split(' ')))
const TELLING = new Set([...FOREIGN].filter((word) => !AMBIGUOUS.has(word)))
const ENGLISH = new Set('the is are of for in with and to does do should what which when who how can a an or it i my be not after versus vs at by from people patients adults would has have was were this that there than better use used treatment treat risk effect effects evidence'.split(' '))

const MOSTLY_LATIN = 0.7

/** Whether the text is written in another language than English: another script, or more foreign little words than English ones. */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}|[µμαβγδεκλω]/gu)?.length ?? 0
  if (latin < letters * MOSTLY_LATIN) return true
  const words = text.match(/(?<![\p{L}\p{N}-])\p{L}+(?![\p{L}\p{N}-])/gu) ?? []
  const plain = words.filter((word) => word === word.toLowerCase() || /^\p{Lu}\p{Ll}+$/u.test(word)).map((word) => word.toLowerCase())
  const foreign = plain.filter((word) => FOREIGN.has(word)).length
  const telling = plain.filter((word) => TELLING.has(word)).length
  const english = plain.filter((word) => ENGLISH.has(word)).length
  if (/[¿¡]|\b(?:est|sont|faut|peut|doit)-(?:elle|ils?|elles|ce|on)\b/i.test(text) && english < 2) return true
  return (telling > 0 && foreign > english && (foreign >= 2 || (words.length >= 3 && english === 0))) || (foreign >= 3 && english === 0)
}
