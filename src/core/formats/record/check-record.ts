import type { EvidenceRecord } from './record-schema.ts'

/** One thing wrong in a record: where, and what to do. */
export type RecordProblem = { readonly recordId: string; readonly place: string; readonly message: string }

/** Words that are notes to an editor and must not reach a reader. */
const EDITOR_NOTES = /\bnot (?:visible|seen) on the page\b|\bon the pages? (?:read|seen)\b|\bbeyond the excerpt\b|\bcut off\b|\bin excerpt\b|\bnot seen\)/i

/**
 * Checks the numbers of one record against each other: an interval holds its estimate, events do not exceed the
 * total, a stated percentage agrees with its counts, a quote stands in the record's own sentences.
 */
export function checkRecord(record: EvidenceRecord): RecordProblem[] {
  const problems: RecordProblem[] = []
  const report = (place: string, message: string): void => void problems.push({ recordId: record.id, place, message })

  record.findings.forEach((finding, index) => {
    const place = `findings[${index}]`
    const { estimate, ciLow, ciHigh } = finding
    if (ciLow !== null && ciHigh !== null && ciLow > ciHigh) report(place, `interval is reversed (${ciLow} to ${ciHigh})`)
    if (estimate !== null && ciLow !== null && estimate < ciLow) report(place, `estimate ${estimate} lies below its interval (from ${ciLow})`)
    if (estimate !== null && ciHigh !== null && estimate > ciHigh) report(place, `estimate ${estimate} lies above its interval (to ${ciHigh})`)
    if (['HR', 'RR', 'OR', 'IRR'].includes(finding.measure) && estimate !== null && estimate <= 0) report(place, 'a ratio must be positive')
    for (const arm of finding.arms) {
      if (arm.events !== null && arm.total !== null && arm.events > arm.total) report(place, `${arm.name}: ${arm.events} events of ${arm.total}`)
      if (arm.percent !== null && (arm.percent < 0 || arm.percent > 100)) report(place, `${arm.name}: ${arm.percent}% is not a share`)
      if (arm.sd !== null && arm.sd < 0) report(place, `${arm.name}: negative standard deviation`)
    }
  })
  const sentences = [
    ...record.summary, ...record.limitations, ...record.findings.map((finding) => finding.text),
    ...record.recommendations.map((recommendation) => recommendation.text),
  ]
  const facts = [record.population, record.intervention, record.comparator, record.setting, record.followUp, record.blinding, record.fundingNote]
  const everything = [...sentences, ...facts.filter((fact) => fact !== null)].join('\n')
  for (const signal of record.signals) {
    if (signal.quote !== null && !everything.includes(signal.quote)) report(`signals (${signal.kind})`, 'its quote is not in the record')
  }
  for (const { quote } of record.basisOf) if (!everything.includes(quote)) report('basisOf', 'its quote is not in the record')
  for (const stated of record.statedCertainty) {
    if (stated.quote !== null && !everything.includes(stated.quote)) report('statedCertainty', 'its quote is not in the record')
  }
  for (const text of [...sentences, ...facts]) {
    if (text !== null && EDITOR_NOTES.test(text)) report('text', `note to the editor left in: "${text.slice(0, 80)}"`)
  }
  return problems
}
