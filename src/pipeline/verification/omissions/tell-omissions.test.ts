import { describe, expect, it } from 'vitest'
import { askLibrary, readLibrary } from '../../../../test/support/ask-library.ts'
import { splitClaimId, type Source } from '../../../core/model/index.ts'
import { starterVocabulary } from '../../../core/terminology/index.ts'
import { measureReadability } from '../../../core/text/index.ts'
import type { Cite, Draft, DraftClaim } from '../../answer/index.ts'
import { compose } from '../../answer/index.ts'
import type { Synthesis } from '../../synthesis/index.ts'
import { verifyDraft } from '../verify-draft.ts'
import { pointsAgainst } from './points-against.ts'
import { tellOmissions } from './tell-omissions.ts'
import type { Told } from './types.ts'

const vocabulary = starterVocabulary()

const QUESTIONS = [
  'Is basivertebral nerve ablation indicated for vertebrogenic low back pain?',
  'Should a 75-year-old take aspirin to prevent a first heart attack or stroke?',
  'Are SGLT2 inhibitors indicated in heart failure with preserved ejection fraction?',
  'Is arthroscopic surgery indicated for degenerative knee disease?',
  'Does ivermectin work for COVID-19?',
]

function tell(synthesis: Synthesis, draft: Draft): Told {
  return tellOmissions({ vocabulary }, synthesis, draft, verifyDraft({ vocabulary }, draft))
}

function toldOf(question: string, sources?: readonly Source[]): Told {
  const synthesis = askLibrary(question, [], sources)
  return tell(synthesis, compose({ vocabulary }, synthesis, 'clinician'))
}

const textsOf = ({ omissions }: Told): string => omissions.map(({ text, why }) => `${text}: ${why}`).join('\n')

type Place = { readonly id: string; readonly source: Source; readonly span: { readonly start: number; readonly end: number } }

/** The draft as if a stage had lost one result or position: its sentence, the sentence of its body, its rows. */
function without(draft: Draft, { id, source, span }: Place): Draft {
  const isAt = (cite: Cite | undefined): boolean => cite !== undefined && cite.source.id === source.id && cite.start === span.start && cite.end === span.end
  const keeps = (claim: DraftClaim): boolean => !splitClaimId(claim.id).includes(id) && !(claim.id.startsWith('effect:') && claim.cites.some(isAt))
  return {
    ...draft,
    answer: draft.answer.filter(keeps),
    sections: draft.sections.map((section) => ({
      ...section,
      claims: section.claims.filter(keeps),
      ...(section.table === undefined ? {} : { table: { ...section.table, rows: section.table.rows.filter((row) => !row.flatMap(({ cites }) => cites).some(isAt)) } }),
      ...(section.plot === undefined ? {} : { plot: { ...section.plot, rows: section.plot.rows.filter(({ cite }) => !isAt(cite)) } }),
    })),
  }
}

function isCited(told: Told, { source, span }: Place): boolean {
  return told.sections.find(({ id }) => id === 'not-covered')?.claims.some(({ citations }) => citations.some(({ sourceId, start, end }) => sourceId === source.id && start === span.start && end === span.end)) === true
}

