import { listedUpTo } from '../../../core/text/index.ts'
import type { Position } from '../../appraisal/index.ts'
import { isPrinted } from './printed-in.ts'
import { yearOf } from './plain-words.ts'
import type { Omission, OmissionContext } from './types.ts'

const SAYS: Readonly<Record<Position['recommendation']['direction'], string>> = {
  for: 'it advises for it', against: 'it advises against it', neither: 'it leaves it to an individual decision', 'insufficient-evidence': 'it calls the evidence insufficient', silent: 'it is silent on it',
}
const SAYS_PLAINLY: Readonly<Record<Position['recommendation']['direction'], string>> = {
  for: 'It is for it', against: 'It is against it', neither: 'It says that each person should choose', 'insufficient-evidence': 'It says that too little is known', silent: 'It says nothing on it',
}
/** Bodies with advice on other treatments that are listed by name. */
const NAMED_BODIES = 6

/** Positions of bodies that no printed sentence tells: each with what it says; advice on other treatments together. */
export function untoldPositions(context: OmissionContext): Omission[] {
  const { synthesis: { appraisal, stance }, printed, refused, vocabulary } = context
  const untold = appraisal.positions.filter(({ source, recommendation }) => !isPrinted(printed, source, recommendation))
  const others = appraisal.alternativePositions.filter(({ source, recommendation, votes }) => votes && !isPrinted(printed, source, recommendation) && !recommendation.interventions.some((id) => vocabulary.concept(id)?.form === 'test'))
  const bodies = [...new Set(others.map(({ organization }) => organization))].toSorted()
  return [
    ...untold.map((position) => {
      const { source, recommendation, organization, silence } = position
      const why = refused.get(recommendation.id)
      const says = silence === 'not-read' ? 'its wording was not read' : SAYS[recommendation.direction]
      return {
        text: `The position of ${organization}${yearOf(source)}: ${says}`,
        why: why === undefined ? 'no sentence of this answer tells it' : `its sentence did not pass verification (${why})`,
        plain: `${organization}${yearOf(source)} has a view that is not told above. ${silence === 'not-read' ? 'We could not read it' : SAYS_PLAINLY[recommendation.direction]}.`,
        cites: [{ source, start: recommendation.span.start, end: recommendation.span.end }],
      }
    }),
    ...(bodies.length === 0 ? [] : [{
      text: `Advice on other treatments of the condition by ${listedUpTo(NAMED_BODIES, bodies)}`,
      why: stance === 'no-evidence' ? 'nothing held speaks to the question, so nothing is set beside it' : 'this answer tells the strongest advice on alternatives, not all that is held',
      plain: `There is more advice on other treatments than we tell, from ${listedUpTo(NAMED_BODIES, bodies)}.`,
      cites: [],
    }]),
  ]
}
