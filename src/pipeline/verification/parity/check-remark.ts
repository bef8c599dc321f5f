import type { Claim } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import { peopleProblem } from './check-people.ts'
import { wrong } from './compare-told.ts'
import { bodyName, citedRecommendations, type ReferenceFacts } from './reference-facts.ts'
import { asWrong, firstWrong } from './told-checks.ts'
import { listInput, numberInput, textInput } from './read-inputs.ts'
import type { Wrong } from './types.ts'

/** Statements that rest on nothing but that something is or is not held: what a patient reads for the reference's. */
const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  'benefits:none': ['We hold no result on what it does for these people.'],
  'harms:none': ['We hold no number on harm for these people.', 'That is a gap in what we hold.', 'It does not mean that it is safe.'],
  'cost:none': ['We hold no number on cost.'],
  'guidelines:none': ['No expert group held here takes a side on this for these people.'],
  'alternatives:none': ['We hold no study of another treatment of this illness that compares two groups.'],
  'alternatives:note': ['These come from other studies of other people.', 'They cannot be set against each other number by number.'],
  'algorithm:none': ['No expert group held here gives steps for these people, so we print none.'],
  'uncontrolled:lead': ['The numbers below come from people who all had it.', 'With no fair comparison, no one can say what it did.'],
  'conflict:relayed': ['Other expert groups are said to hold the opposite view.', 'We know this only from other papers.'],
  accuracy: ['No study held here says how often this test is right.', 'What is held is how people did after it.'],
  'not-pooled': ['The next studies are told one by one.', 'Some hid from people what they had and some did not, so adding them up would mislead.'],
  'coverage:note': ['Your plan may need more facts before it pays.', 'Ask the plan in writing.', 'What a plan pays for is not the same as what helps.'],
  'algorithm:talk': ['You can talk these steps through with the person who treats you.'],
}

const STANCES: Readonly<Record<string, string>> = {
  recommended: 'experts advise it', conditional: 'it depends on the person', contested: 'experts disagree', 'not-recommended': 'experts or studies speak against it',
  'insufficient-evidence': 'too little is known', 'no-evidence': 'we found nothing on this', 'not-a-decision': 'not a yes-or-no question',
}

type Check = (claim: Claim, reference: Claim, facts: ReferenceFacts, sentences: readonly string[]) => Wrong | null

/** Whether the sentences are exactly those meant, in any order. */
function exactly(sentences: readonly string[], meant: readonly string[]): Wrong | null {
  const extra = sentences.find((sentence) => !meant.includes(sentence))
  if (extra !== undefined) return wrong(numbersIn(extra).length > 0 ? 'changed' : 'added', `“${extra}” is not in the reference`)
  const missing = meant.find((sentence) => !sentences.includes(sentence))
  return missing === undefined && sentences.length === meant.length ? null : wrong('dropped', `“${missing ?? ''}” is missing`)
}

