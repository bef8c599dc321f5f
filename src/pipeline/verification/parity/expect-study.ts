import type { Finding, Source } from '../../../core/model/index.ts'
import { numbersIn } from '../../../core/text/index.ts'
import { namesOnly, unaccountedWords } from './account-words.ts'
import { mark, wrong } from './compare-told.ts'
import { peopleProblem } from './check-people.ts'
import { namesOf, type ReferenceFacts } from './reference-facts.ts'
import { interventionsOf } from './compared-names.ts'
import { asWrong } from './told-checks.ts'
import type { Expected, Told, Wrong } from './types.ts'

/** A result with what appraisal made of it. */
export type StudyResult = { readonly source: Source; readonly finding: Finding; readonly tier: string; readonly reversed: boolean; readonly notAnEffect: string | null; readonly perProtocol: boolean; readonly openLabel: boolean; readonly blindingKnown: boolean }

/**
 * From which study a result is, and what limits trust in it. A study named in full tells who paid and who knew; one
 * named again does not tell it twice. Which of the two a sentence does is read from its words.
 */
export function expectStudy(facts: ReferenceFacts, { source, finding, tier, notAnEffect, perProtocol, openLabel, blindingKnown }: StudyResult, told: readonly Told[], { remark, tookPart }: { readonly remark: string; readonly tookPart: boolean }): Expected[] {
  const isFull = told.some(({ slot, said }) => slot === 'study' && !isAgain(said['study'] ?? '', source))
  const must = (condition: boolean): 'strengthened' | null => (condition ? 'strengthened' : null)
  const isCompared = notAnEffect === null && finding.outcomeKind !== 'cost'
  const trust: Expected[] = !isFull ? [] : [
    ...(source.funding === 'industry' ? [mark('maker-paid', 'strengthened', 'that the maker paid')] : source.funding === 'mixed' ? [mark('maker-paid-part', 'strengthened', 'that the maker paid for part')] : []),
    ...(source.preprint ? [mark('preprint', 'strengthened', 'that it is not peer reviewed')] : source.retraction.state === 'corrected' ? [mark('corrected', 'strengthened', 'that it was corrected')] : []),
    ...(isCompared && blindingKnown && tier === 'blinded-randomized' ? [mark('hidden', 'dropped', 'that people did not know')] : []),
    ...(isCompared && blindingKnown && tier === 'open-randomized' ? [isReview(source) && !told.some(({ slot }) => slot === 'knew') ? mark('some-knew', 'strengthened', 'that people could know') : mark('knew', must(openLabel), 'that people knew')] : []),
    ...(isCompared && perProtocol ? [mark('kept-to-plan', 'strengthened', 'that only people who kept to the plan were counted')] : []),
    { slot: 'tested', missing: null, what: 'what was tested', check: ({ tested }) => (tested?.toLowerCase() === source.evidence?.intervention?.trim().replace(/\.$/, '').toLowerCase() ? null : wrong('changed', 'another treatment')) },
    { slot: 'followed', missing: null, what: 'how long people were followed', check: ({ followed }) => (followed === source.evidence?.followUp?.trim().replace(/\.$/, '') ? null : wrong('changed', 'another time')) },
    { slot: 'took-part', missing: tookPart ? 'dropped' : null, what: 'who took part', check: ({ people }) => asWrong(peopleProblem(facts.vocabulary, people ?? '', source.evidence?.criteria ?? null, [source.evidence?.population ?? null])) },
  ]
  return [
    { slot: 'study', missing: 'dropped', what: 'the study', check: ({ study }) => studyWrong(facts, study ?? '', source, tier) },
    ...trust,
    ...(finding.role === 'post-hoc' || finding.role === 'secondary' ? [mark('afterwards', 'strengthened', 'that it was not a main result')] : []),
    mark('inside', must(/is not counted again/.test(remark)), 'that it does not count twice'),
    ...(/is not further support/.test(remark) ? [mark('overlaps', 'strengthened', 'that it overlaps with the review')] : []),
  ]
}

/** That the treatment is named and explained, where it is another than the one asked about. */
export function expectIntroduction({ vocabulary }: ReferenceFacts, { finding, source }: Pick<StudyResult, 'finding' | 'source'>, isIntroduced: boolean): Expected {
  const names = namesOf(vocabulary, interventionsOf(finding, source))
  return { slot: 'intro', missing: isIntroduced ? 'dropped' : null, what: 'what the treatment is', check: ({ name, meaning }) => (namesOnly(name ?? '', names) && (meaning === undefined || namesOnly(meaning, names)) ? null : wrong('added', 'not in the reference')) }
}

function isReview({ kind }: Source): boolean {
  return kind === 'systematic-review' || kind === 'meta-analysis'
}

function isAgain(text: string, { studyName }: Source): boolean {
  return text === studyName || text === 'the same review' || text === 'the same study'
}

function studyWrong({ vocabulary }: ReferenceFacts, text: string, source: Source, tier: string): Wrong | null {
  if (isAgain(text, source)) return (text === 'the same review') === (isReview(source) && text !== source.studyName) ? null : wrong('changed', 'another study')
  const [, kind = '', facts = ''] = /^(.+?)(?: \((.+)\))?$/.exec(text) ?? []
  const expected = isReview(source) ? 'a review of studies' : source.kind === 'cost-study' ? 'a computer model of cost' : tier === 'observational' ? 'a study that only watched people' : 'one study'
  const isPaper = kind.startsWith('a paper by ') && ['guideline', 'policy', 'label', 'narrative-review', 'registration', 'other'].includes(source.kind)
  if (kind !== expected && !isPaper) return wrong(kind === 'one study' || kind === 'a review of studies' ? 'strengthened' : 'changed', 'another kind of study')
  const names = [source.studyName ?? '', source.organization ?? '', source.journal ?? '', vocabulary.body(source.evidence?.body?.id ?? '')?.short ?? '', ...source.authors, 'and colleagues people in all report A']
  const numbers = [source.year, source.evidence?.n ?? null, ...numbersIn(names.join(' ')).map(({ value }) => value)]
  if (numbersIn(facts).some(({ value }) => !numbers.includes(value))) return wrong('changed', 'another year or number of people')
  const words = `${isPaper ? kind.slice('a paper by '.length) : ''} ${facts.replace(/(?<![\p{L}\p{N}])\d[\d,]*(?![\p{L}\p{N}])/gu, '')}`
  return unaccountedWords(words, names).length === 0 ? null : wrong('changed', 'another study')
}