describe.each(QUESTIONS)('what the answer to "%s" leaves out', (question) => {
  const synthesis = askLibrary(question)
  const { findings, positions } = synthesis.appraisal
  const draft = compose({ vocabulary }, synthesis, 'clinician')
  const results = findings.filter(({ finding }) => finding.outcomeKind !== 'administrative').map(({ finding, source }) => ({ id: finding.id, kind: finding.outcomeKind, source, span: finding.span }))

  it('is told for every single result that is taken away, harms by name', () => {
    const missed = results.filter((result) => !isCited(tell(synthesis, without(draft, result)), result))
    expect(missed.map(({ id }) => id)).toEqual([])
    const unnamed = results.filter(({ kind }) => kind === 'harm').filter((harm) => !tell(synthesis, without(draft, harm)).omissions.some(({ text }) => text.startsWith('A harm: ')))
    expect(unnamed.map(({ id }) => id)).toEqual([])
  })

  it('is told for every position that is taken away, with what the body says', () => {
    for (const { recommendation, source, organization } of positions) {
      const told = tell(synthesis, without(draft, { id: recommendation.id, source, span: recommendation.span }))
      expect(told.omissions.some(({ text }) => text.startsWith(`The position of ${organization}`)), recommendation.id).toBe(true)
    }
  })

  it('is told in the patient’s version too, in plain words', () => {
    const plain = compose({ vocabulary }, synthesis, 'patient')
    const whole = tell(synthesis, plain)
    expect(whole.omissions).toEqual(tell(synthesis, draft).omissions)
    for (const harm of results.filter(({ kind }) => kind === 'harm').slice(0, 4)) expect(isCited(tell(synthesis, without(plain, harm)), harm), harm.id).toBe(true)
    const names = [...vocabulary.concepts()].filter(({ kind }) => kind === 'intervention').flatMap(({ label, synonyms }) => [label, ...synonyms])
    expect(measureReadability(whole.sections.find(({ id }) => id === 'not-covered')?.claims.map(({ text }) => text) ?? [], { ignore: names }).grade ?? 0).toBeLessThanOrEqual(8)
  })

  it('holds no harm, no contrary result and no position while all are printed', () => {
    expect(tell(synthesis, draft).omissions.filter(({ text }) => /^(?:A harm|A result that points|The position of)/.test(text))).toEqual([])
  })

  it('is printed as supported sentences, each citation numbered as in the references', () => {
    const [first] = results
    const told = tell(synthesis, first === undefined ? draft : without(draft, first))
    const order = told.sources.map(({ id }) => id)
    expect(new Set(order).size).toBe(order.length)
    for (const { citations } of told.sections.flatMap(({ claims }) => claims)) for (const { n, sourceId } of citations) expect(order[n - 1]).toBe(sourceId)
    expect(told.verification.claims).toBe(told.verification.supported + told.verification.partly + told.verification.contradicted + told.verification.notSupported)
  })
})

it('names a result that points against the verdict', () => {
  const synthesis = askLibrary('Does PCI relieve stable angina?')
  const draft = compose({ vocabulary }, synthesis, 'clinician')
  const contrary = synthesis.appraisal.findings.filter((appraised) => pointsAgainst(synthesis.stance, appraised) && appraised.finding.outcomeKind === 'benefit')
  expect(contrary.length).toBeGreaterThan(0)
  for (const { finding, source } of contrary) expect(tell(synthesis, without(draft, { id: finding.id, source, span: finding.span })).omissions.some(({ text }) => text.startsWith('A result that points against the verdict: ')), finding.id).toBe(true)
})

describe('a sentence that verification refuses', () => {
  const synthesis = askLibrary(QUESTIONS[1] ?? '')
  const draft = compose({ vocabulary }, synthesis, 'clinician')
  const broken = (isBroken: (claim: DraftClaim) => boolean): Told => {
    const spoil = (claim: DraftClaim): DraftClaim => (isBroken(claim) ? { ...claim, text: `${claim.text} In all, 987654 people.` } : claim)
    return tell(synthesis, { ...draft, answer: draft.answer.map(spoil), sections: draft.sections.map((section) => ({ ...section, claims: section.claims.map(spoil) })) })
  }

  it('is told by what it was about and why, and what it said is not repeated', () => {
    const harm = synthesis.appraisal.findings.find(({ finding }) => finding.outcomeKind === 'harm')
    const told = broken(({ id }) => id === harm?.finding.id || id.startsWith('effect:'))
    expect(textsOf(told)).toMatch(/what the studies together say about .+: it did not pass verification/)
    expect(JSON.stringify([told.omissions, told.sections])).not.toContain('987654')
  })

  it('is told when it is the verdict, a position, a limit or a table row', () => {
    expect(textsOf(broken(({ id }) => id === 'verdict'))).toContain('The sentence that gives the verdict: it did not pass verification')
    const [position] = synthesis.appraisal.positions
    const positioned = broken(({ id }) => id === position?.recommendation.id)
    const table = { ...draft, sections: draft.sections.map((section) => (section.table === undefined ? section : { ...section, table: { ...section.table, rows: [...section.table.rows, [{ text: '987654', cites: [] }]] } })) }
    expect(positioned.refused.map(({ id }) => id)).toEqual([position?.recommendation.id])
    expect(textsOf(tell(synthesis, table))).toMatch(/A row of the table ".+": it did not pass verification/)
    expect(textsOf(broken(({ id }) => /:limit-\d+$/.test(id)))).toMatch(/A limit of .+: it did not pass verification/)
  })
})

