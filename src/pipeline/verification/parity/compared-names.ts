import type { Finding, Source } from '../../../core/model/index.ts'
import { isRelated, namesOf, type ReferenceFacts } from './reference-facts.ts'

/** More treatments than this are told as one of several. */
const MOST_NAMES = 3

/** What the first group of a result may be called. Only a result on the treatment asked about may bear its name. */
export function treatmentNames({ vocabulary, question, asked }: ReferenceFacts, { finding, source }: { readonly finding: Finding; readonly source: Source }, reversed: boolean): string[] {
  const own = interventionsOf(finding, source)
  const askedNames = [...namesOf(vocabulary, asked.interventions), question.pico.intervention ?? 'this treatment']
  const named = (names: readonly string[]): string[] => (/\binvit(?:ed|ation)/i.test(`${source.evidence?.intervention ?? ''} ${finding.text} ${finding.arms.map((arm) => arm.name).join(' ')}`) ? names.map((name) => `an invitation to ${name.replace(/^(?:an?|the) /, '')}`) : [...names])
  if (reversed) return named(askedNames)
  const isAsked = own.length === 0 || own.length > MOST_NAMES || isRelated(vocabulary, own, asked.interventions)
  return named([...(isAsked ? askedNames : []), ...namesOf(vocabulary, own), ...(own.length > MOST_NAMES ? ['one of several treatments'] : []), ...(own.length === 0 ? ['the treatment studied', source.evidence?.intervention ?? ''] : [])])
}

/** What the other group of a result may be called, by what it was given. */
export function comparatorNames({ vocabulary }: ReferenceFacts, { finding, source }: { readonly finding: Finding; readonly source: Source }, reversed: boolean): string[] {
  const own = [source.evidence?.comparator ?? '', ...finding.arms.filter(({ role }) => role === 'control').map(({ name }) => name)].filter((words) => words !== '')
  switch (finding.comparatorType) {
    case 'sham': return ['a pretend procedure', 'a pretend treatment']
    case 'placebo': return kindOrOwn(['a dummy shot', 'a dummy pill', 'a dummy drug', 'a dummy treatment', 'a pretend procedure'], own)
    case 'usual-care': return kindOrOwn(['usual care'], own)
    case 'no-treatment': return [...kindOrOwn(['no treatment', 'no such test'], own), ...own.filter((words) => /^no /i.test(words))]
    case 'active': return reversed ? [...namesOf(vocabulary, interventionsOf(finding, source)), 'another treatment'] : [...namesOf(vocabulary, [...finding.comparators, ...(source.evidence?.comparators ?? [])]), ...finding.arms.filter(({ role }) => role === 'control').map(({ name }) => name), 'another treatment', ...own.map((words) => `(“${words.trim()}”)`)]
    case 'dose': return ['another dose']
    case 'mixed': return ['other care or none', ...kindOrOwn(['the other group'], own)]
    case 'own-baseline': case 'none': case 'not-stated': return kindOrOwn(['the other group'], own)
  }
}

/** The kind of care alone, or with the source's own words for it in quotation marks. */
function kindOrOwn(kinds: readonly string[], own: readonly string[]): string[] {
  return [...kinds, ...kinds.flatMap((kind) => own.map((words) => `${kind} (“${words.trim()}”)`))]
}

/** The treatments that a result speaks of. */
export function interventionsOf(finding: Finding, source: Source): readonly string[] {
  return finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
}
