import type { Claim } from '../../../core/model/index.ts'
import { covers, unaccountedWords } from './account-words.ts'
import { wrong } from './compare-told.ts'
import type { ReferenceFacts } from './reference-facts.ts'
import { textInput } from './read-inputs.ts'
import type { Wrong } from './types.ts'

/** The gaps that a reference names, by their form, and the words in which a patient reads them. */
const OMISSIONS: readonly (readonly [RegExp, readonly [before: string, after: string]])[] = [
  [/^The interval of .+ in (.+)$/, ['How exact some results of ', ' are was not available to us. So they cannot be weighed in full.']],
  [/^The intention-to-treat result of (.+)$/, ['For ', ' we hold only the people who kept to the plan. We do not hold the result for everyone who began.']],
  [/^The wording of (.+)$/, ['We could not read the wording of ', '. We count it on no side.']],
  [/^Later versions of (.+)$/, ['', ' put out newer versions. We do not hold them.']],
  [/^People with (.+)$/, ['No expert group and no study held here speaks of some people: ', '.']],
  [/^(.+), which the question asks about$/, ['You asked about ', '. We hold no result on it for these people.']],
  [/^Outcomes that matter and have no result here: (.+)$/, ['These things matter too, and no study held here reports them: ', '.']],
  [/^A curated list of the outcomes/, ['No one has yet listed for us which results matter most here. We used what the studies set out to measure.', '']],
  [/^Rates of harm/, ['No source held here says how often harm happens.', '']],
  [/^Cost and cost-effectiveness/, ['No source held here says what it costs.', '']],
  [/^Whether the evidence applies directly/, ['We cannot say if the people studied are like you. A person has to judge that.', '']],
  [/^"(.+)"$/, ['We did not understand the word "', '".']],
]

/** What the answer does not cover: the same gap, of the same studies, bodies or outcomes. */
export function omissionWrong({ vocabulary }: ReferenceFacts, text: string, { inputs }: Claim): Wrong | null {
  const gap = textInput(inputs, 'text')
  const why = textInput(inputs, 'why')
  const found = OMISSIONS.flatMap(([pattern, words]) => { const match = pattern.exec(gap); return match === null ? [] : [{ named: match[1] ?? '', words }] })[0]
  if (found === undefined) return text.startsWith(gap) && text.includes(why) && unaccountedWords(text, [gap, why]).length === 0 ? null : wrong('changed', 'another gap')
  const { named, words: [before, after] } = found
  if (!text.startsWith(before) || !text.endsWith(after)) return wrong('changed', 'another gap')
  const told = text.slice(before.length, text.length - after.length)
  const outcomes = [...vocabulary.outcomes()].filter(({ label }) => named.toLowerCase().includes(label.toLowerCase()))
  if (unaccountedWords(told, [named, ...outcomes.flatMap(({ plain }) => plain)]).length > 0) return wrong('added', 'names more than the gap')
  const meant = named.split(/, | and /).map((part) => outcomes.find(({ label }) => label.toLowerCase() === part.toLowerCase())?.plain ?? part)
  return after === '' || covers(told, meant.join(' ')) ? null : wrong('dropped', 'leaves out a part of the gap')
}
