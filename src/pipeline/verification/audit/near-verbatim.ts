import type { ForestPlot, Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { splitSentences } from '../../../core/text/index.ts'
import { readQuantities, wordsOf } from '../meaning/index.ts'
import { alignWords, studyWords, wordingDifferences, type Difference } from '../claim-check/index.ts'
import type { Verified } from '../verify-draft.ts'
import type { AuditEvidence, Problem, ProblemKind } from './types.ts'

/** A sentence that the library itself prints on the page's topic, or that a source says: a page may repeat it word for word. */
export type KnownSentence = { readonly text: string; readonly keys: ReadonlySet<string>; readonly evidence: readonly AuditEvidence[] }

/** What the library's own verified article says, as sentences: its claims, its reasons and the rows of its tables. */
export function knownSentences({ answer, sections, reasons }: Verified): KnownSentence[] {
  const claims = [...answer, ...sections.flatMap((section) => section.claims)].flatMap(({ text, citations }) => {
    const evidence = citations.map(({ sourceId, quote, start, end }) => ({ sourceId, quote, start, end }))
    const parts = splitSentences(text)
    return [known(text, evidence), ...(parts.length < 2 ? [] : parts.map(({ start, end }) => known(text.slice(start, end), evidence)))]
  })
  const rows = sections.flatMap(({ table, plot }) => [
    ...(table?.rows ?? []).map((row) => known(row.map(({ text }) => text).join(' | '), row.flatMap(({ citations }) => citations.map(({ sourceId, quote, start, end }) => ({ sourceId, quote, start, end }))))),
    ...(plot === undefined ? [] : plot.rows.map(({ label, outcome, estimate, low, high, citations }) => known(`${label} | ${outcome} | ${rounded(plot, estimate)} ${rounded(plot, low)} ${rounded(plot, high)}`, citations.map(({ sourceId, quote, start, end }) => ({ sourceId, quote, start, end }))))),
  ])
  return [...claims, ...rows, ...reasons.flatMap((reason) => splitSentences(reason).map(({ start, end }) => known(reason.slice(start, end), [])))]
}

/** A sentence with the words it stands on, ready to be compared with many of a page. */
export function known(text: string, evidence: readonly AuditEvidence[]): KnownSentence {
  return { text, keys: new Set(wordsOf(text).map(({ key }) => key)), evidence }
}

/** Shares (0–1) of both sentences' words in common from which the one repeats the other, so that each word that differs counts (convention). */
const REPEATS = 0.8
const OF_THE_KNOWN = 0.7
/** Share (0–1) from which a word more is an addition to the sentence; below it the two are paraphrases (convention). */
const WORD_FOR_WORD = 0.93
/** Shared words (0–1) below which two sentences are not aligned at all. */
const WORTH_ALIGNING = 0.6

/** A page's sentence beside the known sentence that it repeats: what differs, word by word; null where it repeats none. */
export function repeatedSentence(dependencies: { readonly vocabulary: Vocabulary; readonly sources: readonly Source[] }, said: string, sentences: readonly KnownSentence[]): Repeated | null {
  const found = repeats(dependencies.vocabulary, said, sentences)
  const whole = found !== null && found.coverage < WORD_FOR_WORD && found.problems.length > 0 && found.problems.every(({ kind }) => kind === 'wording') ? null : found
  const [, head = '', rest] = INTRODUCED.exec(said) ?? []
  if (rest === undefined || whole?.problems.length === 0 || (whole !== null && INTRODUCED.test(whole.sentence.text))) return whole
  // "SMART (2018, 225 people, …): …": who is said to have found it, before what was found.
  const told = repeats(dependencies.vocabulary, rest, sentences)
  const source = told === null ? undefined : dependencies.sources.find(({ id }) => id === told.sentence.evidence[0]?.sourceId)
  if (told === null || source === undefined) return whole
  return { ...told, problems: [...told.problems, ...introductionProblems(dependencies.vocabulary, head, source)] }
}

type Repeated = { readonly sentence: KnownSentence; readonly problems: readonly Problem[]; readonly coverage: number }

const INTRODUCED = /^([\p{Lu}][^:]{1,160}\((?:[^()]|\([^()]*\))*\)): (.+)$/u

/** Whether the name, the year and the number of people in front of a result are those of its source. */
function introductionProblems(vocabulary: Vocabulary, head: string, source: Source): Problem[] {
  const { studyName, organization, authors, journal, year, evidence } = source
  const body = vocabulary.body(evidence?.body?.id ?? '')
  const names = [studyName, organization, authors[0]?.replace(/ [A-Z]{1,4}$/, ''), journal, body?.name, body?.short].filter((name) => name !== null && name !== undefined)
  const named = names.some((name) => head.toLowerCase().includes(name.toLowerCase().replace(/ \([^)]*\)/, ''))) || names.length === 0
  const [told] = /\b(?:19|20)\d\d\b/.exec(head) ?? []
  // "(2018, 225 people, double-blind randomized, …)": what is said of how it was done is true of it.
  const parts = /\(([^()]+)\)$/.exec(head)?.[1]?.split(', ') ?? []
  const strange = parts.length < 3 ? undefined : parts.find((part) => !/^(?:\d{4}|[\d,]+ people|year not known)$/.test(part) && !studyWords(source).some((words) => words.split(', ').includes(part)))
  const people = readQuantities(head).find(({ unit }) => unit === 'people')
  return [
    ...(strange === undefined ? [] : [{ kind: 'wording' as const, verdict: 'partly' as const, why: `"${strange}" is not so of the source` }]),
    ...(named ? [] : [{ kind: 'source' as const, verdict: 'contradicted' as const, why: `this is what ${studyName ?? organization ?? 'another source'} found` }]),
    ...(told === undefined || year === null || Number(told) === year ? [] : [{ kind: 'number' as const, verdict: 'contradicted' as const, why: `the source is of ${year}` }]),
    ...(people === undefined || evidence?.n === null || evidence?.n === undefined || people.value === evidence.n ? [] : [{ kind: 'number' as const, verdict: 'contradicted' as const, why: `the source has ${evidence.n} people` }]),
  ]
}

