import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNbib, parseRis } from './index.ts'

const ris = 'TY  - JOUR\r\nTI  - Heat for pain: a randomized trial.\r\nAU  - Liu, Xiang-fu\r\nAU  - Back Group\r\nPY  - 2019/05/02\r\nJO  - Test J\r\nVL  - 3\r\nSP  - 1\r\nEP  - 9\r\nDO  - https://doi.org/10.1000/x\r\nAB  - Pain fell\r\n  by half.\r\nKW  - heat\r\nER  - \r\n'
const nbib = `PMID- 12
TI  - Heat for pain
      in adults.
AB  - BACKGROUND: Pain is common. RESULTS: It fell.
AU  - Liu XF
TA  - Test J
DP  - 2019 May 2
LID - 10.1000/x [doi]
PT  - Randomized Controlled Trial
MH  - *Low Back Pain/therapy
SI  - ClinicalTrials.gov/NCT01446419
RIN - Test J. 2020;4:1. PMID: 99

PMID- 13
TI  - Another.
`

describe('RIS and NBIB', () => {
  it('reads a RIS record with continuation lines', () => {
    expect(parseRis(ris)).toMatchObject([{ source: { id: 'doi:10.1000/x', kind: 'rct', title: 'Heat for pain: a randomized trial', authors: ['Liu XF', 'Back Group'], year: 2019, pages: '1-9', text: 'Heat for pain: a randomized trial\n\nPain fell by half.' } }])
  })

  it('reads PubMed’s tagged form like its XML', () => {
    expect(parseNbib(nbib)).toMatchObject([
      { source: { id: 'pmid:12', title: 'Heat for pain in adults', doi: '10.1000/x', year: 2019, meshHeadings: ['Low Back Pain'], studyId: 'nct:NCT01446419', retraction: { state: 'retracted' }, sections: [{ title: 'Title' }, { title: 'Background' }, { title: 'Results' }] } },
      { source: { id: 'pmid:13' } },
    ])
  })

  it('tells a record without a title and goes on', () => {
    expect(parseRis(`TY  - JOUR\nDO  - 10.1/q\nER  - \n${ris}`).map((item) => item.kind)).toEqual(['skipped', 'source'])
    expect(parseRis('nothing here').map((item) => item.kind)).toEqual(['skipped'])
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.nat(nbib.length), fc.string(), (length, tail) => {
      expect(() => [parseNbib(nbib.slice(0, length) + tail), parseRis(ris.slice(0, length) + tail)]).not.toThrow()
    }))
  })
})
