import type { Source } from '../../../core/model/index.ts'

const FUNDING: Readonly<Record<Source['funding'], string>> = { industry: 'industry-funded', mixed: 'partly industry-funded', public: 'publicly funded', none: 'no outside funding', unclear: 'funding not known' }

const KINDS: Readonly<Partial<Record<Source['kind'], readonly string[]>>> = {
  'systematic-review': ['systematic review'], 'meta-analysis': ['pooled analysis', 'meta analysis'], cohort: ['cohort'], 'case-control': ['case-control study'], 'case-series': ['case series'],
  'narrative-review': ['narrative review'], 'cost-study': ['economic model'], label: ['label'], policy: ['policy'], registration: ['registration'],
}

/** What may be said of how a study was done and paid for, and is true of this one: no word of blinding without blinding. */
export function studyWords({ kind, funding, evidence, preprint, retraction }: Source): string[] {
  const design = evidence?.design
  const blinded = design?.participantsBlinded === true
  const comparators = new Set((evidence?.findings ?? []).map(({ comparatorType }) => comparatorType))
  return [
    'people', FUNDING[funding], ...KINDS[kind] ?? [],
    ...(design?.randomized === true && blinded ? ['double-blind randomized'] : []),
    ...(design?.randomized === true && (!blinded || comparators.has('no-treatment')) ? ['open-label randomized', 'randomized, blinding not known'] : []),
    ...(design?.randomized === true ? ['randomized, blinding not known'] : []),
    ...(comparators.has('sham') ? ['sham-controlled'] : []),
    ...(comparators.has('placebo') ? ['placebo-controlled'] : []),
    ...((evidence?.findings ?? []).some(({ indirect }) => indirect) ? ['indirect comparison'] : []),
    ...(kind === 'rct' ? ['one arm of a trial, not the comparison'] : []),
    ...(design?.controlled !== true || kind === 'single-arm' || kind === 'cohort' ? ['no comparison group'] : []),
    ...(design?.randomized !== true || (evidence?.findings ?? []).some(({ analysis }) => analysis === 'as-treated' || analysis === 'subgroup') ? ['not compared as randomized'] : []),
    ...(preprint ? ['preprint, not peer reviewed'] : []),
    ...(retraction.state === 'corrected' ? ['corrected'] : []),
    ...(retraction.state === 'expression-of-concern' ? ['expression of concern'] : []),
  ]
}
