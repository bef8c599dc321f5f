import type { Page, PageReference } from '../../../core/formats/page-text/index.ts'
import type { Source } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { AppraisedFinding } from '../../appraisal/index.ts'
import type { Synthesis } from '../../synthesis/index.ts'
import { MAX_CLAIMS } from './split-claims.ts'
import type { AuditedClaim, AuditFinding, ProblemKind } from './types.ts'

export type PageContext = {
  readonly page: Page
  readonly claims: readonly AuditedClaim[]
  readonly synthesis: Synthesis
  readonly sources: readonly Source[]
  readonly references: ReadonlyMap<string, { readonly reference: PageReference; readonly source: Source | null }>
}

const KINDS: Readonly<Partial<Record<ProblemKind, AuditFinding['kind']>>> = {
  silence: 'silence-read-as-position', outdated: 'outdated-guideline', retracted: 'retracted-support', 'self-citation': 'self-citation',
  'case-citation': 'case-fact-cited', counting: 'counted-twice', source: 'wrong-source', intervention: 'borrowed-number',
}

/** What a reader of the audit must hear first: contradicted claims, then what the page gets wrong or leaves out as a whole. */
export function pageFindings(vocabulary: Vocabulary, context: PageContext): AuditFinding[] {
  const { claims } = context
  const byClaim = claims.flatMap(({ check }, claim): AuditFinding[] => {
    const kind = check.kind === null ? undefined : KINDS[check.kind]
    const contradicted: AuditFinding[] = check.verdict === 'contradicted' ? [{ kind: 'contradicted', claim, text: check.why }] : []
    return kind === undefined || check.verdict === 'supported' ? contradicted : [...contradicted, { kind, claim, text: check.why }]
  })
  const cited = [...context.references.values()].flatMap(({ reference, source }): AuditFinding[] => (source?.retraction.state === 'retracted' ? [{ kind: 'retracted-support', claim: null, text: `reference ${reference.label} (${source.title}) was retracted` }] : []))
  const order = (kind: AuditFinding['kind']): number => (kind === 'contradicted' ? 0 : 1)
  const cut: AuditFinding[] = claims.length < MAX_CLAIMS ? [] : [{ kind: 'cut-short', claim: null, text: `the page is long: only its first ${MAX_CLAIMS} sentences were audited` }]
  return [...cut, ...byClaim.toSorted((a, b) => order(a.kind) - order(b.kind)), ...cited, ...missingTrials(context), ...missingHarms(vocabulary, context)]
}

/** Whether the page speaks of a study or a report of it: by name, by a citation, or by a claim that stands on it. */
function speaksOf({ page, claims, references }: PageContext, source: Source, studyId: string | null, studyName: string | null): boolean {
  const text = page.blocks.map((block) => block.text).join('\n')
  const same = (other: Source | null): boolean => other !== null && (other.id === source.id || (studyId !== null && other.studyId === studyId))
  const surname = source.authors[0]?.replace(/ [A-Z]{1,4}$/, '')
  return (studyName !== null && text.includes(studyName)) || [...references.values()].some((each) => same(each.source)) || claims.some(({ evidence }) => evidence.some(({ sourceId }) => sourceId === source.id))
    || (surname !== undefined && source.year !== null && new RegExp(`\\b${surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b[^.;]{0,40}\\b${source.year}\\b`).test(text))
}

/** Trials on the page's question that decide the evidence, or are the largest of their kind, and that the page does not mention. */
function missingTrials(context: PageContext): AuditFinding[] {
  const { synthesis } = context
  const trials = new Map<string, AppraisedFinding>()
  for (const appraised of synthesis.appraisal.findings) {
    if (appraised.finding.role !== 'primary' || appraised.synthesis || !appraised.tier.endsWith('randomized') || appraised.notAnEffect !== null) continue
    if (!trials.has(appraised.studyId)) trials.set(appraised.studyId, appraised)
  }
  return [...trials.values()].filter(({ conduct, studyId, studyName }) => !speaksOf(context, conduct, studyId, studyName)).map(({ conduct, studyName }) => ({
    kind: 'missing-pivotal-trial' as const, claim: null,
    text: `${studyName ?? conduct.title} (${conduct.year ?? 'year not known'}${conduct.evidence?.n === null || conduct.evidence?.n === undefined ? '' : `, ${conduct.evidence.n.toLocaleString('en')} people`}), a randomized trial of this question, is not mentioned [${conduct.id}]`,
  }))
}

/** Harms that are held for this treatment and that no sentence of the page tells. */
function missingHarms(vocabulary: Vocabulary, context: PageContext): AuditFinding[] {
  const { synthesis, page } = context
  const text = page.blocks.map((block) => block.text).join('\n')
  const mentioned = new Set(vocabulary.recognise(text).map(({ conceptId }) => conceptId))
  const told = text.toLowerCase()
  const seen = new Set<string>()
  const used = new Set(context.claims.flatMap(({ check, evidence }) => (check.verdict === 'cannot-tell' ? [] : evidence.map(({ sourceId }) => sourceId))))
  // Harms of the page's own question, and those that the studies it leans on report beside what it tells of them.
  const held = [
    ...synthesis.appraisal.findings.map(({ finding, source }) => ({ finding, source })),
    ...context.sources.filter(({ id }) => used.has(id)).flatMap((source) => (source.evidence?.findings ?? []).map((finding) => ({ finding, source }))),
  ]
  return held.filter(({ finding }) => finding.outcomeKind === 'harm').flatMap(({ finding, source }): AuditFinding[] => {
    const { studyName } = source
    const concepts = [finding.outcomeConcept, ...finding.components].filter((id) => id !== null)
    const words = finding.outcome.toLowerCase().match(/[\p{L}]{5,}/gu) ?? []
    const isTold = concepts.some((id) => mentioned.has(id)) || (words.length > 0 && words.filter((word) => told.includes(word.replace(/s$/, ''))).length >= Math.ceil(words.length * 0.6))
    const key = concepts.join('+') || finding.outcome
    if (isTold || seen.has(key)) return []
    seen.add(key)
    return [{ kind: 'missing-harm', claim: null, text: `${finding.outcome} (${studyName ?? source.organization ?? source.title}) is not mentioned: "${finding.text}" [${source.id}]` }]
  })
}