const several = (count: number, one: string, many: string): string => (count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`)

/** Remarks whose meaning is a count, a tie or a name: by the beginning of their id. */
const REMARKS: readonly (readonly [prefix: string, check: Check])[] = [
  ['independence:count', (_claim, { inputs }, _facts, sentences) => {
    const number = (key: string): number => numberInput(inputs, key)
    const [maker, free, unknown] = [number('industry') + number('mixed'), number('public') + number('none'), number('notKnown')]
    return exactly(sentences, [
      `We hold ${several(number('studies'), 'study', 'studies')} on this.`, `The maker paid for ${maker === 0 ? 'none' : maker} of them, in full or in part.`,
      ...(free === 0 ? [] : [`Public money, or no outside money, stood behind ${free}.`]), ...(unknown === 0 ? [] : [`For ${unknown} we do not know who paid.`, 'Not known does not mean free of ties.']),
    ])
  }],
  ['independence:', ({ text }, { inputs }, facts) => {
    if (inputs !== undefined && 'studiesLeft' in inputs) {
      const opening = textInput(inputs, 'id') === 'without-known-industry' ? 'Without studies that we know the maker paid for, ' : 'With only the studies that we know the maker did not pay for, '
      const rest = numberInput(inputs, 'studiesLeft') === 0 ? 'none with a fair comparison is left.' : `${numberInput(inputs, 'studiesLeft')} of ${numberInput(inputs, 'studies')} are left, and the answer would be: ${STANCES[textInput(inputs, 'stance')] ?? ''}.`
      return text === opening + rest ? null : wrong('changed', 'another result without these studies')
    }
    const held = [...facts.recommendations.values()].filter(({ source }) => source.id === textInput(inputs, 'sourceId'))
    const name = held.map(({ source, recommendation }) => bodyName(facts, source, recommendation)).find((one) => text.startsWith(`${one} `)) ?? ''
    const tie = inputs?.['linked'] === true ? ' has ties to the maker.' : inputs?.['interested'] === true ? ' is made up of people who do this procedure.' : inputs?.['linked'] === false ? ' names no ties to the maker.' : ' may or may not have ties: we do not know.'
    return text === name + tie ? null : wrong(text.startsWith(name) ? 'strengthened' : 'changed', 'other ties')
  }],
  ['conflict:silence', ({ text }, { text: said, inputs }, _facts, sentences) => {
    const count = numberInput(inputs, 'count')
    const names = /: (.+?)\. Silence/.exec(said)?.[1]?.split(/, | and /).map((name) => name.replace(/ (\d{4})$/, ' ($1)')) ?? []
    const opening = `${count} ${count === 1 ? 'group that covers this illness says' : 'groups that cover this illness say'} nothing about it: `
    const list = sentences[0]?.startsWith(opening) === true ? sentences[0].slice(opening.length, -1).split(/, | and /) : []
    return sentences.length === 3 && names.length === list.length && names.every((name) => list.includes(name)) && text.endsWith('That is not a no. We count it on no side.') ? null : wrong('changed', 'other silent bodies')
  }],
  ['conflict:none', ({ text }, { inputs }) => (text === (numberInput(inputs, 'votes') > 1 ? 'The expert groups held here do not speak against each other for these people.' : 'Fewer than two expert groups take a side, so none is spoken against.') ? null : wrong('changed', 'another finding on disagreement'))],
  ['recomputed:', (_claim, { inputs }, _facts, sentences) => {
    const names = listInput(inputs, 'names')
    const listed = /^We also added up (.+) ourselves, as a check\.$/.exec(sentences[0] ?? '')?.[1]?.split(/, | and (?!colleagues)/) ?? []
    return sentences.length === 2 && sentences[1] === 'That is not one more proof.' && names.length === listed.length && names.every((name) => listed.includes(name)) ? null : wrong('strengthened', 'another check of ours')
  }],
  ['left-out', (_claim, { inputs }, _facts, sentences) => {
    const names = listInput(inputs, 'trials')
    const listed = /^(.+), the fairer kind of test, did not take people like this\.$/.exec(sentences[0] ?? '')?.[1]?.split(/, | and (?!colleagues)/) ?? []
    return sentences.length === 2 && sentences[1] === 'The numbers below come from tests in which people knew what they had.' && names.length === listed.length && names.every((name) => listed.includes(name)) ? null : wrong('strengthened', 'another warning')
  }],
  ['case:', ({ text }, reference, facts) => {
    const { inputs } = reference
    const [advice] = citedRecommendations(facts, reference)
    const [met, missing] = [listInput(inputs, 'met'), listInput(inputs, 'missing')]
    const listed = (items: readonly string[]): string => (items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`)
    const rest = ` ${met.length > 0 ? `You told us: ${listed(met)}.` : 'You told us none of these.'} ${missing.length > 0 ? `Not said, so not known: ${listed(missing)}.` : 'Nothing is left open.'}`
    const name = `${advice === undefined ? '' : bodyName(facts, advice.source, advice.recommendation)} speaks of `
    if (!text.startsWith(name) || !text.endsWith(rest)) return wrong('changed', 'another state of the case')
    return firstWrong(asWrong(peopleProblem(facts.vocabulary, text.slice(name.length, text.length - rest.length).replace(/\.$/, ''), advice?.recommendation.criteria ?? null, [])))
  }],
]

/** Checks a remark by its id; undefined where no remark has such an id. */
export function remarkWrong(claim: Claim, reference: Claim, facts: ReferenceFacts, sentences: readonly string[]): Wrong | null | undefined {
  const statement = statementOf(reference.id)
  if (statement !== null) return exactly(sentences, statement)
  const check = REMARKS.find(([prefix]) => reference.id.startsWith(prefix))?.[1]
  return check?.(claim, reference, facts, sentences)
}

/** The sentences of a set statement, by id; null where it is none. */
export function statementOf(id: string): readonly string[] | null {
  return STATEMENTS[id.startsWith('not-pooled:') ? 'not-pooled' : id] ?? null
}
