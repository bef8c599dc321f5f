import conceptShared from './concepts/shared.json' with { type: 'json' }
import conceptBasivertebral from './concepts/basivertebral.json' with { type: 'json' }
import conceptBackPain from './concepts/back-pain.json' with { type: 'json' }
import conceptCardiology from './concepts/cardiology.json' with { type: 'json' }
import conceptCardiometabolic from './concepts/cardiometabolic.json' with { type: 'json' }
import conceptAcuteCare from './concepts/acute-care.json' with { type: 'json' }
import conceptPreventionAndChronic from './concepts/prevention-and-chronic.json' with { type: 'json' }
import bodyBasivertebral from './bodies/basivertebral.json' with { type: 'json' }
import bodyBackPain from './bodies/back-pain.json' with { type: 'json' }
import bodyCardiology from './bodies/cardiology.json' with { type: 'json' }
import bodyCardiometabolic from './bodies/cardiometabolic.json' with { type: 'json' }
import bodyAcuteCare from './bodies/acute-care.json' with { type: 'json' }
import bodyPreventionAndChronic from './bodies/prevention-and-chronic.json' with { type: 'json' }
import outcomeShared from './outcomes/shared.json' with { type: 'json' }
import outcomeBasivertebral from './outcomes/basivertebral.json' with { type: 'json' }
import outcomeBackPain from './outcomes/back-pain.json' with { type: 'json' }
import outcomeCardiology from './outcomes/cardiology.json' with { type: 'json' }
import outcomeCardiometabolic from './outcomes/cardiometabolic.json' with { type: 'json' }
import outcomeAcuteCare from './outcomes/acute-care.json' with { type: 'json' }
import outcomePreventionAndChronic from './outcomes/prevention-and-chronic.json' with { type: 'json' }
import criticalOutcomeBasivertebral from './critical-outcomes/basivertebral.json' with { type: 'json' }
import criticalOutcomeBackPain from './critical-outcomes/back-pain.json' with { type: 'json' }
import criticalOutcomeCardiology from './critical-outcomes/cardiology.json' with { type: 'json' }
import criticalOutcomeCardiometabolic from './critical-outcomes/cardiometabolic.json' with { type: 'json' }
import criticalOutcomeAcuteCare from './critical-outcomes/acute-care.json' with { type: 'json' }
import criticalOutcomePreventionAndChronic from './critical-outcomes/prevention-and-chronic.json' with { type: 'json' }
import compositeEquivalences from './composite-equivalences.json' with { type: 'json' }
import instruments from './instruments.json' with { type: 'json' }

/** The curated lists by file, unchecked: `starterVocabulary` checks and merges them. */
export const conceptData: Readonly<Record<string, unknown>> = {
  'shared': conceptShared,
  'basivertebral': conceptBasivertebral,
  'back-pain': conceptBackPain,
  'cardiology': conceptCardiology,
  'cardiometabolic': conceptCardiometabolic,
  'acute-care': conceptAcuteCare,
  'prevention-and-chronic': conceptPreventionAndChronic,
}

export const bodyData: Readonly<Record<string, unknown>> = {
  'basivertebral': bodyBasivertebral,
  'back-pain': bodyBackPain,
  'cardiology': bodyCardiology,
  'cardiometabolic': bodyCardiometabolic,
  'acute-care': bodyAcuteCare,
  'prevention-and-chronic': bodyPreventionAndChronic,
}

export const outcomeData: Readonly<Record<string, unknown>> = {
  'shared': outcomeShared,
  'basivertebral': outcomeBasivertebral,
  'back-pain': outcomeBackPain,
  'cardiology': outcomeCardiology,
  'cardiometabolic': outcomeCardiometabolic,
  'acute-care': outcomeAcuteCare,
  'prevention-and-chronic': outcomePreventionAndChronic,
}

export const criticalOutcomeData: Readonly<Record<string, unknown>> = {
  'basivertebral': criticalOutcomeBasivertebral,
  'back-pain': criticalOutcomeBackPain,
  'cardiology': criticalOutcomeCardiology,
  'cardiometabolic': criticalOutcomeCardiometabolic,
  'acute-care': criticalOutcomeAcuteCare,
  'prevention-and-chronic': criticalOutcomePreventionAndChronic,
}

export const instrumentData: unknown = instruments

export const compositeEquivalenceData: unknown = compositeEquivalences
