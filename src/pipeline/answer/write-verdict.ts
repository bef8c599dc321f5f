import { EVIDENCE_SIGNAL_WORDS, GUIDELINE_SIGNAL_WORDS } from '../../core/methods/index.ts'
import type { Verdict } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import type { Position } from '../appraisal/index.ts'
import { type Stratum, type Synthesis } from '../synthesis/index.ts'
import { outcomeName, sizeText } from './effect-sentence.ts'
import { nameSource } from './name-source.ts'
import { ratingReasons } from './rating-reasons.ts'
import { capitalised, certaintyWord, isPatient, listed, sentence, STANCE_WORDS, uncapitalised, withArticle } from './wording.ts'
import type { Audience } from '../../core/model/index.ts'

/** Kinds whose stance is that of the underlying decision: reasons[0] says so and the headline answers what was asked. */
const UNDERLYING = new Set(['harm', 'prognosis', 'diagnosis', 'cost', 'dose'])

/** The verdict with its working: the row of the table, what each side of it saw, and what limits it. */
export function writeVerdict(vocabulary: Vocabulary, synthesis: Synthesis, audience: Audience): Verdict {
  const { main, strata } = synthesis
  return {
    stance: synthesis.stance,
    headline: headline(synthesis, audience),
    certainty: synthesis.certainty,
    reasons: reasons(vocabulary, synthesis),
    strata: strata.map(({ id, label, stance, certainty, guidelineSignal, evidenceSignal, row, modifiers, certaintyBasis }) => ({ id, label: label === '' ? 'everyone asked about' : label, stance, certainty, guidelineSignal, evidenceSignal, row, modifiers: modifiers.map(({ id: name, text }) => ({ id: name, text: sentence(capitalised(text)) })), certaintyBasis })),
    guidelineSignal: main?.guidelineSignal ?? null,
    evidenceSignal: main?.evidenceSignal ?? null,
    row: main?.row ?? null,
    modifiers: (main?.modifiers ?? []).map(({ id, text }) => ({ id, text: sentence(capitalised(text)) })),
    certaintyBasis: synthesis.certaintyBasis,
    coverage: synthesis.coverage.map(({ source, organization, recommendation, silence }) => ({ sourceId: source.id, organization, position: silence === 'not-read' ? 'not read' : recommendation.carveOut ? `${recommendation.direction} (outside its criteria)` : recommendation.direction })),
  }
}

function headline({ question, stance, certainty, dependsOn, main, appraisal }: Synthesis, audience: Audience): string {
  const what = question.intervention.text ?? 'this'
  const forWhom = question.population.text === null ? '' : ` for ${uncapitalised(question.population.text)}`
  const against = question.comparator.text === null ? '' : ` against ${question.comparator.text}`
  const subject = `${what}${against}${forWhom}`
  const sure = certainty === null ? 'certainty not rated' : `certainty ${certaintyWord(certainty)}`
  if (isPatient(audience)) {
    const start = `${capitalised(withArticle(what))}${forWhom}: ${STANCE_WORDS[stance].patient.toLowerCase()}`
    return sentence(stance === 'conditional' && dependsOn.length > 0 ? `${start}, such as ${listed(dependsOn)}` : start)
  }
  switch (stance) {
    case 'recommended': return `Recommended: ${subject} (${sure})${rivalTargets(main)}.`
    case 'not-recommended': return `Not recommended: ${subject} (${sure}).`
    case 'conditional': return `Conditional: ${subject} ${dependsOn.length > 0 ? `depends on ${listed(dependsOn)}` : 'is an option for some people'} (${sure}).`
    case 'contested': return `Contested: ${subject} (${sure})${main === null ? '' : `; ${GUIDELINE_SIGNAL_WORDS[main.guidelineSignal]}`}.`
    case 'insufficient-evidence': return `Insufficient evidence: ${subject}${appraisal.findings.length === 0 && appraisal.openPassages.length > 0 ? ' (texts are held, none has been appraised)' : ` (${sure})`}.`
    case 'no-evidence': return question.intervention.text === null && question.population.text === null ? 'No evidence held: the question could not be placed.' : `No evidence held: ${subject}.`
    case 'not-a-decision': return `Not a yes-or-no question: what is held on ${question.population.text ?? 'this topic'}.`
  }
}

/** Bodies that advise different targets agree on having one, not on which; empty where they name one. */
function rivalTargets(main: Stratum | null): string {
  const targets = new Map((main?.votes ?? []).flatMap(({ organization, recommendation: { direction, target } }) => (direction === 'for' && target !== null ? [[target, organization] as const] : [])))
  return targets.size < 2 ? '' : `; the bodies differ in the target: ${[...targets].map(([target, organization]) => `${organization} ${target}`).join(', ')}`
}

