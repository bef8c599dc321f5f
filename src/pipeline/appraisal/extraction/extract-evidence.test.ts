import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
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

/** Spans in the evidence that do not give the words beside them. */
function wrongSpans(text: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((part) => wrongSpans(text, part))
  if (typeof value !== 'object' || value === null) return []
  const stated = z.object({ span: z.object({ start: z.int(), end: z.int() }), quote: z.string().optional(), text: z.string().optional() }).safeParse(value)
  const own = stated.success && text.slice(stated.data.span.start, stated.data.span.end) !== (stated.data.quote ?? stated.data.text) ? [stated.data] : []
  return [...own, ...Object.values(value).flatMap((part) => wrongSpans(text, part))]
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
    expect(wrongSpans(source.text, evidence)).toEqual([])
  })

  it('takes a curated record over as it is', () => {
    const finding = buildFinding({ id: 'trial:finding-1', estimate: 0.8 })
    const evidence = extractEvidence(buildSource({ evidence: { n: 40, population: 'adults', findings: [finding] }, funding: 'industry' }), vocabulary)
    expect(evidence).toMatchObject({ origin: 'record', design: { design: { value: 'randomised-trial' } }, sample: { randomised: { value: 40 } }, independence: { funding: 'industry' }, findings: [{ ...finding, statedDirection: null }], pico: { population: { value: 'adults' } } })
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
      expect(wrongSpans(text, evidence)).toEqual([])
      expect(extractEvidence(source, vocabulary)).toEqual(evidence)
      const impossible = evidence.findings.filter(({ arms, ciLow, ciHigh, estimate }) => arms.some(({ events, total }) => (events ?? 0) > (total ?? Number.POSITIVE_INFINITY)) || (ciLow ?? -Infinity) > (ciHigh ?? Infinity) || Number.isNaN(estimate))
      expect(impossible).toEqual([])
    }), { numRuns: 300 })
  })
})
