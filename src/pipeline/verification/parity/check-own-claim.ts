import type { Claim } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import { covers, namesOnly } from './account-words.ts'
import { statementOf } from './check-remark.ts'
import { wrong } from './compare-told.ts'
import { namesOf, type ReferenceFacts } from './reference-facts.ts'
import { sentencesOf } from './read-sentences.ts'
import { numberInput } from './read-inputs.ts'
import type { Wrong } from './types.ts'

/** How the reading level is told, its numbers apart. */
const LEVEL = 'School grade # (Flesch and Kincaid, #), or # (SMOG, McLaughlin #), from # words in # sentences. SMOG counts long words and runs higher. Our goal is grade # or less on the first. Names of treatments, groups and studies count as one short word each. The list of what is not covered is not counted.'

/**
 * Claims that a version has for its own reader and that state no evidence: what a word means, what to ask, how hard it
 * reads. Undefined for a claim that is none of these, which then is an addition.
 */
export function ownClaimWrong({ id, text, kind, citations, inputs }: Claim, { vocabulary }: ReferenceFacts): Wrong | null | undefined {
  const sentences = sentencesOf(text)
  const statement = statementOf(id)
  if (kind === 'advice' && statement !== null) return sentences.length === statement.length && statement.every((one) => sentences.includes(one)) ? null : wrong('changed', 'advice in other words')
  if (kind === 'advice' && id.startsWith('ask:')) return sentences.length === 1 && text.endsWith('?') && numbersIn(text).length === 0 ? null : wrong('added', 'a question that states something')
  if (kind === 'definition' && id.startsWith('term:')) return sentences.length === 1 && citations.length === 0 ? definitionWrong(id.slice('term:'.length), text) : wrong('added', 'a definition that states more')
  if (id !== 'reading-level') return undefined
  const numbers = numbersIn(text).map(({ value }) => value)
  const held = (key: string): number => numberInput(inputs, key)
  const isHeld = [held('grade'), 1975, held('smog'), 1969, held('words'), held('sentences'), 8].every((value, index) => numbers[index] === value) && numbers.length === 7
  return isHeld && text.replace(/(?<=[\s(])\d[\d,.]*(?<!\.)/g, '#') === LEVEL ? null : wrong('changed', 'another reading level')

  function definitionWrong(term: string, definition: string): Wrong | null {
    if (vocabulary.concept(term) === undefined) return definition.includes(': ') && numbersIn(definition).every(({ value }) => value === 1) ? null : wrong('added', 'a definition that states more')
    const names = namesOf(vocabulary, [term])
    const [, name = '', meaning = ''] = /^(.+?) means (.+)\.$/.exec(definition) ?? []
    const plain = vocabulary.concept(term)?.plain ?? ''
    const own = plain.toLowerCase().startsWith(`${vocabulary.concept(term)?.label.toLowerCase() ?? ''}, `) ? plain.slice((vocabulary.concept(term)?.label.length ?? 0) + 2) : plain
    return namesOnly(name, names) && meaning === own && covers(definition, own) ? null : wrong('changed', 'another meaning')
  }
}
