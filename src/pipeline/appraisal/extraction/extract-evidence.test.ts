import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFinding } from '../../../../test/support/build-finding.ts'
import { buildSource } from '../../../../test/support/build-source.ts'
import { buildVocabulary } from '../../../../test/support/build-vocabulary.ts'
import { parseJats } from '../../../core/formats/jats/index.ts'
import type { Source } from '../../../core/model/index.ts'
import { extractEvidence, type ExtractedEvidence } from './index.ts'

const vocabulary = buildVocabulary()

const ARTICLE = `<article article-type="research-article"><front><article-meta><article-id pub-id-type="pmc">22</article-id>
<title-group><article-title>Nerve ablation versus exercise in adults with back pain: a randomised controlled trial</article-title></title-group>
<abstract><sec><title>Methods</title><p>We randomly assigned 140 adults with back pain to receive nerve ablation or exercise. The primary outcome was pain at 12 months. Trial registration: NCT01446419.</p></sec>
<sec><title>Results</title><p>Pain fell more with ablation (mean difference −1.2 points, 95% CI −2.0 to −0.4; p = 0.003).</p></sec></abstract></article-meta></front>
<body><sec><title>Methods</title><p>A computer-generated list was kept in sealed opaque envelopes. Outcome assessors were blinded to allocation.</p></sec>
<sec><title>Results</title><p>Ten of 140 patients (7.1%) were lost to follow-up.</p><table-wrap><label>Table 2</label><caption><p>Outcomes</p></caption><table><tr><th>Outcome</th><th>Ablation (n = 70)</th><th>Exercise (n = 70)</th></tr><tr><td>Pain</td><td>3.1 ± 1.2</td><td>4.3 ± 1.3</td></tr></table></table-wrap></sec></body>
<back><sec><title>Funding</title><p>This study was funded by the Medical Research Council.</p></sec><sec><title>Competing interests</title><p>The authors declare no competing interests.</p></sec></back></article>`

function sourceOf(xml: string): Source {
  const [item] = parseJats(xml)
  if (item?.kind !== 'source') throw new Error(JSON.stringify(item))
  return item.source
}

/** Every span in the evidence gives the words beside it. */
function expectExactSpans(text: string, value: unknown): void {
  if (Array.isArray(value)) for (const part of value) expectExactSpans(text, part)
  else if (typeof value === 'object' && value !== null) {
    const { span, quote, text: words } = value as { span?: { start: number; end: number } | null; quote?: string; text?: string }
    if (span !== undefined && span !== null) expect(text.slice(span.start, span.end)).toBe(quote ?? words)
    for (const part of Object.values(value)) expectExactSpans(text, part)
  }
}

describe('extractEvidence', () => {
  it('reads a trial: design, conduct, people, money, question, results', () => {
    const source = sourceOf(ARTICLE)
    const evidence = extractEvidence(source, vocabulary)
    expect(evidence).toMatchObject({
      sourceId: 'pmcid:PMC22', origin: 'text',
      design: { design: { value: 'randomised-trial' }, kind: 'rct', randomised: { value: true }, sequence: { value: 'adequate' }, concealment: { value: 'adequate' }, participantsBlinded: null, assessorsBlinded: { value: true } },
      sample: { randomised: { value: 140 } },
      independence: { funding: 'public', fundingStatement: { value: 'This study was funded by the Medical Research Council.' }, declaresNoConflict: true, registrations: [{ value: 'NCT01446419' }] },
      pico: { population: { value: 'adults with back pain', concepts: ['back-pain'] }, intervention: { value: 'Nerve ablation', concepts: ['nerve-ablation'] }, comparator: { value: 'exercise' }, outcomes: [{ value: 'pain at 12 months' }] },
      recommendations: [], refused: [],
    })
    expect(evidence.findings.map(({ measure, estimate, arms }) => [measure, estimate, arms.length])).toEqual([['MD', -1.2, 0], ['other', null, 2]])
    expectExactSpans(source.text, evidence)
  })

  it('takes a curated record over as it is', () => {
    const finding = buildFinding({ id: 'trial:finding-1', estimate: 0.8 })
    const evidence = extractEvidence(buildSource({ evidence: { n: 40, population: 'adults', findings: [finding] }, funding: 'industry' }), vocabulary)
    expect(evidence).toMatchObject({ origin: 'record', design: { design: { value: 'randomised-trial' } }, sample: { randomised: { value: 40 } }, independence: { funding: 'industry' }, findings: [finding], pico: { population: { value: 'adults' } } })
  })

  it('gives no findings for a guideline, whose numbers are somebody else’s', () => {
    const text = 'We recommend heat for adults with back pain (strong recommendation). A trial found HR 0.80 (95% CI 0.70 to 0.90).'
    const evidence = extractEvidence(buildSource({ kind: 'guideline', evidence: null, textKind: 'fulltext', text, sections: [{ title: 'Advice', kind: 'body', start: 0, end: text.length }] }), vocabulary)
    expect(evidence).toMatchObject({ findings: [], recommendations: [{ direction: 'for', strength: 'strong' }] })
  })

  it('finds nothing in nothing', () => {
    const evidence = extractEvidence(buildSource({ kind: 'other', evidence: null, text: '', sections: [] }), vocabulary)
    expect(evidence).toMatchObject({ design: { design: { value: 'other' } }, sample: { randomised: null, included: null }, independence: { fundingStatement: null, declaresNoConflict: null }, findings: [], recommendations: [], refused: [] })
  })

  const PIECES = ['We randomized 81 women', ' (n = 40)', ' were randomly assigned', ' to two groups of 27 patients', 'HR 0.80 (95% CI 0.73–0.87)', '; p < 0.001', ' 12 of 10 patients', ' 61.4% (27/44 patients)', ' versus', ' −1.2 ± 0.3', '\n', '. ', ' | ', 'Funding: Nil', ' double-blind', ' NCT01446419', ' We recommend exercise (1A)', ' é̂', ' 𝒳', ' ½', ' 95% CI', ' (', ')', ' of', ' mean (SD) 3.1 (1.2) and 4.0 (1.1)']

  it('keeps every span exact, the same each time, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.constantFrom('abstract', 'body', 'table', 'other'), fc.constantFrom('other', 'guideline', 'rct'), (pieces, section, kind) => {
      const text = pieces.join('').normalize('NFC')
      const source = buildSource({ kind, evidence: null, textKind: 'fulltext', text, sections: text === '' ? [] : [{ title: 'Results', kind: section, start: 0, end: text.length }] })
      const evidence: ExtractedEvidence = extractEvidence(source, vocabulary)
      expectExactSpans(text, evidence)
      expect(extractEvidence(source, vocabulary)).toEqual(evidence)
      for (const { arms, ciLow, ciHigh, estimate } of evidence.findings) {
        for (const arm of arms) expect(arm.events ?? 0).toBeLessThanOrEqual(arm.total ?? Number.POSITIVE_INFINITY)
        if (ciLow !== null && ciHigh !== null) expect(ciLow).toBeLessThanOrEqual(ciHigh)
        expect(Number.isNaN(estimate ?? 0)).toBe(false)
      }
    }), { numRuns: 300 })
  })
})