function repeats(vocabulary: Vocabulary, said: string, sentences: readonly KnownSentence[]): Repeated | null {
  const words = wordsOf(said)
  const keys = new Set(words.map(({ key }) => key))
  const near: { readonly sentence: KnownSentence; readonly coverage: number }[] = []
  for (const sentence of sentences) {
    if (sentence.keys.size < 5 || sharedShare(keys, sentence.keys) < WORTH_ALIGNING) continue
    const theirs = wordsOf(sentence.text)
    const { added } = alignWords(words, theirs)
    const coverage = (words.length - added.length) / Math.max(1, words.length)
    if (coverage < REPEATS || (words.length - added.length) / theirs.length < OF_THE_KNOWN ) continue
    near.push({ sentence, coverage })
  }
  // Sentences on two groups of people may differ in one word: the one that it repeats most nearly is meant.
  const compared = near.toSorted((a, b) => b.coverage - a.coverage).slice(0, 4).map(({ sentence, coverage }) => ({ sentence, coverage, problems: wordingDifferences(vocabulary, said, sentence.text).differences.map((difference) => ({ kind: kindOf(difference), verdict: difference.verdict, why: difference.why })) }))
  return compared.toSorted((a, b) => a.problems.length - b.problems.length)[0] ?? null
}

function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const key of one) if (other.has(key)) shared += 1
  return one.size === 0 ? 0 : shared / one.size
}

function kindOf({ kind }: Difference): ProblemKind {
  switch (kind) {
    case 'order': return 'arms'
    case 'certainty': return 'hedge'
    case 'condition': return 'population'
    case 'body': return 'position'
    case 'word': return 'wording'
    case 'number': case 'unit': case 'direction': case 'negation': case 'hedge': case 'cause': case 'intervention': case 'outcome': case 'population': case 'time': return kind
  }
}

/** A number of a plot as its table prints it: two decimals, a risk difference in percentage points. */
function rounded({ measure }: ForestPlot, value: number | null): string {
  return value === null ? '' : (measure === 'RD' ? 100 * value : value).toFixed(2).replace('-', '−')
}
