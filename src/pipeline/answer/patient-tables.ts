import { per1000 } from './format-number.ts'
import { bodyOutcome } from './patient-body.ts'
import { bodyOf, type PatientContext } from './patient-context.ts'
import { askedName, comparatorOf } from './patient-names.ts'
import { saidText } from './patient-position.ts'
import type { DraftClaim, DraftTable } from './types.ts'
import { capitalised, CERTAINTY_FOR_PATIENTS, sentence } from './wording.ts'

/** Both groups of each outcome on one denominator, with how sure we are; null where no outcome has numbers. */
export function sharesTable(context: PatientContext, claims: readonly DraftClaim[]): DraftTable | null {
  const bodies = claims.map((claim) => bodyOf(context, claim)).filter((body) => body !== undefined).filter(({ effect }) => effect !== null)
  if (bodies.length === 0) return null
  return {
    caption: 'Of 1000 people like those studied',
    columns: ['What happened', 'Compared with', `With ${askedName(context)}`, 'In the other group', 'How sure'],
    rows: bodies.map((body) => {
      const { absolute, certainty, headline } = body
      const shown = absolute !== null && certainty !== 'very-low'
      const missing = certainty === 'very-low' ? 'very unsure' : body.effect?.measure === 'MD' ? 'a score, see above' : 'number not available to us'
      return [
        { text: capitalised(bodyOutcome(context, body)), cites: [{ source: headline.source, start: headline.finding.span.start, end: headline.finding.span.end }] },
        { text: comparatorOf(context, headline) ?? 'the other group', cites: [] },
        { text: shown ? per1000(absolute.treatedPer1000) : missing, cites: [] },
        { text: shown ? per1000(absolute.controlPer1000) : missing, cites: [] },
        { text: CERTAINTY_FOR_PATIENTS[certainty], cites: [] },
      ]
    }),
  }
}

/** Who says what, one row a group. */
export function positionsTable(context: PatientContext, claims: readonly DraftClaim[], caption: string): DraftTable | null {
  const positions = claims.map(({ id }) => context.positions.get(id)).filter((position) => position !== undefined)
  if (positions.length === 0) return null
  return {
    caption,
    columns: ['Group', 'Year', 'What it says'],
    rows: positions.map((position) => [
      { text: position.organization, cites: [] },
      { text: position.source.year === null ? 'not known' : String(position.source.year), cites: [] },
      { text: sentence(capitalised(saidText(context, position))), cites: [{ source: position.source, start: position.recommendation.span.start, end: position.recommendation.span.end }] },
    ]),
  }
}
