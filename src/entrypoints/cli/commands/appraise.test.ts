import { describe, expect, it } from 'vitest'
import { buildFinding } from '../../../../test/support/build-finding.ts'
import type { DocumentAppraisal } from '../../../pipeline/engine-types.ts'
import { EngineInMemory, runInProcess } from '../test-support/run-in-process.ts'

const words = 'Pain fell (MD −1.2, 95% CI −2.0 to −0.4).'
const appraised: DocumentAppraisal = {
  source: { id: 'pmcid:PMC1', title: 'Heat \u001b[31mfor pain', kind: 'rct', organization: null, journal: 'Test J', year: 2020, pmid: null, pmcid: 'PMC1', doi: null, textKind: 'fulltext', retraction: { state: 'none', notice: null }, preprint: false },
  sourceId: 'pmcid:PMC1', origin: 'text',
  design: { design: { value: 'randomised-trial', quote: 'a randomised trial', span: { start: 0, end: 18 } }, kind: 'rct', layouts: [], randomised: null, sequence: null, concealment: null, participantsBlinded: null, assessorsBlinded: { value: true, quote: 'assessors were blinded', span: { start: 20, end: 42 } }, blinding: null },
  sample: { randomised: { value: 1228, quote: '1,228', span: { start: 50, end: 55 } }, clusters: null, included: null, arms: [], followUp: null, lost: null },
  independence: { funding: 'unclear', fundingStatement: null, conflictStatement: null, declaresNoConflict: null, registrations: [{ value: 'NCT01446419', quote: 'NCT01446419', span: { start: 60, end: 71 } }] },
  pico: { population: null, intervention: null, comparator: null, outcomes: [] },
  findings: [{ ...buildFinding({ outcome: 'pain', measure: 'MD', estimate: -1.2, ciLow: -2, ciHigh: -0.4, ciLevel: 0.95, p: '0.003', text: words }), statedDirection: 'lower' }],
  recommendations: [], refused: [{ reason: '12 events of 10', quote: '12 of 10', span: { start: 80, end: 88 } }],
  others: [], skipped: ['line 2: it is not JSON.'],
}

describe('consilium appraise', () => {
  it('prints the appraisal as JSON and nothing else on stdout', async () => {
    const engine = Object.assign(new EngineInMemory(), { appraised })
    const { code, out, err } = await runInProcess(['appraise', 'trial.xml', '--json'], { engine })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(appraised)
    expect(err).toContain('Left out: line 2')
    expect(engine.closed).toBe(1)
  })

  it('tells a person design, people, money, results and refusals with their words, and lets no text drive the terminal', async () => {
    const { out } = await runInProcess(['appraise', 'trial.xml'], { engine: Object.assign(new EngineInMemory(), { appraised }), columns: 100 })
    for (const line of ['randomised trial', 'randomized: 1,228', 'assessors blinded: yes', 'funding: not known', 'conflicts of interest: no statement found', 'registration: NCT01446419', 'MD -1.2', '; said to be lower', '95% CI -2 to -0.4', 'p = 0.003', `“${words}”`, 'Refused numbers (1)', '12 events of 10']) expect(out).toContain(line)
    expect(out).not.toContain('\u001b')
  })

  it('fails for a file without a document', async () => {
    const { code, out } = await runInProcess(['appraise', 'nothing.pdf', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'bad-input', message: expect.stringContaining('nothing.pdf') } })
  })
})
