import { listedUpTo, nameSource } from '../../../core/text/index.ts'
import { isPrinted } from './printed-in.ts'
import { yearOf } from './plain-words.ts'
import type { Omission, OmissionContext } from './types.ts'

const NAMED = 6

/** Limits of studies, other treatments and further texts that are held and for which the page has no room. */
export function untoldOthers(context: OmissionContext): Omission[] {
  return [...untoldLimits(context), ...untoldAlternatives(context), ...untoldTexts(context)]
}

function untoldLimits({ synthesis: { appraisal }, printed }: OmissionContext): Omission[] {
  const left = appraisal.onTopic
    .filter(({ kind }) => kind !== 'guideline' && kind !== 'policy')
    .filter((source) => (source.evidence?.limitations ?? []).some((_limit, index) => !printed.ids.has(`${source.id}:limit-${index + 1}`)))
  const names = [...new Set(left.map((source) => `${nameSource(source)}${yearOf(source)}`))]
  if (names.length === 0) return []
  return [{ text: `Limits that these sources carry: ${listedUpTo(NAMED, names)}`, why: 'the pitfalls told are those of the studies that decide first', plain: `Some weak points are not told above. They are those of ${listedUpTo(NAMED, names)}.`, cites: [] }]
}

/** Treatments of the condition with a comparative result on an outcome that counts, of which no result is printed. */
function untoldAlternatives({ synthesis: { appraisal, stance }, printed, vocabulary }: OmissionContext): Omission[] {
  const told = new Map<string, boolean>()
  for (const { source, finding, notAnEffect, importance } of appraisal.alternatives) {
    const [id] = finding.interventions.length > 0 ? finding.interventions : (source.evidence?.interventions ?? [])
    if (id === undefined || notAnEffect !== null || importance === 'other' || finding.outcomeKind !== 'benefit' || vocabulary.concept(id)?.form === 'test') continue
    told.set(id, told.get(id) === true || isPrinted(printed, source, finding))
  }
  const left = [...told].filter(([, isTold]) => !isTold).map(([id]) => vocabulary.concept(id)?.label ?? id).toSorted()
  if (left.length === 0) return []
  return [{ text: `Other treatments of the condition for which a result is held: ${listedUpTo(NAMED, left)}`, why: stance === 'no-evidence' ? 'nothing held speaks to the question, so nothing is set beside it' : 'this answer tells the best supported alternatives, not all that is held', plain: `We hold results on more treatments than we tell: ${listedUpTo(NAMED, left)}.`, cites: [] }]
}

function untoldTexts({ synthesis: { appraisal }, printed }: OmissionContext): Omission[] {
  const quoted = (id: string): boolean => [...printed.ids].some((printedId) => printedId.startsWith(`passage:${id}:`))
  const left = [...new Set(appraisal.openPassages.map(({ source }) => source))].filter(({ id }) => !quoted(id))
  const names = [...new Set(left.map((source) => `${nameSource(source)}${yearOf(source)}`))]
  if (names.length === 0) return []
  return [{ text: `Texts held that may speak to this and were not appraised: ${listedUpTo(NAMED, names)}`, why: 'the texts nearest to the question are quoted, not all that were found', plain: `We hold more texts on this that no one has checked: ${listedUpTo(NAMED, names)}.`, cites: [] }]
}