function reasons(vocabulary: Vocabulary, synthesis: Synthesis): string[] {
  const { strata, question } = synthesis
  const lines: string[] = []
  if (UNDERLYING.has(question.kind) && strata.length > 0) lines.push(`The verdict is that of the underlying decision, whether to use ${question.intervention.text ?? 'it'}; what was asked about ${question.kind} is answered below.`)
  for (const stratum of strata) {
    const people = stratum.label === '' ? '' : `For ${stratum.label}: `
    lines.push(`${people}${guidelineReason(stratum, synthesis)}`, `${people}${evidenceReason(vocabulary, stratum)}`)
  }
  const limits = limitReason(synthesis)
  if (limits !== null) lines.push(limits)
  lines.push(...ratingReasons(strata))
  return lines
}

function guidelineReason({ guidelineSignal, votes }: Stratum, { appraisal }: Synthesis): string {
  const names = (direction: string): string[] => votes.filter(({ recommendation }) => recommendation.direction === direction).map((vote) => voterText(vote))
  const sides = [
    ['for', names('for')], ['individual decision', names('neither')], ['against', names('against')], ['insufficient evidence', names('insufficient-evidence')],
  ].flatMap(([side, who]) => (Array.isArray(who) && who.length > 0 ? [`${String(side)}: ${listed(who)}`] : []))
  const silent = [...new Set(appraisal.positions.filter(({ silence, bodyClass }) => silence !== null && silence !== 'not-read' && bodyClass === 'clinical').map(({ organization }) => organization))]
  const tail = silent.length === 0 ? '' : `; silent: ${listed(silent)}`
  const position = guidelineSignal === 'G2' && names('for').length === 0 ? 'the clinical bodies that take a position leave it to an individual decision' : GUIDELINE_SIGNAL_WORDS[guidelineSignal]
  return `Guidelines (${guidelineSignal}): ${position}${sides.length === 0 ? '' : ` (${sides.join('; ')}${tail})`}.`
}

function voterText({ organization, source, votingStrength, linked, interested }: Position): string {
  const tie = linked === true ? ', linked to the maker' : interested === true ? ', its members perform it' : ''
  return `${organization} ${source.year ?? ''} (${votingStrength}${tie})`.replace(' (', ' (').replace(/ {2,}/g, ' ')
}

function evidenceReason(vocabulary: Vocabulary, { evidenceSignal, evidenceReason: reason, deciding, comparison }: Stratum): string {
  const figures = deciding.slice(0, 3).map((body) => `${outcomeName(vocabulary, body)}: ${sizeText(body)} (${body.headline.synthesis ? nameSource(body.headline.source) : nameSource(body.headline.conduct)}; certainty ${certaintyWord(body.certainty)})`)
  const from = comparison === null ? '' : `, from ${comparison.tier.replaceAll('-', ' ')} ${comparison.comparison === 'sham-or-placebo' ? 'comparisons with sham or placebo' : 'comparisons'}`
  return `Evidence (${evidenceSignal}): ${evidenceSignal === 'E3i' || evidenceSignal === 'E2' ? reason : EVIDENCE_SIGNAL_WORDS[evidenceSignal]}${from}${figures.length === 0 ? '' : `. ${capitalised(figures.join('; '))}`}.`
}

function limitReason({ strata, appraisal }: Synthesis): string | null {
  const serious = [...new Set(strata.flatMap(({ deciding }) => deciding.flatMap(({ domains }) => domains.filter(({ concern }) => concern === 'serious' || concern === 'very-serious').map(({ domain, reason }) => `${domain} (${reason})`))))]
  const funded = [...new Set(appraisal.findings.filter(({ tier, source }) => tier.endsWith('randomized') && source.funding === 'industry').map(({ conduct }) => nameSource(conduct)))].slice(0, 4)
  const open = strata.some(({ comparison }) => comparison !== null && comparison.tier !== 'blinded-randomized')
  const elsewhere = open ? [...new Set(appraisal.excluded.map(({ concealedTrial }) => concealedTrial).filter((name) => name !== null))].toSorted().slice(0, 4) : []
  const parts = [serious.length === 0 ? null : listed(serious), elsewhere.length === 0 ? null : `${listed(elsewhere)}, which hid the treatment from people, left these people out`, funded.length === 0 ? null : `industry paid for ${listed(funded)}`].filter((part) => part !== null)
  return parts.length === 0 ? null : `What limits it: ${parts.join('; ')}.`
}
