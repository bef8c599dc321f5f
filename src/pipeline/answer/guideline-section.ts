import type { Article } from '../../core/model/index.ts'
import { describeCriteria, type Vocabulary } from '../../core/terminology/index.ts'
import { type Position } from '../appraisal/index.ts'
import type { Synthesis } from '../synthesis/index.ts'
import type { ClaimContext } from './evidence-claims.ts'
import { nameSource } from './name-source.ts'
import type { DraftClaim, DraftSection } from './types.ts'
import { capitalised, sentence, uncapitalised } from './wording.ts'

const DIRECTION_WORDS = { for: 'for', against: 'against', neither: 'individual decision', 'insufficient-evidence': 'insufficient evidence', silent: 'silent' } as const

/** Who recommends what, how strongly, on what evidence: voters first, then drafts and relayed positions, then silence. */
export function guidelineSection(context: ClaimContext, synthesis: Synthesis): DraftSection {
  const shown = clinicalPositions(synthesis)
  const rows = shown.map((position) => [
    { text: position.organization, cites: [] },
    { text: position.date ?? 'no date', cites: [] },
    { text: directionText(position), cites: [citeOf(position)] },
    { text: strengthText(position), cites: [] },
    { text: populationText(context.vocabulary, position), cites: [] },
    { text: noteText(position, synthesis), cites: [] },
  ])
  return {
    id: 'guidelines',
    title: context.patient ? 'What expert groups say' : 'Guideline position',
    claims: [...shown.map((position) => positionClaim(context, position, synthesis)), ...emptyClaim(shown, synthesis)],
    ...(rows.length === 0 ? {} : { table: { caption: 'Positions side by side', columns: ['Body', 'Evidence or document of', 'Direction', 'Strength', 'People', 'Note'], rows } }),
  }
}

/** Payers and technology assessors in a table of their own: they are shown and do not vote. */
export function coverageSection(context: ClaimContext, synthesis: Synthesis): DraftSection | null {
  const positions = synthesis.coverage
  if (positions.length === 0) return null
  return {
    id: 'coverage',
    title: context.patient ? 'What health plans say' : 'Coverage and technology assessment (no vote)',
    claims: [
      ...(context.patient ? [{ id: 'coverage:note', text: 'Your plan may need more facts before it pays. Ask the plan in writing. What a plan pays for is not the same as what helps.', kind: 'advice' as const, cites: [] }] : []),
      ...positions.map((position) => positionClaim(context, position, synthesis)),
    ],
    table: {
      caption: 'Coverage rules and assessments held',
      columns: ['Organization', 'Region', 'Position', 'Date'],
      rows: positions.map((position) => [
        { text: position.organization, cites: [] },
        { text: position.source.evidence?.body?.region ?? 'not stated', cites: [] },
        { text: directionText(position), cites: [citeOf(position)] },
        { text: position.date ?? 'no date', cites: [] },
      ]),
    },
  }
}

function clinicalPositions({ appraisal }: Synthesis): Position[] {
  const order = (position: Position): number => (position.votes ? 0 : position.silence !== null ? 2 : 1)
  return appraisal.positions
    .filter(({ bodyClass }) => bodyClass !== 'coverage' && bodyClass !== 'hta')
    .toSorted((a, b) => order(a) - order(b) || Number((b.date ?? '') > (a.date ?? '')) - Number((b.date ?? '') < (a.date ?? '')) || (a.recommendation.id < b.recommendation.id ? -1 : 1))
}

function emptyClaim(shown: readonly Position[], synthesis: Synthesis): DraftClaim[] {
  if (shown.some(({ votes }) => votes)) return []
  return [{ id: 'guidelines:none', text: 'No clinical body held here takes a position on this for these people.', kind: 'computed', cites: [], inputs: { considered: synthesis.appraisal.considered, votes: 0 } }]
}

function citeOf({ source, recommendation }: Position): DraftClaim['cites'][number] {
  return { source, start: recommendation.span.start, end: recommendation.span.end }
}

/** A guideline's advice "advises", never "shows"; the body's own sentence is printed. */
export function positionClaim(context: ClaimContext, position: Position, synthesis: Synthesis): DraftClaim {
  const { recommendation, source } = position
  if (position.silence !== null && position.silence !== 'not-read') return silenceClaim(position, synthesis, context.patient)
  const remark = remarkText(position, synthesis)
  const relayed = recommendation.relayedFor === null ? '' : ` (as relayed by ${source.organization ?? uncapitalised(nameSource(source))})`
  const year = position.source.year === null ? 'year not known' : String(position.source.year)
  const named = recommendation.relayedFor === null && mentions(recommendation.text, position)
  return {
    id: recommendation.id,
    text: `${named ? '' : `${position.organization}${relayed} (${year}): `}${sentence(recommendation.text)}${remark === '' ? '' : ` ${remark}`}`,
    kind: 'guideline',
    cites: [citeOf(position)],
    inputs: { ...positionInputs(position, synthesis), ...(remark === '' ? {} : { remark }) },
  }
}

