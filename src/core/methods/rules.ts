/**
 * Every number of the method in one place, with its source. [G6] is GRADE guidelines paper 6 (J Clin Epidemiol 2011), and
 * so on by number; [H10] is chapter 10 of the Cochrane Handbook, and so on; "convention" marks a choice of ours, open to a
 * better one.
 */
export const RULES = {
  /** Ratio thresholds where no baseline risk is held [G6]. */
  ratioThresholdLow: 0.75,
  ratioThresholdHigh: 1.25,
  /** Events per 1000 that matter where the outcome has no line of its own: a stroke, an infarction, an admission (convention). */
  defaultEventThresholdPer1000: 10,
  /** Information size without inputs [G6]. */
  informationSizeEvents: 300,
  informationSizePeople: 400,
  /** The relative reduction that an adequate trial should be able to show: 25% [G6]. */
  informationSizeRatio: 0.75,
  /** Follow-ups of event outcomes further apart than this factor are not one outcome (convention). */
  followUpFactor: 2,
  /** Bound ratio above which a large effect is still imprecise [G34]. */
  boundRatioRisk: 3,
  boundRatioOdds: 2.5,
  /** Early stopping for benefit is serious below this many events (Bassler 2010) or people, for a mean (convention). */
  earlyStoppingEvents: 500,
  earlyStoppingPeople: 400,
  /** Attrition in percent (Schulz & Grimes 2002); between arms in percentage points (convention). */
  attritionSerious: 20,
  attritionNote: 5,
  attritionGapSerious: 10,
  /** Inconsistency [G7]. */
  inconsistencyI2: 50,
  inconsistencyQp: 0.1,
  inconsistencyI2Twice: 75,
  /** Large effects of studies without randomization, by the bound nearer to no difference (GRADE guidelines 9; use of the bound: convention). */
  largeEffectOnce: 2,
  largeEffectTwice: 5,
  /** p of a funnel test below which publication bias is serious [H13]. */
  asymmetryP: 0.1,
  /** Share of people who crossed over above which a claim of "no difference" is seriously biased (convention). */
  crossoverSerious: 20,
  /** Studies from which a test of funnel asymmetry makes sense [H13]; fewer are flagged, and three of one maker suspected (convention). */
  publicationBiasTestFrom: 10,
  publicationBiasSuspectFrom: 3,
  /** A trial large enough for its disagreement to count (convention). */
  largeTrialPeople: 200,
  /** A panel's stated rating this many levels from ours is named [G14, G15]. */
  panelRatingApart: 2,
  /** Levels that studies without randomization start below randomized ones: low outright, or high minus two under ROBINS-I (GRADE guidelines 18), the same place. */
  observationalStartsLower: 2,
  /** Guidance this old and contradicted by a newer qualified body has no vote (docs/methods/guidelines.md). */
  noVoteAfterYears: 10,
  /** Coverage or assessment bodies that must agree before modifier M1 acts (convention). */
  coverageBodiesForM1: 2,
  relayedBodiesForM4: 2,
  /** Strata beyond this number are not told apart: the reader could not follow. */
  maximumStrata: 6,
} as const
