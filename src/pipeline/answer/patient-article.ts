import type { Verdict } from '../../core/model/index.ts'
import { patientCase, patientConflicts, patientIndependence, patientNote, patientPitfalls, patientSteps } from './patient-claims.ts'
import type { PatientContext } from './patient-context.ts'
import { PageMemory, patientEvidence } from './patient-evidence.ts'
import { conditionName, meaningOf, plainName } from './patient-names.ts'
import { patientPosition } from './patient-position.ts'
import { namesToIgnore, readingLevelSection } from './patient-reading-level.ts'
import { positionsTable, sharesTable } from './patient-tables.ts'
import { patientVerdict, patientVerdictClaim } from './patient-verdict.ts'
import type { DraftClaim, DraftSection } from './types.ts'

export type PatientParts = { readonly answer: readonly DraftClaim[]; readonly sections: readonly DraftSection[]; readonly verdict: Verdict }

/**
 * The article in a patient's words (docs/methods/wording.md): claim by claim the same facts, ids and citations as in every
 * version. Two claims may become one sentence (ids joined), none gains strength or loses its hedge, time, denominator,
 * people or harm. What no rule here can say plainly keeps the words it had.
 */
export function forPatients(context: PatientContext, { answer, sections, verdict }: PatientParts): PatientParts {
  const names = namesToIgnore(context)
  const page = new PageMemory()
  const plainAnswer = patientEvidence(context, answer.map((claim) => (claim.id === 'verdict' ? patientVerdictClaim(context, claim) : claim)))
  const [opening, ...others] = plainAnswer
  const told = [...(opening === undefined ? [] : [opening]), ...meanings(context), ...others]
  const plainSections = sections.map((section) => patientSection(context, section, names, page))
  const plainVerdict = patientVerdict(context, verdict)
  const printed = [...told, ...plainSections.filter(({ id }) => id !== 'other-sources').flatMap(({ claims }) => claims)].map(({ text }) => text)
  const level = readingLevelSection(names, [plainVerdict.headline, ...plainVerdict.reasons, ...plainVerdict.modifiers.map(({ text }) => text), ...printed])
  return { answer: told, sections: level === null ? plainSections : [...plainSections, level], verdict: plainVerdict }
}

/** What the treatment and the illness are, where their names do not say it. */
function meanings({ vocabulary, synthesis }: PatientContext): DraftClaim[] {
  if (synthesis.stance === 'no-evidence') return []
  const { intervention, population } = synthesis.question
  const named = [...intervention.concepts.map((id) => [id, plainName(vocabulary, id)] as const), ...population.concepts.map((id) => [id, conditionName(vocabulary, id)] as const)]
  return named.flatMap(([id, name]) => {
    const text = meaningOf(vocabulary, id, name)
    return text === null ? [] : [{ id: `term:${id}`, text, kind: 'definition' as const, cites: [] }]
  })
}

function patientSection(context: PatientContext, section: DraftSection, names: readonly string[], page: PageMemory): DraftSection {
  const { id, claims } = section
  const title = id === 'alternatives' ? 'Other treatments that were studied' : section.title
  const only = (written: readonly DraftClaim[]): DraftSection => ({ id, title, claims: written })
  switch (id) {
    case 'pitfalls': return only(patientPitfalls(claims, names))
    case 'conflicts': return only(patientConflicts(context, claims))
    case 'independence': return only(patientIndependence(context, claims))
    case 'algorithm': return only(patientSteps(context, claims))
    case 'case': return only(patientCase(context, claims))
    case 'other-sources': case 'questions': case 'not-covered': return only(claims)
    default: {
      const written = patientEvidence(context, claims, page).map((claim) => {
        const position = context.positions.get(claim.id)
        return position === undefined ? patientNote(claim) : patientPosition(context, claim, position)
      })
      const table = id === 'benefits' || id === 'harms' ? sharesTable(context, claims) : id === 'guidelines' || id === 'coverage' ? positionsTable(context, claims, id === 'coverage' ? 'What each plan says' : 'What each group says') : null
      return table === null ? only(written) : { ...only(written), table }
    }
  }
}
