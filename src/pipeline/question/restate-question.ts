import type { ClinicalQuestion, PopulationCriteria, QuestionKind } from '../../core/model/index.ts'
import { describeDimension, type Vocabulary } from '../../core/terminology/index.ts'

/** The parts of a question in words, as the templates put them together. */
type Parts = { readonly treatment: string; readonly people: string; readonly comparator: string; readonly outcome: string | null }

/**
 * The same question said anew from what was understood: by kind affirmed and denied, as a topic, active and passive, people
 * first and last. Empty where a slot has no concept or words were not understood: what is not known cannot be said anew.
 */
export function restateQuestion(vocabulary: Vocabulary, question: ClinicalQuestion): string[] {
  const { intervention, comparator, population, outcomes, kind, caseFacts, unexplained } = question
  if (intervention.concepts.length === 0 || population.concepts.length === 0 || unexplained.length > 0) return []
  if (kind === 'comparison' && comparator.concepts.length === 0) return []
  if (outcomes.length > 1 || outcomes.some(({ concepts }) => concepts.length === 0)) return []
  const facts = caseFacts.filter(({ origin }) => origin === 'question').map(({ text }) => `${text.replace(/[.;,\s]+$/, '')}. `).join('')
  const parts: Parts = {
    treatment: named(vocabulary, intervention.concepts),
    comparator: comparator.concepts.length === 0 ? (comparator.text ?? '') : named(vocabulary, comparator.concepts),
    people: peopleInWords(vocabulary, population.concepts, facts === '' ? question.criteria : NO_MORE),
    outcome: outcomes.length === 0 ? null : named(vocabulary, outcomes.flatMap(({ concepts }) => concepts)),
  }
  return TEMPLATES[kind](parts).map((text) => `${facts}${text}`)
}

const NO_MORE: PopulationCriteria = { ranges: {}, tags: [], notTags: [] }

const TEMPLATES: Readonly<Record<QuestionKind, (parts: Parts) => readonly string[]>> = {
  indication: ({ treatment, people, outcome }) => (outcome === null
    ? [
      `Is ${treatment} indicated for ${people}?`, `Is ${treatment} not indicated for ${people}?`, `Why should ${treatment} not be used for ${people}?`, `Should ${treatment} be given for ${people}?`,
      `For ${people}, is ${treatment} recommended?`, `${treatment} for ${people}`, `Is there any reason to use ${treatment} in ${people}, or is it unnecessary?`, `For ${people}: ${treatment}`,
    ]
    : [`Should ${treatment} be used to lower ${outcome} in ${people}?`, `Should ${treatment} not be used to lower ${outcome} in ${people}?`, `For ${people}, is ${treatment} indicated to lower ${outcome}?`]),
  therapy: ({ treatment, people, outcome, comparator }) => {
    const than = comparator === '' ? '' : ` compared with ${comparator}`
    return outcome === null
      ? [
        `Does ${treatment} help${than} in ${people}?`, `Does ${treatment} not help${than} in ${people}?`, `Is ${treatment} effective${than} for ${people}?`, `Is ${treatment} ineffective${than} for ${people}?`,
        `In ${people}, does ${treatment} work${than}?`, `Is it true that ${treatment} does not work${than} in ${people}?`, `Why does ${treatment} not help${than} in ${people}?`, `Effect of ${treatment}${than} in ${people}`,
      ]
      : [
        `Does ${treatment} lower ${outcome}${than} in ${people}?`, `Does ${treatment} not lower ${outcome}${than} in ${people}?`, `Is ${outcome} reduced by ${treatment}${than} in ${people}?`, `In ${people}, is ${treatment} effective against ${outcome}${than}?`,
        `Effect of ${treatment} on ${outcome}${than} in ${people}`,
      ]
  },
  harm: ({ treatment, people, outcome }) => (outcome === null
    ? [`Is ${treatment} safe in ${people}?`, `Is ${treatment} unsafe in ${people}?`, `Is ${treatment} not safe in ${people}?`, `What are the harms of ${treatment} in ${people}?`, `In ${people}, is ${treatment} harmful?`, `Harms of ${treatment} in ${people}`]
    : [`Does ${treatment} cause ${outcome} in ${people}?`, `Does ${treatment} not cause ${outcome} in ${people}?`, `Is ${outcome} caused by ${treatment} in ${people}?`, `In ${people}, what is the risk of ${outcome} with ${treatment}?`, `What is the rate of ${outcome} as a harm of ${treatment} in ${people}?`]),
  comparison: ({ treatment, people, comparator, outcome }) => {
    const at = outcome === null ? '' : ` at lowering ${outcome}`
    return [
      `Is ${treatment} better than ${comparator}${at} in ${people}?`, `Is ${treatment} not better than ${comparator}${at} in ${people}?`, `Is ${treatment} no better than ${comparator}${at} in ${people}?`, `${treatment} versus ${comparator}${at} in ${people}`,
      `In ${people}, ${treatment} or ${comparator}${at}?`, `In ${people}, should ${treatment} be used instead of ${comparator}${at}?`, `How does ${treatment} compare with ${comparator}${at} in ${people}?`,
    ]
  },
  diagnosis: ({ treatment, people }) => [`Should ${treatment} be used in ${people}?`, `Should ${treatment} not be used in ${people}?`, `For ${people}, is ${treatment} useful?`, `Is ${treatment} accurate in ${people}?`, `${treatment} for ${people}`],
  screening: ({ treatment, people }) => [`Should ${treatment} be offered for ${people}?`, `Should ${treatment} not be offered for ${people}?`, `For ${people}, is ${treatment} recommended?`, `Is ${treatment} useless for ${people}?`, `${treatment} for ${people}`],
  prognosis: ({ treatment, people }) => [`What is the prognosis of ${people} without ${treatment}?`, `Prognosis of ${people} without ${treatment}`, `Without ${treatment}, what is the natural history of ${people}?`],
  cost: ({ treatment, people }) => [`Is ${treatment} cost-effective for ${people}?`, `Is ${treatment} not cost-effective for ${people}?`, `In ${people}, what does ${treatment} cost?`, `Cost of ${treatment} for ${people}`],
  dose: ({ treatment, people }) => [`What dose of ${treatment} is used for ${people}?`, `In ${people}, what is the dose of ${treatment}?`, `Dose of ${treatment} for ${people}`],
}

function named(vocabulary: Vocabulary, ids: readonly string[]): string {
  return ids.map((id) => vocabulary.concept(id)?.label ?? vocabulary.outcome(id)?.label ?? id).join(' and ')
}

/** Conditions, then numbers, then what else is said of the people, what is denied last. */
function peopleInWords(vocabulary: Vocabulary, conditions: readonly string[], { ranges, tags, notTags }: PopulationCriteria): string {
  const said = tags.filter((tag) => !conditions.includes(tag) && !conditions.some((id) => vocabulary.isWithin(id, tag)))
  const meant = conditions.flatMap((id) => vocabulary.concept(id)?.criteria ?? [])
  return [
    named(vocabulary, conditions),
    ...Object.keys(ranges).filter((dimension) => !meant.some((criteria) => criteria.ranges[dimension] !== undefined)).map((dimension) => describeDimension(vocabulary, dimension, { ranges, tags: [], notTags: [] })),
    ...said.map((tag) => named(vocabulary, [tag])),
    ...(notTags.length === 0 ? [] : [`without ${notTags.map((tag) => named(vocabulary, [tag])).join(' or ')}`]),
  ].join(', ')
}
