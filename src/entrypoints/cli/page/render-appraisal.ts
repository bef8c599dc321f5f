import { plainLine } from '../../../core/formats/article-markdown/index.ts'
import type { Recommendation } from '../../../core/model/index.ts'
import type { AppraisedDocument, DocumentAppraisal } from '../../../pipeline/engine-types.ts'
import type { Terminal } from '../terminal.ts'
import { hang, wrapWords } from './wrap-words.ts'

/** Characters of a quote shown; `--json` has all of them. */
const QUOTE_CHARACTERS = 220
/** Findings shown of one document; a table can hold hundreds. */
const MOST_SHOWN = 40

type Extracted = AppraisedDocument['findings'][number]
type Said = { readonly quote: string } | null

/** What one document says, for a terminal: each line with the words it was read from below it. */
export function renderAppraisal(appraisal: DocumentAppraisal, terminal: Terminal): string {
  const further = appraisal.others.flatMap((document) => ['', ...documentLines(document, terminal)])
  return `${[...documentLines(appraisal, terminal), ...further].join('\n')}\n`
}

function documentLines(document: AppraisedDocument, terminal: Terminal): string[] {
  const { width, paint } = terminal
  const { source, findings, recommendations, refused } = document
  const origin = document.origin === 'record' ? 'Taken from a curated record.' : 'Read by rules from its words; a part that is missing here was not found, which is not “no”.'
  return [
    ...wrapWords(plainLine(source.title), width).map((line) => paint.bold(line)),
    ...hang('', plainLine([source.journal ?? source.organization, source.year, source.id].filter((part) => part !== null).join(', ')), width).map((line) => paint.dim(line)),
    ...hang('', origin, width).map((line) => paint.dim(line)),
    ...(source.retraction.state === 'retracted' ? hang('! ', `Retracted. ${plainLine(source.retraction.notice ?? '')}`, width) : []),
    ...section('Design', designLines(document), terminal),
    ...section('Question', questionLines(document), terminal),
    ...section('Independence', independenceLines(document), terminal),
    ...section(`Findings (${findings.length})`, findings.slice(0, MOST_SHOWN).map((finding) => [findingText(finding), { quote: finding.text }]), terminal),
    ...(findings.length > MOST_SHOWN ? [paint.dim(`  … and ${findings.length - MOST_SHOWN} more; --json has all.`)] : []),
    ...section(`Recommendations (${recommendations.length})`, recommendations.map((recommendation) => [recommendationText(recommendation), { quote: recommendation.text }]), terminal),
    ...section(`Refused numbers (${refused.length})`, refused.map(({ reason, quote }) => [reason, { quote }]), terminal),
  ]
}

function section(title: string, lines: readonly (readonly [string, Said])[], { width, paint }: Terminal): string[] {
  if (lines.length === 0) return []
  return ['', paint.bold(title), ...lines.flatMap(([text, said]) => [
    ...hang('  • ', plainLine(text), width),
    ...(said === null ? [] : hang('    ', `“${shortened(plainLine(said.quote))}”`, width).map((line) => paint.dim(line))),
  ])]
}

function shortened(words: string): string {
  return words.length <= QUOTE_CHARACTERS ? words : `${words.slice(0, QUOTE_CHARACTERS - 1)}…`
}

