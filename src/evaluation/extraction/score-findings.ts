import type { Arm, Section, Source, Span } from '../../core/model/index.ts'
import type { ExtractedEvidence } from '../../pipeline/appraisal/extraction/index.ts'
import type { FindingLabel, FindingLabels, FindingPlace } from './finding-label.ts'

type Finding = ExtractedEvidence['findings'][number]

/** How many findings of a place are right, and how many labelled results were found. */
export type FindingScore = {
  /** Findings read there. */
  readonly extracted: number
  /** … with measure, numbers, p and arms of one labelled result. */
  readonly numbersRight: number
  /** … and its outcome. */
  readonly right: number
  readonly labelled: number
  /** Labelled results whose numbers were found. */
  readonly foundNumbers: number
  /** … with their outcome. */
  readonly found: number
}

/**
 * Findings of the abstracts and of the first tables with results, against what a person read there. A finding that fits
 * no label is wrong: nothing is left aside. A repeated result counts as right again.
 */
export function scoreFindings(extracted: readonly { readonly source: Source; readonly evidence: ExtractedEvidence }[], labels: FindingLabels): Readonly<Record<FindingPlace, FindingScore>> {
  const read = extracted.filter(({ source }) => labels.articles.includes(source.pmcid ?? ''))
  const scoreOf = (place: FindingPlace): FindingScore => {
    const scores = read.map(({ source, evidence }) => scorePlace(
      evidence.findings.filter(({ span }) => placesOf(source, place).some(({ start, end }) => span.start >= start && span.end <= end)),
      labels.findings.filter((label) => label.pmcid === source.pmcid && label.place === place && !label.refused),
    ))
    const sum = (key: keyof FindingScore): number => scores.reduce((total, score) => total + score[key], 0)
    return { extracted: sum('extracted'), numbersRight: sum('numbersRight'), right: sum('right'), labelled: sum('labelled'), foundNumbers: sum('foundNumbers'), found: sum('found') }
  }
  return { abstract: scoreOf('abstract'), table: scoreOf('table') }
}

const NO_RESULTS = /\b(?:baseline|demographic|characteristics|inclusion|exclusion|criteria|composition|schedule|sample size|definitions?|abbreviations)\b/i

function placesOf({ text, sections }: Source, place: FindingPlace): readonly Span[] {
  if (place === 'abstract') return sections.filter(({ kind }) => kind === 'abstract' || kind === 'summary')
  const isResults = ({ kind, start, end }: Section): boolean => {
    const lines = text.slice(start, end).split('\n')
    return kind === 'table' && lines.filter((line) => line.includes('|')).length > 2 && !NO_RESULTS.test(lines[0] ?? '')
  }
  return sections.filter(isResults).slice(0, 1)
}

function scorePlace(findings: readonly Finding[], labels: readonly FindingLabel[]): FindingScore {
  const found = new Map<FindingLabel, 'numbers' | 'all'>()
  let numbersRight = 0
  let right = 0
  for (const finding of findings) {
    const fitting = labels.filter((label) => hasNumbersOf(finding, label))
    const withOutcome = fitting.filter((label) => namesOutcome(finding, label))
    const label = [...withOutcome, ...fitting].find((each) => !found.has(each)) ?? withOutcome[0] ?? fitting[0]
    if (label === undefined) continue
    numbersRight += 1
    if (namesOutcome(finding, label)) right += 1
    if (found.get(label) !== 'all') found.set(label, namesOutcome(finding, label) ? 'all' : 'numbers')
  }
  return { extracted: findings.length, numbersRight, right, labelled: labels.length, foundNumbers: found.size, found: [...found.values()].filter((value) => value === 'all').length }
}

function namesOutcome({ outcome, outcomeConcept }: Finding, label: FindingLabel): boolean {
  return new RegExp(label.outcome, 'i').test(`${outcome} ${outcomeConcept ?? ''}`)
}

/** Measure, estimate, interval, p and arms; a p value or arms that the finding leaves out are missing, not wrong. */
function hasNumbersOf(finding: Finding, label: FindingLabel): boolean {
  const isEffect = label.low !== null || label.high !== null
  if (!label.measure.includes(finding.measure) || (label.p !== null && finding.p !== null && !isSameP(finding.p, label.p))) return false
  if (finding.arms.length > 0 && label.arms.length > 0 && !(finding.arms.length === label.arms.length && label.arms.every((arm) => finding.arms.some((each) => fits(each, arm))))) return false
  // A sign may be told in words: "a reduction of 4.3".
  if (isEffect) return sameSize(finding.estimate, label.estimate) && sameSize(finding.ciLow, label.low) && sameSize(finding.ciHigh, label.high)
  if (finding.ciLow !== null || finding.estimate !== null) return false
  if (label.arms.length > 0 && finding.arms.length > 0) return true
  return label.p !== null && finding.p !== null && namesOutcome(finding, label)
}

function sameSize(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a) === Math.abs(b)
}

function isSameP(a: string, b: string): boolean {
  const plain = (p: string): string => p.replace(/\s/gu, '').replace(/(\.\d*?)0+$/u, '$1')
  return plain(a) === plain(b)
}

function fits(arm: Arm, label: FindingLabel['arms'][number]): boolean {
  const same = (key: 'mean' | 'sd' | 'events' | 'total' | 'percent'): boolean => label[key] === undefined || arm[key] === label[key] || ((key === 'total' || key === 'percent') && arm[key] === null)
  return same('mean') && same('sd') && same('events') && same('total') && same('percent')
}
