import { allocation } from '../conduct/allocation.ts'
import { blinding } from '../conduct/blinding.ts'
import { statedAt, statedInMetadata, type DocumentView } from '../document-view.ts'
import type { ExtractedDesign, Stated, StudyDesign } from '../types.ts'
import { trialLayouts } from './layouts.ts'
import { kindOfDesign, studyDesign } from './study-design.ts'

/** Design, layout and conduct of a study, each with its words. Conduct is asked of studies that gave a treatment. */
export function readDesign(view: DocumentView): ExtractedDesign {
  const design = studyDesign(view)
  const isTrial = ['randomised-trial', 'non-randomised-trial', 'single-arm', 'animal-study', 'protocol', 'cost-study', 'other'].includes(design.value)
  const isByChance = design.value === 'randomised-trial'
  const { sequence, concealment } = isByChance ? allocation(view) : { sequence: null, concealment: null }
  const { participants, assessors, words } = isTrial ? blinding(view) : { participants: null, assessors: null, words: null }
  return {
    design, kind: kindOfDesign(design.value), layouts: isTrial ? trialLayouts(view) : [],
    randomised: randomised(view, design), sequence, concealment, participantsBlinded: participants, assessorsBlinded: assessors, blinding: words,
  }
}

function randomised(view: DocumentView, design: Stated<StudyDesign>): Stated<boolean> | null {
  const value = design.value === 'randomised-trial' ? true : ['non-randomised-trial', 'single-arm', 'cohort', 'case-control', 'cross-sectional', 'observational', 'case-series'].includes(design.value) ? false : null
  if (value === null) return null
  return design.span === null ? statedInMetadata(view, value, design.quote) : statedAt(view, value, design.span)
}
