import { firstSentence, isInAbstract, type DocumentView } from '../document-view.ts'
import type { ArticleSentence } from '../../sentences/index.ts'
import { ANIMALS } from '../sample-size/people-words.ts'
import { PEOPLE_CUE } from './design-cues.ts'

/** In lower case, or at the head of a title: "CAT" is a questionnaire, "MICE" a way to impute. */
const WORDS = `${ANIMALS}|animals?|murine|rodents?|canine|feline|porcine|equine|bovine|ovine`
const ANIMAL = new RegExp(String.raw`\b(?:${WORDS})\b|\b(?:${WORDS.replace(/(?<=^|\|)[a-z]/g, (letter) => letter.toUpperCase())})\b`)
const CARE_COMMITTEE = /\banimal (?:care|ethics|experiment\w*|welfare|use|research)\b[^.]{0,60}\b(?:committee|guidelines?|approv\w+|board)\b/i

/** The sentence that tells that the subjects were animals, or null. People named in the abstract speak against it. */
export function animalSentence(view: DocumentView): ArticleSentence | null {
  const abstract = view.sentences.filter((sentence) => isInAbstract(sentence))
  const title = view.sentences.find(({ role }) => role === 'title')
  const inTitle = title !== undefined && ANIMAL.test(title.text) && !PEOPLE_CUE.test(title.text) ? title : null
  const inAbstract = abstract.find(({ text }) => ANIMAL.test(text)) ?? null
  const first = inTitle ?? inAbstract
  if (first === null) return null
  const peopleSentences = abstract.filter(({ text }) => PEOPLE_CUE.test(text)).length
  const animalSentences = abstract.filter(({ text }) => ANIMAL.test(text)).length
  if (peopleSentences === 0 && (animalSentences > 0 || inTitle !== null)) return first
  const committee = firstSentence(view, CARE_COMMITTEE, ['methods', 'other', 'results'])
  return committee !== null && animalSentences > peopleSentences ? first : null
}
