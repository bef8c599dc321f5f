import { DENIALS, DIRECTION_OF } from '../effect-direction/direction-words.ts'
import type { PreparedSentence } from '../effect-direction/index.ts'
import { saysOpposite } from './opposites.ts'
import type { QuestionView } from './question-view.ts'

const DENIES = /\b(?:no|not|neither|nor|without|cannot|lack(?:s|ed|ing)? of)\b|non-?\s?signific|insignific|\b(?:similar|comparable|unchanged|unaffected|unlikely|ineffective|unnecessary|fail(?:s|ed|ure)?|rarely|insufficient|contraindicated|independent of)\b/i
const DENIES_EFFECT = /\b(?:no|not|neither|nor|without|cannot)\b[^.;]{0,60}\b(?:signific|differ|chang|effect|affect|influenc|impact|improv|increas|decreas|reduc|associat|alter|correlat|predict|benefi|support|evidence|recommend|justif|necessar|relat|superior|advantage|useful|reliable)/i
const AFFIRMS = /(?<!\b(?:no|not|non|without|nor|neither|any|never)\b.{0,25})\b(?:signific|associated|effective|improv|benefi|safe|feasible|useful|predict|correlat|reliable|support|should|recommend|superior|important|confirm|demonstrat|able to)/i
const HEDGES = /\b(?:may|might|could|possibl|perhaps|further|suggest|unclear|inconclusive|controversial|limited|caution|however|although|appear|seem|prospective|larger|need|remain|depend|some)/i

/** Words before a term among which a denial counts for it. */
const DENIAL_REACH = 4
/** The same before a word of direction. */
const DIRECTION_REACH = 5

/** What hand-written rules find in a sentence that may answer a question, by name. */
export function answerRules(sentence: PreparedSentence, question: QuestionView): string[] {
  const { text, pValues, stems } = sentence
  const denies = DENIES_EFFECT.test(text) ? 'effect' : DENIES.test(text) ? 'some' : 'none'
  const affirms = AFFIRMS.test(text) ? 'yes' : 'no'
  const yes = pValues.filter(({ isSignificant }) => isSignificant).length
  return [
    `denies:${denies}`, `affirms:${affirms}`, `says:${denies}:${affirms}`,
    ...(HEDGES.test(text) ? ['hedges'] : []),
    ...(pValues.length === 0 ? [] : [`p:${yes === pValues.length ? 'yes' : yes === 0 ? 'no' : 'mixed'}`]),
    ...(deniesTerm(sentence, question) ? ['denied-term'] : []),
    ...(saysOpposite(question.termSet, stems) ? ['opposite'] : []),
    ...directionRule(sentence, question),
  ]
}

/** Whether a word of the question stands right after a denial. */
function deniesTerm({ tokens }: PreparedSentence, { termSet }: QuestionView): boolean {
  return tokens.some(({ stems }, at) => stems.some((stem) => termSet.has(stem)) && hasDenial(tokens.slice(Math.max(0, at - DENIAL_REACH), at)))
}

/** Whether the sentence's words of direction go the way of the question's. */
function directionRule({ tokens }: PreparedSentence, { direction: asked }: QuestionView): string[] {
  if (asked === 0) return []
  const sum = tokens.reduce((all, { lower }, at) => {
    const direction = DIRECTION_OF.get(lower)
    if (direction === undefined) return all
    const sign = direction === 'up' || direction === 'good' ? 1 : -1
    return all + (hasDenial(tokens.slice(Math.max(0, at - DIRECTION_REACH), at)) ? -sign : sign)
  }, 0)
  return sum === 0 ? [] : [`direction:${Math.sign(sum) === asked ? 'agrees' : 'opposes'}`]
}

function hasDenial(tokens: readonly { readonly lower: string }[]): boolean {
  return tokens.some(({ lower }) => DENIALS.has(lower))
}
