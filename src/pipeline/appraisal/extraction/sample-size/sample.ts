import { statedAt, type DocumentView } from '../document-view.ts'
import type { ExtractedSample, RefusedNumber, StudyDesign } from '../types.ts'
import { followUp } from '../conduct/follow-up.ts'
import { lossToFollowUp } from '../conduct/loss-to-follow-up.ts'
import { enrolledNumber, includedNumber } from './included-number.ts'
import { randomisedNumber } from './randomised-number.ts'

/**
 * How many people a study has, in which groups, for how long, and how many it lost.
 *
 * Where a trial says that it randomized and no sentence counts them together, the number included stands for the
 * number randomized; in a cluster trial people and groups are kept apart.
 */
export function readSample(view: DocumentView, design: StudyDesign): { readonly sample: ExtractedSample; readonly refused: readonly RefusedNumber[] } {
  const { people, clusters, arms, contradiction } = randomisedNumber(view.sentences)
  const included = includedNumber(view.sentences)
  const isByChance = design === 'randomised-trial' || design === 'animal-study' || people !== null
  const randomised = contradiction === null && isByChance && isExperiment(design) ? (people ?? enrolledNumber(view.sentences)) : null
  const lost = lossToFollowUp(view)
  return {
    sample: {
      randomised: randomised === null ? null : statedAt(view, randomised.value, randomised.span),
      clusters: clusters === null || !isExperiment(design) ? null : statedAt(view, clusters.value, clusters.span),
      included: included === null ? null : statedAt(view, included.value, included.span),
      arms: isExperiment(design) ? arms.map((arm) => ({ name: arm.name, n: statedAt(view, arm.value, arm) })) : [],
      followUp: followUp(view),
      lost: lost.stated,
    },
    refused: [...(contradiction === null ? [] : [{ reason: contradiction.reason, quote: view.text.slice(contradiction.span.start, contradiction.span.end), span: contradiction.span }]), ...lost.refused],
  }
}

function isExperiment(design: StudyDesign): boolean {
  return !['cohort', 'case-control', 'cross-sectional', 'case-series', 'systematic-review', 'meta-analysis', 'narrative-review', 'guideline', 'policy', 'label', 'non-randomised-trial', 'single-arm', 'other'].includes(design)
}