describe('what the kind of question asks for and no source held answers', () => {
  const library = readLibrary()
  const strip = (change: (source: Source) => Source): Source[] => library.map(change)
  const dropping = (isDropped: (finding: NonNullable<Source['evidence']>['findings'][number], source: Source) => boolean): Source[] =>
    strip((source) => (source.evidence === null ? source : { ...source, evidence: { ...source.evidence, findings: source.evidence.findings.filter((finding) => !isDropped(finding, source)) } }))

  it('tells a harm question without any rate, and one with a rate whose cause is not shown', () => {
    const question = 'How often do vertebral fractures happen after basivertebral nerve ablation?'
    expect(textsOf(toldOf(question))).toContain('Whether the treatment causes the harm')
    expect(textsOf(toldOf(question, dropping(({ outcomeKind }) => outcomeKind === 'harm')))).toContain('Rates of harm: no source held reports one')
    const unstated = strip((source) => (source.evidence === null ? source : { ...source, evidence: { ...source.evidence, findings: source.evidence.findings.map((finding) => (finding.outcomeKind === 'harm' ? { ...finding, arms: [], measure: 'OR' as const } : finding)) } }))
    expect(textsOf(toldOf(question, unstated))).toContain('A rate of the harm with its denominator')
  })

  it('tells a comparison without a head-to-head trial, and says nothing of it where one is held', () => {
    const question = 'Apixaban or warfarin for atrial fibrillation: which is better?'
    const direct = /A trial that compares .+ directly/
    expect(textsOf(toldOf(question))).not.toMatch(direct)
    const others = library.filter(({ evidence }) => !(evidence?.comparators.includes('warfarin') === true || evidence?.findings.some(({ comparators }) => comparators.includes('warfarin')) === true))
    expect(textsOf(toldOf(question, others))).toMatch(direct)
  })

  it('tells accuracy for a test, the dose for one person, and what a screening answer lacks', () => {
    expect(textsOf(toldOf('Does early MRI help back pain in older adults?'))).toContain('sensitivity, specificity')
    expect(textsOf(toldOf('What dose of aspirin is used to prevent pre-eclampsia?'))).toContain('A dose for one person')
    const screening = 'Should men have PSA screening for prostate cancer?'
    const held = textsOf(toldOf(screening))
    const cut = textsOf(toldOf(screening, dropping(({ outcomeConcept }) => outcomeConcept === 'prostate-cancer-death')))
    expect(held).not.toContain('Death from the disease')
    expect(cut).toContain('Death from the disease')
  })

  it('tells the outcome and the people asked about that nothing held speaks of', () => {
    const told = textsOf(toldOf('Should a woman of 30 with heart failure with preserved ejection fraction and osteoporosis take an SGLT2 inhibitor?'))
    expect(told).toMatch(/Results for .*osteoporosis/)
    expect(textsOf(toldOf('Are statins worth it for a 55-year-old with 12% ten-year risk?'))).toContain('Results for 10-year cardiovascular risk 12%')
    expect(textsOf(toldOf('Does arthroscopic surgery prevent a stroke in degenerative knee disease?'))).toContain('which the question asks about')
  })

  it('says of a cost study what it does not state', () => {
    const question = 'Is basivertebral nerve ablation cost-effective?'
    const bare = strip((source) => (source.kind === 'cost-study' ? { ...source, text: source.text.replaceAll(/perspective|payer|Medicare|system/gi, (word) => '-'.repeat(word.length)), evidence: source.evidence === null ? null : { ...source.evidence, setting: null, comparator: null, population: null } } : source))
    expect(textsOf(toldOf(question, bare))).toMatch(/For the cost in .*perspective/)
    expect(textsOf(toldOf(question))).not.toMatch(/For the cost in .*perspective/)
  })

  it('tells nothing after a clear emergency', () => {
    expect(toldOf('My father has crushing chest pain right now and cannot breathe, should he take aspirin?').omissions).toEqual([])
  })
})