function designLines({ design, sample }: AppraisedDocument): (readonly [string, Said])[] {
  const lines: (readonly [string, Said])[] = [[[design.design.value.replaceAll('-', ' '), ...design.layouts.map(({ value }) => value)].join(', '), design.design]]
  if (sample.randomised !== null) lines.push([`randomized: ${sample.randomised.value.toLocaleString('en-US')}`, sample.randomised])
  else if (sample.included !== null) lines.push([`included: ${sample.included.value.toLocaleString('en-US')}`, sample.included])
  if (sample.clusters !== null) lines.push([`clusters: ${sample.clusters.value}`, sample.clusters])
  if (sample.arms.length > 0) lines.push([`groups: ${sample.arms.map(({ name, n }) => `${name} ${n.value}`).join('; ')}`, null])
  if (design.sequence !== null) lines.push([`random sequence: ${design.sequence.value}`, design.sequence])
  if (design.concealment !== null) lines.push([`allocation concealment: ${design.concealment.value}`, design.concealment])
  if (design.participantsBlinded !== null) lines.push([`participants blinded: ${yesNo(design.participantsBlinded.value)}`, design.participantsBlinded])
  if (design.assessorsBlinded !== null) lines.push([`assessors blinded: ${yesNo(design.assessorsBlinded.value)}`, design.assessorsBlinded])
  if (sample.followUp !== null) lines.push([`followed: ${sample.followUp.value.words}`, sample.followUp])
  if (sample.lost !== null) lines.push([`lost: ${sample.lost.value.percent}%`, sample.lost])
  return lines
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

function questionLines({ pico }: AppraisedDocument): (readonly [string, Said])[] {
  const parts = [['population', pico.population], ['intervention', pico.intervention], ['comparator', pico.comparator]] as const
  return [
    ...parts.flatMap(([name, topic]): (readonly [string, Said])[] => (topic === null ? [] : [[`${name}: ${topic.value}`, null]])),
    ...(pico.outcomes.length === 0 ? [] : [[`outcomes: ${pico.outcomes.map(({ value }) => value).join('; ')}`, null] as const]),
  ]
}

function independenceLines({ independence }: AppraisedDocument): (readonly [string, Said])[] {
  const { funding, fundingStatement, conflictStatement, declaresNoConflict, registrations } = independence
  const conflicts = declaresNoConflict === null ? 'stated' : declaresNoConflict ? 'none declared' : 'declared'
  return [
    [`funding: ${funding === 'unclear' ? 'not known' : funding}`, fundingStatement],
    ...(conflictStatement === null ? [['conflicts of interest: no statement found', null] as const] : [[`conflicts of interest: ${conflicts}`, conflictStatement] as const]),
    ...(registrations.length === 0 ? [] : [[`registration: ${registrations.map(({ value }) => value).join(', ')}`, null] as const]),
  ]
}

function findingText({ outcome, measure, estimate, ciLow, ciHigh, ciLevel, unit, p, arms, statedDirection }: Extracted): string {
  const level = ciLevel === null ? 'interval, level not stated,' : ciLevel === 'credible' ? 'credible interval' : `${Number((ciLevel * 100).toFixed(2))}% CI`
  const effect = estimate === null && ciLow === null ? [] : [`${measure === 'other' ? '' : `${measure} `}${estimate ?? ''}${unit === null ? '' : ` ${unit}`}${ciLow === null ? '' : ` (${level} ${ciLow} to ${ciHigh ?? ''})`}`]
  const groups = arms.map((arm) => `${arm.name} ${armText(arm)}`)
  return `${[outcome === '' ? 'outcome not read' : outcome, ...effect, ...groups].join(': ').replaceAll(/: (?=[^:]*: )/gu, '; ')}${p === null ? '' : `; p ${/^[<>≤≥]/u.test(p) ? p : `= ${p}`}`}${statedDirection === null ? '' : `; said to be ${statedDirection === 'no-difference' ? 'no different' : statedDirection}`}`
}

function armText({ mean, sd, events, total, percent, n }: Extracted['arms'][number]): string {
  if (mean !== null) return `${mean}${sd === null ? '' : ` (SD ${sd})`}${n === null ? '' : `, n ${n}`}`
  if (events !== null) return `${events}${total === null ? '' : ` of ${total}`}${percent === null ? '' : ` (${percent}%)`}`
  return percent === null ? '' : `${percent}%`
}

function recommendationText({ direction, strength, letter, certainty, intervention, population }: Recommendation): string {
  const what = [intervention, population === '' ? '' : `for ${population}`].filter((part) => part !== '').join(' ')
  return `${direction.replaceAll('-', ' ')}, ${strength}${letter === null ? '' : ` [${letter}]`}, certainty ${certainty?.replace('-', ' ') ?? 'not stated'}${what === '' ? '' : `: ${what}`}`
}
