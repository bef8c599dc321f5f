import { describe, expect, it } from 'vitest'
import type { Source } from '../../model/index.ts'
import { formatReference } from './format-reference.ts'

const nothingHeld: Source = {
  id: 'x', studyId: null, studyName: null, kind: 'rct', title: 'A trial', titleIsExact: true, authors: [], authorsEtAl: false,
  organization: null, journal: null, year: null, volume: null, issue: null, pages: null, pmid: null, pmcid: null, doi: null,
  registrations: [], url: null, retraction: { state: 'none', notice: null }, preprint: false, funding: 'unclear', fundingNote: null,
  conflictsOfInterest: null, licence: null, meshHeadings: [], publicationTypes: [], keywords: [], textKind: 'record', text: '',
  sections: [], dataDate: null, provenance: null, evidence: null,
}

const smart = { title: 'A prospective trial', journal: 'Eur Spine J', year: 2018, doi: '10.1007/s00586-018-5496-1' } as const
const people = ['Fischgrund JS', 'Rhyne A', 'Franke J', 'Sasso R', 'Kitchel S', 'Bae H', 'Yeung C']
const read: Partial<Source> = { provenance: { level: 'original-page', pages: [] }, dataDate: '2026-01-05' }

type Case = readonly [what: string, held: Partial<Source>, reference: string]
const cases: readonly Case[] = [
  ['every part held', { ...smart, authors: people.slice(0, 2), volume: '27', issue: '5', pages: '1146-1156', pmid: '29423885' },
    'Fischgrund JS, Rhyne A. A prospective trial. Eur Spine J. 2018;27(5):1146-1156. PMID: 29423885. doi:10.1007/s00586-018-5496-1'],
  ['six authors are all named', { ...smart, authors: people.slice(0, 6) },
    'Fischgrund JS, Rhyne A, Franke J, Sasso R, Kitchel S, Bae H. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['of seven, three are named', { ...smart, authors: people },
    'Fischgrund JS, Rhyne A, Franke J, et al. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['of a list known to go on, those held up to three', { ...smart, authors: people.slice(0, 1), authorsEtAl: true },
    'Fischgrund JS, et al. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['five held of a list that goes on', { ...smart, authors: people.slice(0, 5), authorsEtAl: true },
    'Fischgrund JS, Rhyne A, Franke J, et al. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['the trial group shares the byline', { ...smart, authors: ['McMurray JJV'], authorsEtAl: true, organization: 'DAPA-HF Trial Committees and Investigators' },
    'McMurray JJV, et al; DAPA-HF Trial Committees and Investigators. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['the publisher of a review does not', { ...smart, kind: 'systematic-review', authors: ['Spinks A', 'Glasziou PP'], organization: 'Cochrane' },
    'Spinks A, Glasziou PP. A prospective trial. Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['a guideline by a body', { kind: 'guideline', organization: 'European Society of Cardiology', title: '2021 ESC Guidelines', year: 2021, url: 'https://example.org/esc', ...read },
    'European Society of Cardiology. 2021 ESC Guidelines. 2021. Checked 2026-01-05. https://example.org/esc'],
  ['a guideline by a panel for a body', { kind: 'guideline', authors: ['Busse JW', 'Genevay S'], authorsEtAl: true, organization: 'BMJ Rapid Recommendations', title: 'Spine pain', journal: 'BMJ', year: 2025, pmid: '39971339', doi: '10.1136/bmj-2024-079970' },
    'Busse JW, Genevay S, et al; BMJ Rapid Recommendations. Spine pain. BMJ. 2025. PMID: 39971339. doi:10.1136/bmj-2024-079970'],
  ['a policy whose exact title was not seen', { kind: 'policy', organization: 'Example Health Plan', title: 'Policy on nerve ablation', titleIsExact: false, url: 'https://example.org/p', ...read },
    'Example Health Plan. [Policy on nerve ablation]. Checked 2026-01-05. https://example.org/p'],
  ['a date that is not a day of reading is not printed as one', { kind: 'policy', organization: 'Example Health Plan', title: 'Policy', url: 'https://example.org/p', dataDate: '2024' },
    'Example Health Plan. Policy. https://example.org/p'],
  ['a title that is a question', { ...smart, title: 'Does it work?', authors: ['Chou R'] },
    'Chou R. Does it work? Eur Spine J. 2018. doi:10.1007/s00586-018-5496-1'],
  ['only a PMID', { title: 'A trial', journal: 'Lancet', year: 2014, pmid: '123' }, 'A trial. Lancet. 2014. PMID: 123.'],
  ['only a PMCID', { title: 'A trial', pmcid: 'PMC12' }, 'A trial. https://pmc.ncbi.nlm.nih.gov/articles/PMC12/'],
  ['no stable link', { title: 'Fusion & fracture', journal: 'JAMA', year: 2006 },
    'Fusion & fracture. JAMA. 2006. No stable link found. Search by title: https://pubmed.ncbi.nlm.nih.gov/?term=Fusion%20%26%20fracture'],
  ['retracted', { title: 'A registry', authors: ['Mehra MR'], authorsEtAl: true, journal: 'Lancet', year: 2020, doi: '10.1016/S0140-6736(20)31180-6', retraction: { state: 'retracted', notice: null } },
    'Retracted. Mehra MR, et al. A registry. Lancet. 2020. doi:10.1016/S0140-6736(20)31180-6'],
  ['under an expression of concern', { title: 'A trial', doi: '10.1/x', retraction: { state: 'expression-of-concern', notice: null } }, 'Expression of concern. A trial. doi:10.1/x'],
  ['a preprint', { title: 'A trial', journal: 'medRxiv', year: 2020, doi: '10.1101/1', preprint: true }, 'A trial. Preprint. medRxiv. 2020. doi:10.1101/1'],
  ['a trial registration', { kind: 'registration', title: 'A planned trial', registrations: ['NCT01446419'], url: 'https://clinicaltrials.gov/study/NCT01446419' },
    'A planned trial. ClinicalTrials.gov identifier: NCT01446419. https://clinicaltrials.gov/study/NCT01446419'],
  ['pages abbreviated by the index', { ...smart, volume: '27', pages: '1146-56' }, 'A prospective trial. Eur Spine J. 2018;27:1146-1156. doi:10.1007/s00586-018-5496-1'],
  ['an article number', { ...smart, volume: '388', pages: 'e079970' }, 'A prospective trial. Eur Spine J. 2018;388:e079970. doi:10.1007/s00586-018-5496-1'],
  ['pages without volume', { ...smart, pages: '12-19' }, 'A prospective trial. Eur Spine J. 2018:12-19. doi:10.1007/s00586-018-5496-1'],
  ['volume without year', { title: 'A trial', journal: 'Spine J', volume: '3', doi: '10.1/x' }, 'A trial. Spine J. 3. doi:10.1/x'],
  ['a title over two lines', { title: 'A trial\n  of care', doi: '10.1/x' }, 'A trial of care. doi:10.1/x'],
]

describe('formatReference', () => {
  it.each(cases)('%s', (_what, held, reference) => {
    expect(formatReference({ ...nothingHeld, ...held })).toBe(reference)
  })

  it('prints no word for what is not held', () => {
    expect(formatReference({ ...nothingHeld, doi: '10.1/x' })).not.toMatch(/null|undefined|unknown|n\.d\./u)
  })
})