/** Who speaks, with what ties and what flags: the same for every audience's sentence. */
function positionInputs({ organization, bodyClass, linked, interested, flags, whyNoVote, recommendation, superseded: isSuperseded }: Position, { superseded }: Synthesis): Readonly<Record<string, unknown>> {
  const newer = superseded.find(({ older }) => older.recommendation.id === recommendation.id)?.newer
  return { organization, bodyClass, linked, interested, flags, whyNoVote, replaced: isSuperseded === true || newer !== undefined, replacedIn: newer?.source.year ?? null }
}

/** Whether the body's own sentence already says whose it is. */
function mentions(text: string, { organization, source }: Position): boolean {
  const head = text.slice(0, 120).toLowerCase()
  const short = /\(([A-Z][A-Za-z/]+)\)/.exec(source.organization ?? '')?.[1]
  return [organization, source.organization, short].some((name) => name !== null && name !== undefined && head.includes(name.toLowerCase().replace(/ \([^)]*\)$/, '')))
}

function silenceClaim(position: Position, synthesis: Synthesis, patient: boolean): DraftClaim {
  const { appraisal } = synthesis
  const first = appraisal.firstEvidenceYear
  const about = appraisal.question.intervention.text ?? 'it'
  const date = position.date ?? 'no date held'
  const update = position.source.evidence?.body?.updateNote ?? null
  const why = position.silence === 'predates'
    ? `silent: it dates from ${position.source.year ?? date}${update === null ? '' : ` (${update})`}, and the first study of ${about} held here from ${first ?? 'a year not known'}`
    : position.silence === 'outside-scope'
      ? `silent: ${about} lies outside its scope`
      : `silent: it does not mention ${about} in what was read`
  return {
    id: position.recommendation.id,
    text: patient ? `${position.organization} (${position.source.year ?? 'no date'}) says nothing about it. That is not a no.` : `${position.organization} (${date}) is ${why}. Silence is not opposition and does not vote.`,
    kind: 'computed',
    cites: [citeOf(position)],
    inputs: { ...positionInputs(position, synthesis), sourceId: position.source.id, about, silence: position.silence, date: position.date, publicationYear: position.source.year, update, firstEvidenceYear: first },
  }
}

function remarkText(position: Position, synthesis: Synthesis): string {
  const replaced = synthesis.superseded.find(({ older }) => older === position)
  const parts = [
    replaced === undefined ? null : `replaced by its advice of ${replaced.newer.source.year ?? 'a later year'}`,
    position.whyNoVote === null || position.whyNoVote === 'not read' || position.bodyClass === 'coverage' ? null : position.whyNoVote,
    position.recommendation.carveOut ? 'the edge of its own position, not opposition' : null,
    ...position.flags,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : `(${capitalised(parts.join('; '))}.)`
}

function directionText({ recommendation, silence, bodyClass }: Position): string {
  if (silence === 'not-read') return 'not read'
  if (bodyClass === 'licence') return recommendation.direction === 'against' ? 'restricted or refused' : 'licensed'
  return recommendation.carveOut ? `${DIRECTION_WORDS[recommendation.direction]} (carve-out)` : DIRECTION_WORDS[recommendation.direction]
}

function strengthText({ recommendation, silence, votingStrength }: Position): string {
  if (silence !== null) return ''
  const stated = recommendation.strength
  const letter = recommendation.letter === null ? '' : ` (${recommendation.letter})`
  const counted = stated === 'strong' && votingStrength === 'conditional' ? '; counts as conditional' : ''
  return `${stated}${letter}${counted}`
}

function populationText(vocabulary: Vocabulary, { recommendation }: Position): string {
  const criteria = recommendation.criteria === null ? '' : describeCriteria(vocabulary, recommendation.criteria)
  return recommendation.population !== '' ? recommendation.population : criteria
}

function noteText(position: Position, synthesis: Synthesis): string {
  const replaced = synthesis.superseded.some(({ older }) => older === position)
  return [...(replaced ? ['superseded'] : []), ...(position.whyNoVote === null || position.silence !== null ? [] : [position.whyNoVote]), ...(position.silence === null ? [] : [silenceNote(position)]), ...position.flags].join('; ')
}

function silenceNote({ silence }: Position): string {
  switch (silence) {
    case 'predates': return 'predates the first study'
    case 'outside-scope': return 'outside its scope'
    case 'not-read': return 'its wording was not read'
    case 'in-scope-not-mentioned': return 'not mentioned'
    case null: return ''
  }
}

/** The article's flat list of positions, for machines. */
export function guidelineRows(vocabulary: Vocabulary, synthesis: Synthesis): Article['guidelines'] {
  return clinicalPositions(synthesis).map((position) => ({
    sourceId: position.source.id,
    organization: position.organization,
    year: position.source.year,
    direction: position.recommendation.direction,
    strength: position.recommendation.strength,
    certainty: position.recommendation.certainty,
    independence: position.linked === true ? 'linked to the maker' : position.interested === true ? 'members perform it' : position.qualified ? 'explicit method' : 'not known',
    note: [populationText(vocabulary, position), noteText(position, synthesis)].filter((part) => part !== '').join('; '),
  }))
}
