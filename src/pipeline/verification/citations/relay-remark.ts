import type { Source } from '../../../core/model/index.ts'
import { listed, nameSource } from '../../../core/text/index.ts'
import type { Walk } from './walk-to-study.ts'

const KINDS: Readonly<Partial<Record<Source['kind'], string>>> = {
  guideline: 'a guideline', policy: 'a policy', label: 'a label', 'narrative-review': 'a narrative review', 'systematic-review': 'a systematic review', 'meta-analysis': 'a pooled analysis', other: 'a secondary text',
}

/**
 * One sentence on where a relayed number was measured; null where the source measured it or its own sentence says so. A
 * patient's sentence may hold several results of one source; `isPart` is true where the source measured some of them.
 */
export function relayRemark(walk: Walk, source: Source, said: string, { patient, isPart }: { readonly patient: boolean; readonly isPart: boolean }): string | null {
  switch (walk.kind) {
    case 'measured-here': case 'refused': return null
    case 'secondary': return patient ? 'It tells what others found.' : `${nameSource(source)} is ${KINDS[source.kind] ?? 'a secondary source'}: the study behind the number is not named in it.`
    case 'not-held': {
      // The record's own sentence often tells the relay; then it is not told twice.
      if (!patient && /\brelay|\bquot(?:es|ed)\b|\bcit(?:es|ed)\b/i.test(said)) return null
      const through = walk.path.slice(1)
      return patient ? `${isPart ? 'Part of this' : 'This number'} comes from another paper that we do not hold.` : `Second hand${through.length === 0 ? '' : ` through ${named(through)}`}: the number comes from ${walk.from}, which is not held here.`
    }
    case 'walked': return patient ? plainly(walk) : exactly(walk)
  }
}

function exactly({ path, study, finding, agrees }: Extract<Walk, { kind: 'walked' }>): string {
  const trail = `As relayed by ${named(path)}; measured in ${nameSource(study)}${study.year === null ? '' : ` (${study.year})`}`
  switch (agrees) {
    case 'same': return `${trail}, whose report gives the same number.`
    case 'different': return `${trail}, whose own report gives another number: ${finding === null ? '' : numberOf(finding)}.`
    case 'other-form': return `${trail}, whose report held here states this outcome in another form.`
    case 'not-stated': return `${trail}, whose report held here does not state this outcome.`
  }
}

function plainly({ path, study, agrees }: Extract<Walk, { kind: 'walked' }>): string {
  return `It was measured by ${nameSource(study)}${study.year === null ? '' : ` (${study.year})`}; we read it in ${named(path)}.${agrees === 'different' ? ' Its own paper gives another number.' : ''}`
}

function named(sources: readonly Source[]): string {
  return listed(sources.map((source) => nameSource(source)))
}

function numberOf({ measure, estimate, ciLow, ciHigh, unit }: NonNullable<Extract<Walk, { kind: 'walked' }>['finding']>): string {
  const interval = ciLow === null || ciHigh === null ? '' : ` (${ciLow} to ${ciHigh})`
  return `${measure === 'proportion' || measure === 'mean-change' || measure === 'other' ? '' : `${measure} `}${estimate ?? ''}${interval}${unit === null ? '' : ` ${unit}`}`
}
