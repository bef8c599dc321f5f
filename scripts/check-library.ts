/**
 * Checks the starter library and the terminology it speaks: schemas, numbers against each other, and that every id
 * used is defined. `node scripts/check-library.ts [FILE…]` (default: every file of library/). Exit 1 on any problem.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { checkRecord, evidenceRecordSchema, type EvidenceRecord, type RecordProblem } from '../src/core/formats/record/index.ts'
import { starterVocabulary, type Vocabulary } from '../src/core/terminology/index.ts'

const libraryFolder = join(import.meta.dirname, '..', 'library')
const named = process.argv.slice(2)
const everyFile = readdirSync(libraryFolder).filter((name) => name.endsWith('.jsonl')).toSorted().map((name) => join(libraryFolder, name))
const problems: string[] = []
const all = everyFile.flatMap((file) => readRecords(file))
const checked = named.length === 0 ? all : named.flatMap((file) => readRecords(file, true))
const vocabulary = starterVocabulary()

const ids = new Set(all.map((record) => record.id))
const studies = new Set(all.flatMap((record) => [record.id, record.studyId ?? record.id]))
for (const record of checked) {
  for (const problem of [...checkRecord(record), ...checkReferences(record, vocabulary)]) problems.push(`${problem.recordId} ${problem.place}: ${problem.message}`)
}
for (const key of ['id', 'doi', 'pmid'] as const) {
  const seen = new Map<string, string>()
  for (const record of all) {
    const value = record[key]
    if (value === null) continue
    if (seen.has(value)) problems.push(`${record.id}: ${key} ${value} is also that of ${seen.get(value) ?? ''}`)
    seen.set(value, record.id)
  }
}
for (const concept of vocabulary.concepts()) {
  for (const parent of [...concept.isA, ...concept.sameTechniqueAs, ...(concept.stops === undefined ? [] : [concept.stops])]) {
    if (vocabulary.concept(parent) === undefined) problems.push(`concept ${concept.id}: "${parent}" is not defined`)
  }
}
for (const group of vocabulary.criticalOutcomes()) {
  for (const condition of group.conditions) if (vocabulary.concept(condition) === undefined) problems.push(`critical outcomes: condition "${condition}" is not defined`)
  for (const outcome of group.critical) if (vocabulary.outcome(outcome) === undefined) problems.push(`critical outcomes: outcome "${outcome}" is not defined`)
}
for (const problem of problems) console.error(problem)
console.log(`${checked.length} records checked, ${problems.length} problems`)
if (problems.length > 0) process.exitCode = 1

function readRecords(file: string, report = named.length === 0): EvidenceRecord[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').flatMap((line, index) => {
    const result = evidenceRecordSchema.safeParse(JSON.parse(line))
    if (result.success) return [result.data]
    if (report) problems.push(`${basename(file)} line ${index + 1}: ${z.prettifyError(result.error)}`)
    return []
  })
}

function checkReferences(record: EvidenceRecord, words: Vocabulary): RecordProblem[] {
  const found: RecordProblem[] = []
  const report = (place: string, message: string): void => void found.push({ recordId: record.id, place, message })
  const concepts = (place: string, list: readonly string[]): void => {
    for (const id of list) if (words.concept(id) === undefined) report(place, `concept "${id}" is not defined`)
  }
  const outcome = (place: string, id: string | null): void => {
    if (id !== null && words.outcome(id) === undefined) report(place, `outcome "${id}" is not defined`)
  }
  const criteria = (place: string, value: EvidenceRecord['criteria']): void => concepts(place, [value, ...(value?.anyOf ?? [])].flatMap((each) => [...(each?.tags ?? []), ...(each?.notTags ?? [])]))

  concepts('interventions', record.interventions)
  concepts('comparators', record.comparators)
  concepts('conditions', record.conditions)
  criteria('criteria', record.criteria)
  if (record.body !== null && words.body(record.body.id) === undefined) report('body', `body "${record.body.id}" is not defined`)
  for (const older of record.supersedes) if (!ids.has(older)) report('supersedes', `"${older}" is not a record`)
  for (const { guideline } of record.basisOf) if (!ids.has(guideline)) report('basisOf', `"${guideline}" is not a record`)
  for (const study of [...record.contains, ...(record.restsOnStudy === null ? [] : [record.restsOnStudy])]) {
    if (!studies.has(study)) report('contains', `study "${study}" is not held`)
  }
  if (record.recommendations.length > 0 && record.body === null && record.kind !== 'label') report('body', 'a record with recommendations names its body')
  record.findings.forEach((finding, index) => {
    const place = `findings[${index}]`
    outcome(place, finding.outcomeConcept)
    for (const part of finding.components) outcome(place, part)
    concepts(place, [...finding.interventions, ...finding.comparators, ...finding.conditions])
    criteria(place, finding.criteria)
    if (finding.instrument !== null && words.instrument(finding.instrument) === undefined) report(place, `instrument "${finding.instrument}" is not defined`)
    if (finding.relayedFrom !== null && !studies.has(finding.relayedFrom) && !finding.relayedFrom.includes(' ')) report(place, `relayedFrom "${finding.relayedFrom}" is neither a study held nor a name in words`)
  })
  record.recommendations.forEach((recommendation, index) => {
    concepts(`recommendations[${index}]`, [...recommendation.interventions, ...recommendation.comparators, ...recommendation.conditions])
    criteria(`recommendations[${index}]`, recommendation.criteria)
  })
  return found
}
