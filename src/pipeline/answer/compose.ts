import type { Article, Audience } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Synthesis } from '../synthesis/index.ts'
import { algorithmSection } from './algorithm-section.ts'
import { alternativesSection } from './alternatives-section.ts'
import { conflictRows, conflictSection } from './conflict-section.ts'
import { caseSection, independenceSection, otherSourcesSection, pitfallSection } from './context-sections.ts'
import { closingSection } from './definitions-section.ts'
import { allBodies, benefitSection, costSection, harmSection, uncontrolledSection } from './evidence-sections.ts'
import type { ClaimContext } from './evidence-claims.ts'
import { coverageSection, guidelineRows, guidelineSection } from './guideline-section.ts'
import { openingAnswer } from './opening-answer.ts'
import { forPatients } from './patient-article.ts'
import { patientContext } from './patient-context.ts'
import type { Draft, DraftSection } from './types.ts'
import { isPatient } from './wording.ts'
import { writeVerdict } from './write-verdict.ts'

/**
 * Writes the draft article for one audience. The facts, their ids and their sources are the same for every audience;
 * the words and the order follow the reader. Nothing here adds a fact: each sentence comes from a finding, a
 * position, or a computation that carries its inputs.
 */
export function compose({ vocabulary }: { readonly vocabulary: Vocabulary }, synthesis: Synthesis, audience: Audience): Draft {
  const { question } = synthesis
  const stops = question.safety?.stops === true
  const patient = isPatient(audience)
  const context: ClaimContext = { vocabulary, intervention: question.intervention.text ?? 'the treatment', patient }
  const answer = stops ? [] : openingAnswer(context, synthesis)
  const sections = stops ? [] : sectionsOf(context, synthesis, audience)
  const closing = stops ? null : closingSection(audience, [...answer, ...sections.flatMap(({ claims }) => claims)].map(({ text }) => text).join(' '))
  const written = { answer, sections: closing === null ? sections : [...sections, closing], verdict: writeVerdict(vocabulary, synthesis, audience) }
  const { verdict, ...spoken } = patient && !stops ? forPatients(patientContext(vocabulary, synthesis), written) : written
  return {
    audience,
    question: questionOf(synthesis),
    verdict: stops ? { ...verdict, stance: 'not-a-decision', headline: question.safety?.message ?? '', certainty: null, reasons: [], strata: [], guidelineSignal: null, evidenceSignal: null, row: null, modifiers: [], certaintyBasis: null, coverage: [] } : verdict,
    safety: question.safety === null ? null : { kind: question.safety.kind, message: question.safety.message },
    answer: spoken.answer,
    sections: spoken.sections,
    guidelines: stops ? [] : guidelineRows(vocabulary, synthesis),
    conflicts: stops ? [] : conflictRows(synthesis),
    pooled: stops ? [] : pooledRows(synthesis),
    excluded: stops ? [] : synthesis.appraisal.excluded.map(({ sourceId, reason }) => ({ sourceId, reason })),
  }
}

function questionOf({ question }: Synthesis): Article['question'] {
  return {
    text: question.text,
    kind: question.kind,
    pico: { population: question.population.text, intervention: question.intervention.text, comparator: question.comparator.text, outcomes: question.outcomes.map(({ text }) => text).filter((text) => text !== null) },
    caseFacts: question.caseFacts.map(({ text }) => text),
    assumptions: [...question.assumptions],
  }
}

/** The place where verification tells what the printed article leaves out; nobody can know that before. */
const NOT_COVERED: DraftSection = { id: 'not-covered', title: 'What this answer does not cover', claims: [] }

function sectionsOf(context: ClaimContext, synthesis: Synthesis, audience: Audience): DraftSection[] {
  const { appraisal, stance } = synthesis
  if (stance === 'no-evidence') return []
  if (appraisal.findings.length === 0 && appraisal.positions.length === 0 && stance !== 'not-a-decision') return present([otherSourcesSection(context, synthesis)])
  const facts = caseSection(context, synthesis)
  const coverage = coverageSection(context, synthesis)
  const guidelines = guidelineSection(context, synthesis)
  const conflicts = conflictSection(context, synthesis)
  const benefits = benefitSection(context, synthesis)
  const uncontrolled = uncontrolledSection(context, synthesis)
  const harms = harmSection(context, synthesis)
  const cost = costSection(context, synthesis)
  const alternatives = alternativesSection(context, synthesis)
  const algorithm = algorithmSection(context, synthesis)
  const pitfalls = pitfallSection(context, synthesis)
  const independence = independenceSection(context, synthesis)
  const others = otherSourcesSection(context, synthesis)
  const tail = [pitfalls, independence, others, NOT_COVERED]
  switch (audience) {
    case 'reviewer': return present([facts, coverage, guidelines, conflicts, algorithm, benefits, uncontrolled, harms, cost, alternatives, ...tail])
    case 'patient': return present([facts, benefits, uncontrolled, harms, alternatives, guidelines, conflicts, cost, coverage, algorithm, ...tail])
    case 'clinician': case 'student': return present([facts, guidelines, conflicts, benefits, uncontrolled, harms, cost, coverage, alternatives, algorithm, ...tail])
  }
}

function present(sections: readonly (DraftSection | null)[]): DraftSection[] {
  return sections.filter((section): section is DraftSection => section !== null && (section.claims.length > 0 || section.table !== undefined || section === NOT_COVERED))
}

/** Bodies of evidence as rows for machines: published pools, our recomputed ones and single trials alike. */
function pooledRows(synthesis: Synthesis): Article['pooled'] {
  return allBodies(synthesis).filter(({ effect, importance }) => effect !== null && importance !== 'other').map((body) => ({
    outcome: body.label,
    measure: body.effect?.measure ?? '',
    k: body.headline.synthesis ? null : body.trials.length,
    n: body.people,
    estimate: body.effect?.estimate ?? null,
    ci: body.effect === null || body.effect.low === null || body.effect.high === null ? null : [body.effect.low, body.effect.high],
    tau2: body.pool?.tau2 ?? null,
    i2: body.pool?.i2 ?? null,
    predictionInterval: body.pool?.prediction === null || body.pool === null ? null : [body.pool.prediction.low, body.pool.prediction.high],
    certainty: body.certainty,
    downgrades: body.domains.filter(({ concern }) => concern === 'serious' || concern === 'very-serious').map(({ domain, reason }) => `${domain}: ${reason}`),
  }))
}
