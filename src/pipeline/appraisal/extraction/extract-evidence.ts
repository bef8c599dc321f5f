import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import { readDesign } from './design/read-design.ts'
import { viewOf, type DocumentView } from './document-view.ts'
import { findingsInProse } from './findings/findings-in-prose.ts'
import { findingsInTables } from './findings/findings-in-tables.ts'
import { fromRecord } from './from-record.ts'
import { readPico } from './pico/read-pico.ts'
import { recommendationsOf } from './recommendations/recommendations.ts'
import { readSample } from './sample-size/sample.ts'
import { conflictStatement } from './statements/conflict-statement.ts'
import { fundingStatement } from './statements/funding-statement.ts'
import { statedRegistrations } from './statements/registrations.ts'
import type { ExtractedEvidence, ExtractedIndependence } from './types.ts'

/** Kinds whose numbers are somebody else's: their sentences hold no result of their own. */
const RELAYING: readonly ExtractedEvidence['design']['design']['value'][] = ['guideline', 'policy', 'label', 'protocol', 'narrative-review']

/**
 * What a document says of its design, people, funding, question and results, each part with the exact words that
 * state it: `quote` is `source.text.slice(span.start, span.end)`.
 *
 * Rules alone decide, so the same document always gives the same evidence. A part that no rule finds is null or
 * absent: it is not held, which is never "no" and never zero. Numbers that contradict themselves (an interval that
 * does not hold its estimate, events above totals, a negative standard deviation, a percentage above 100, mixed
 * units, groups that do not fit their total) are in `refused` with their place, and in nothing else. A curated
 * evidence record is taken over as it is.
 */
export function extractEvidence(source: Source, vocabulary: Vocabulary): ExtractedEvidence {
  if (source.evidence !== null) return fromRecord(source, source.evidence)
  const view = viewOf(source)
  const design = readDesign(view)
  const { sample, refused } = readSample(view, design.design.value)
  const hasResults = !RELAYING.includes(design.design.value)
  const prose = hasResults ? findingsInProse(vocabulary, source.id, view.sentences) : { findings: [], refused: [] }
  const tables = hasResults ? findingsInTables(vocabulary, source.id, source.text, source.sections) : { findings: [], refused: [] }
  return {
    sourceId: source.id,
    origin: 'text',
    design,
    sample,
    independence: readIndependence(view),
    pico: readPico(vocabulary, view),
    findings: [...prose.findings, ...tables.findings],
    recommendations: recommendationsOf(vocabulary, view, design.design.value),
    refused: [...refused, ...prose.refused, ...tables.refused],
  }
}

function readIndependence(view: DocumentView): ExtractedIndependence {
  const { funding, statement } = fundingStatement(view)
  const conflicts = conflictStatement(view)
  return { funding, fundingStatement: statement, conflictStatement: conflicts.statement, declaresNoConflict: conflicts.declaresNone, registrations: statedRegistrations(view) }
}
