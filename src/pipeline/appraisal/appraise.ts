import { areDisjoint, NO_CRITERIA, type ClinicalQuestion, type Finding, type Recommendation, type Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { appraisePosition } from './appraise-position.ts'
import { designTier, isSynthesis, whyNotAnEffect } from './design-tier.ts'
import { matchIntervention } from './match-intervention.ts'
import { matchPopulation, type PopulationVerdict } from './match-population.ts'
import { studyNames, type StudyNames } from './named-studies.ts'
import { openPassages } from './open-passages.ts'
import { askedOutcomes } from './other-outcome.ts'
import { outcomeImportance } from './outcome-importance.ts'
import { resolveQuestion, unheldWords } from './resolve-question.ts'
import { silentRecommendation } from './silent-positions.ts'
import type { Appraisal, AppraisalDependencies, AppraisalInput, AppraisedFinding, Exclusion, InterventionMatch, OpenPassage, Position } from './types.ts'

/**
 * Sorts what was found by what it can say about the question: findings by study with their design, positions with
 * their vote, silence with its kind, and everything set aside with the reason.
 */
export function appraise({ vocabulary }: AppraisalDependencies, input: AppraisalInput): Appraisal {
  const sources = [...input.sources].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const question = resolveQuestion(vocabulary, input.question, sources)
  const bench = new Bench(vocabulary, question, sources, input.snapshot.date === null ? null : Number(input.snapshot.date.slice(0, 4)))
  if (unheldWords(vocabulary, question, sources).length === 0) for (const source of sources) bench.take(source)
  return bench.finish(input)
}

/** Collects while walking the sources once; lives for one appraisal. */
class Bench {
  readonly #vocabulary: Vocabulary
  readonly #question: ClinicalQuestion
  readonly #asOfYear: number | null
  readonly #byStudy: ReadonlyMap<string, Source>
  /** Older source → the newer ones that replace it. */
  readonly #successors: ReadonlyMap<string, readonly Source[]>
  readonly #firstYear: number | null
  readonly #askedOutcomes: readonly string[]
  readonly #studies: readonly StudyNames[]
  readonly #positions: Position[] = []
  readonly #findings: AppraisedFinding[] = []
  readonly #alternatives: AppraisedFinding[] = []
  readonly #alternativePositions: Position[] = []
  readonly #excluded: Exclusion[] = []
  /** What trials and reviews on the question say, whose results were not available as numbers. */
  readonly #summaries: OpenPassage[] = []
  readonly #onTopic = new Map<string, Source>()

  constructor(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[], asOfYear: number | null) {
    this.#vocabulary = vocabulary
    this.#question = question
    this.#asOfYear = asOfYear
    this.#byStudy = mainReports(sources)
    this.#successors = successorsOf(sources)
    this.#firstYear = firstEvidenceYear(vocabulary, question, sources)
    this.#askedOutcomes = askedOutcomes(vocabulary, question)
    this.#studies = studyNames(sources.filter((source) => this.#isOnQuestion(source)))
  }

  take(source: Source): void {
    const evidence = source.evidence
    if (evidence === null) return
    if (source.retraction.state === 'retracted') {
      if (this.#touches(source)) this.#exclude(source, 'retracted', source.retraction.notice ?? 'retracted: supports nothing')
      return
    }
    for (const finding of evidence.findings) this.#takeFinding(source, finding)
    for (const recommendation of evidence.recommendations) this.#takeRecommendation(source, recommendation)
    this.#takeSilence(source)
    this.#explainAbsence(source)
  }

  finish(input: AppraisalInput): Appraisal {
    const used = new Set(this.#onTopic.keys())
    return {
      question: this.#question,
      positions: this.#positions,
      findings: this.#findings,
      onTopic: [...this.#onTopic.values()],
      alternatives: this.#alternatives.filter(({ source }) => !used.has(source.id)),
      alternativePositions: this.#alternativePositions,
      openPassages: [...this.#summaries, ...openPassages(this.#vocabulary, this.#question, input.passages)],
      excluded: this.#excluded.filter(({ sourceId }) => !used.has(sourceId)),
      firstEvidenceYear: this.#firstYear,
      nearest: nearestQuestions(this.#vocabulary, this.#question, input.sources),
      considered: input.sources.length,
      snapshot: input.snapshot,
    }
  }

  #takeFinding(source: Source, finding: Finding): void {
    const evidence = source.evidence
    if (evidence === null) return
    const interventions = finding.interventions.length > 0 ? finding.interventions : evidence.interventions
    const comparators = finding.comparators.length > 0 ? finding.comparators : evidence.comparators
    const population = this.#population(finding.conditions.length > 0 ? finding.conditions : evidence.conditions, finding.criteria ?? evidence.criteria)
    const { match, reversed } = this.#orientation(interventions, comparators)
    const main = this.#byStudy.get(evidence.restsOnStudy ?? '') ?? source
    const conduct = source.kind === 'rct' ? source : main
    const tier = designTier(source, finding, main.evidence?.design ?? evidence.design)
    const appraised = (interventionMatch: 'exact' | 'class'): AppraisedFinding => ({
      source,
      finding,
      studyId: evidence.restsOnStudy ?? source.studyId ?? source.id,
      studyName: main.studyName ?? source.studyName,
      conduct,
      tier,
      synthesis: isSynthesis(source) && evidence.restsOnStudy === null,
      interventionMatch,
      populationMatch: population.match,
      narrowerBy: population.narrowerBy,
      importance: outcomeImportance(this.#vocabulary, this.#question.population.concepts.length > 0 ? this.#question.population.concepts : evidence.conditions, finding),
      reversed,
      notAnEffect: whyNotAnEffect(source, finding, tier) ?? this.#withinClass(interventions, comparators),
    })
    if (population.match === 'outside') return
    if (match === 'exact' || match === 'class') {
      this.#findings.push(appraised(match))
      this.#onTopic.set(source.id, source)
    } else if ((match === 'other' || match === 'same-technique') && this.#isAlternative(population) && interventions.length > 0) {
      this.#alternatives.push(appraised('exact'))
    }
  }

  /** Asked about a class alone, a trial of one member against another says nothing about the class. */
  #withinClass(interventions: readonly string[], comparators: readonly string[]): string | null {
    const { intervention, comparator } = this.#question
    if (comparator.concepts.length > 0 || comparators.length === 0) return null
    const member = (id: string): boolean => intervention.concepts.some((asked) => this.#vocabulary.isWithin(id, asked))
    // Asked about targets, a trial of one target against another is the very answer.
    if (intervention.concepts.every((asked) => this.#vocabulary.concept(asked)?.form === 'strategy')) return null
    return interventions.some(member) && comparators.every(member) ? 'both arms had a member of the class asked about' : null
  }

  #takeRecommendation(source: Source, recommendation: Recommendation): void {
    const evidence = source.evidence
    if (evidence === null) return
    const interventions = recommendation.interventions.length > 0 ? recommendation.interventions : evidence.interventions
    const match = matchIntervention(this.#vocabulary, this.#question.intervention.concepts, interventions, recommendation.comparators)
    const population = this.#population(recommendation.conditions.length > 0 ? recommendation.conditions : evidence.conditions, recommendation.criteria ?? null)
    if (population.match === 'outside') return
    const appraised = (interventionMatch: 'exact' | 'class'): Position =>
      appraisePosition(this.#vocabulary, source, recommendation, { interventionMatch, populationMatch: population.match, asOfYear: this.#asOfYear, supersededBy: this.#supersededBy(source, recommendation), askedOutcomes: this.#askedOutcomes, studies: this.#studies })
    if (match === 'exact' || match === 'class') {
      this.#positions.push(appraised(match))
      this.#onTopic.set(source.id, source)
    } else if (match !== 'comparator-only' && this.#isAlternative(population) && recommendation.direction !== 'silent') {
      this.#alternativePositions.push(appraised('exact'))
    }
  }

  /** Advice falls one by one: only where the newer document itself advises on the treatment for these people. */
  #supersededBy(source: Source, older: Recommendation): string | null {
    const interventions = older.interventions.length > 0 ? older.interventions : (source.evidence?.interventions ?? [])
    const newer = this.#successors.get(source.id)?.find((successor) => successor.evidence?.recommendations.some((recommendation) =>
      relatedConcepts(this.#vocabulary, interventions, recommendation.interventions.length > 0 ? recommendation.interventions : (successor.evidence?.interventions ?? []))
      && relatedConcepts(this.#vocabulary, older.conditions, recommendation.conditions)
      && !areDisjoint(older.criteria ?? NO_CRITERIA, recommendation.criteria ?? NO_CRITERIA)) === true)
    return newer === undefined ? null : shortName(newer)
  }

  #takeSilence(source: Source): void {
    const body = source.evidence?.body ?? null
    if (source.evidence === null || body === null || body.class !== 'clinical' || body.scope !== 'condition') return
    if (this.#question.intervention.concepts.length === 0 || this.#question.population.concepts.length === 0) return
    if (this.#positions.some((position) => position.source.id === source.id)) return
    const speaksElsewhere = source.evidence.recommendations.some((recommendation) => ['exact', 'class'].includes(matchIntervention(this.#vocabulary, this.#question.intervention.concepts, recommendation.interventions, [])))
    if (speaksElsewhere) return
    if (this.#population(source.evidence.conditions, null).match === 'outside') return
    this.#positions.push(appraisePosition(this.#vocabulary, source, silentRecommendation(source, this.#question.intervention.text ?? '', this.#firstYear), {
      interventionMatch: 'exact', populationMatch: 'overlaps', asOfYear: this.#asOfYear, supersededBy: null,
    }))
    this.#onTopic.set(source.id, source)
  }

  /** A source that shares the intervention or the technique but did not get in is listed with the reason. */
  #explainAbsence(source: Source): void {
    const evidence = source.evidence
    if (evidence === null || this.#onTopic.has(source.id)) return
    const match = matchIntervention(this.#vocabulary, this.#question.intervention.concepts, allInterventions(source), [])
    const populations = [...evidence.findings.map((finding) => this.#population(finding.conditions.length > 0 ? finding.conditions : evidence.conditions, finding.criteria ?? evidence.criteria)), this.#population(evidence.conditions, evidence.criteria)]
    if (match === 'exact' || match === 'class') {
      const why = populations.find(({ why: reason }) => reason !== null)?.why
      if (why !== undefined) this.#exclude(source, 'other-population', `other people or another condition: ${why}`, why?.startsWith('about ') === false)
      else this.#quoteSummary(source)
    } else if (match === 'same-technique' && populations.some(({ match: population }) => population !== 'outside')) {
      const labels = allInterventions(source).map((id) => this.#vocabulary.concept(id)?.label ?? id)
      this.#exclude(source, 'other-intervention', `another target of the same technique (${[...new Set(labels)].slice(0, 3).join(', ')})`)
    }
  }

  /** A trial or review that was read without a result we could hold is quoted, so that nobody takes it for absent. */
  #quoteSummary(source: Source): void {
    const evidence = source.evidence
    const [first] = evidence?.summary ?? []
    const last = evidence?.summary.at(-1)
    if (evidence === null || first === undefined || last === undefined || evidence.findings.length + evidence.recommendations.length > 0 || !(isSynthesis(source) || source.kind === 'rct')) return
    this.#summaries.push({ source, start: first.span.start, end: last.span.end, quote: source.text.slice(first.span.start, last.span.end) })
  }

  #exclude(source: Source, kind: Exclusion['kind'], reason: string, leftOut = false): void {
    const concealed = leftOut && source.kind === 'rct' && source.evidence?.design.participantsBlinded === true
    this.#excluded.push({ sourceId: source.id, title: source.title, reason: `${shortName(source)}: ${reason}`, kind, concealedTrial: concealed ? (source.studyName ?? shortName(source)) : null })
  }

  #population(conditions: readonly string[], criteria: Parameters<typeof matchPopulation>[2]['criteria']): PopulationVerdict {
    return matchPopulation(this.#vocabulary, { conditions: this.#question.population.concepts, criteria: this.#question.criteria }, { conditions, criteria })
  }

  /** With a comparator asked for, a study of the comparator against the intervention speaks too, the other way round. */
  #orientation(interventions: readonly string[], comparators: readonly string[]): { match: InterventionMatch; reversed: boolean } {
    const asked = this.#question.intervention.concepts
    const against = this.#question.comparator.concepts
    const match = matchIntervention(this.#vocabulary, asked, interventions, comparators)
    if (match !== 'comparator-only' || against.length === 0) return { match, reversed: false }
    const other = matchIntervention(this.#vocabulary, against, interventions, [])
    return other === 'exact' ? { match: 'exact', reversed: true } : { match, reversed: false }
  }

  /** Alternatives are treatments of the condition asked about; a mere overlap of an unstated population is none. */
  #isAlternative(population: PopulationVerdict): boolean {
    return this.#question.population.concepts.length > 0 && (population.match === 'exact' || population.match === 'overlaps')
  }

  /** Whether a report is about the treatment in these people: its name in a guideline then tells what that advice rests on. */
  #isOnQuestion(source: Source): boolean {
    const evidence = source.evidence
    if (evidence === null || this.#population(evidence.conditions, evidence.criteria).match === 'outside') return false
    return ['exact', 'class'].includes(matchIntervention(this.#vocabulary, this.#question.intervention.concepts, allInterventions(source), []))
  }

  #touches(source: Source): boolean {
    const evidence = source.evidence
    if (evidence === null) return false
    const match = matchIntervention(this.#vocabulary, this.#question.intervention.concepts, allInterventions(source), evidence.comparators)
    return match !== 'other' && match !== 'same-technique'
  }
}

function allInterventions(source: Source): string[] {
  const evidence = source.evidence
  if (evidence === null) return []
  return [...evidence.interventions, ...evidence.findings.flatMap((finding) => finding.interventions), ...evidence.recommendations.flatMap((recommendation) => recommendation.interventions)]
}

function successorsOf(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const successors = new Map<string, Source[]>()
  for (const source of sources) {
    if (source.retraction.state === 'retracted') continue
    for (const older of source.evidence?.supersedes ?? []) successors.set(older, [...(successors.get(older) ?? []), source])
  }
  return successors
}

/** Whether two lists name the same or one a kind of the other; a list that names nothing speaks of all. */
function relatedConcepts(vocabulary: Vocabulary, a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((x) => b.some((y) => vocabulary.isWithin(x, y) || vocabulary.isWithin(y, x)))
}

/** The report whose design speaks for a study: its randomized one, else the first. */
function mainReports(sources: readonly Source[]): Map<string, Source> {
  const byStudy = new Map<string, Source>()
  for (const source of sources) {
    if (source.studyId === null) continue
    const known = byStudy.get(source.studyId)
    if (known === undefined || (known.kind !== 'rct' && source.kind === 'rct')) byStudy.set(source.studyId, source)
  }
  return byStudy
}

const PRIMARY_KINDS: readonly Source['kind'][] = ['rct', 'single-arm', 'cohort', 'case-control', 'case-series', 'label', 'registration']

function firstEvidenceYear(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[]): number | null {
  const years = sources
    .filter((source) => source.evidence !== null && PRIMARY_KINDS.includes(source.kind) && source.kind !== 'label')
    .filter((source) => matchIntervention(vocabulary, question.intervention.concepts, source.evidence?.interventions ?? [], []) === 'exact')
    .map((source) => source.year)
    .filter((year) => year !== null)
  return years.length === 0 ? null : Math.min(...years)
}

/** The organization and year, else the study or first author and year: how a source is named in a sentence. */
export function shortName(source: Source): string {
  const who = source.studyName ?? source.organization ?? source.authors[0]?.split(' ')[0] ?? source.title
  return source.year === null ? who : `${who} ${source.year}`
}

/** Pairs of intervention and condition that the library holds, nearest to what was asked first. */
function nearestQuestions(vocabulary: Vocabulary, question: ClinicalQuestion, sources: readonly Source[]): string[] {
  const pairs = new Map<string, number>()
  for (const source of sources) {
    const evidence = source.evidence
    if (evidence === null || source.retraction.state === 'retracted') continue
    const parts = [{ interventions: evidence.interventions, conditions: evidence.conditions }, ...evidence.recommendations]
    for (const { interventions, conditions } of parts) {
      for (const intervention of interventions) {
        for (const condition of conditions.length > 0 ? conditions : evidence.conditions) {
          const shares = (question.intervention.concepts.some((id) => vocabulary.isWithin(intervention, id)) ? 2 : 0) + (question.population.concepts.some((id) => vocabulary.isWithin(condition, id) || vocabulary.isWithin(id, condition)) ? 1 : 0)
          const text = `Is ${vocabulary.concept(intervention)?.label ?? intervention} indicated for ${vocabulary.concept(condition)?.label ?? condition}?`
          pairs.set(text, Math.max(pairs.get(text) ?? 0, shares + (source.kind === 'guideline' ? 0.3 : 0.1)))
        }
      }
    }
  }
  return [...pairs].toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a < b ? -1 : 1)).slice(0, 3).map(([text]) => text)
}
