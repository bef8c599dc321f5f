import type { Vocabulary } from '../../core/terminology/index.ts'
import { isReadable } from './patient-limits.ts'
import { sentence } from './wording.ts'

type Rule = readonly [pattern: RegExp, write: (groups: readonly string[]) => string]

/** The gaps that the answer names, by their form (see `listOmissions`). */
const RULES: readonly Rule[] = [
  [/^The interval of .+ in (.+)$/, ([, study]) => `How exact some results of ${study ?? ''} are was not available to us. So they cannot be weighed in full.`],
  [/^The intention-to-treat result of (.+)$/, ([, study]) => `For ${study ?? ''} we hold only the people who kept to the plan. We do not hold the result for everyone who began.`],
  [/^The wording of (.+)$/, ([, bodies]) => `We could not read the wording of ${bodies ?? ''}. We count it on no side.`],
  [/^Later versions of (.+)$/, ([, bodies]) => `${bodies ?? ''} put out newer versions. We do not hold them.`],
  [/^People with (.+)$/, ([, people]) => `No expert group and no study held here speaks of some people: ${people ?? ''}.`],
  [/^(.+), which the question asks about$/, ([, outcome]) => `You asked about ${outcome ?? ''}. We hold no result on it for these people.`],
  [/^Outcomes that matter and have no result here: (.+)$/, ([, outcomes]) => `These things matter too, and no study held here reports them: ${outcomes ?? ''}.`],
  [/^A curated list of the outcomes/, () => 'No one has yet listed for us which results matter most here. We used what the studies set out to measure.'],
  [/^Rates of harm/, () => 'No source held here says how often harm happens.'],
  [/^Cost and cost-effectiveness/, () => 'No source held here says what it costs.'],
  [/^Whether the evidence applies directly/, () => 'We cannot say if the people studied are like you. A person has to judge that.'],
  [/^"(.+)"$/, ([, word]) => `We did not understand the word "${word ?? ''}".`],
]

/** A gap in plain words; null where its form is new and its words are not plain. */
export function plainOmission(vocabulary: Vocabulary, text: string, why: string, names: readonly string[]): string | null {
  for (const [pattern, write] of RULES) {
    const match = pattern.exec(text)
    if (match !== null) return write(plainGroups(vocabulary, match))
  }
  const whole = sentence(`${text}: ${why}`)
  return isReadable(whole, names) ? whole : null
}

/** Outcomes named by their professional label are named plainly. */
function plainGroups(vocabulary: Vocabulary, groups: readonly string[]): string[] {
  const plain = new Map([...vocabulary.outcomes()].map(({ label, plain: words }) => [label.toLowerCase(), words]))
  return groups.map((group) => group.split(/(, | and )/).map((word) => plain.get(word.toLowerCase()) ?? word).join(''))
}
