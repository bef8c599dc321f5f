export { evaluateExtraction, type ExtractionEvaluation, type ExtractionFigure, type ExtractionMistake, type LabelledFigures } from './evaluate-extraction.ts'
export { extractionLabelSchema, type ExtractionLabel } from './label.ts'
export { findingLabelsSchema, type FindingLabel, type FindingLabels } from './finding-label.ts'
export { scoreFindings, type FindingScore } from './score-findings.ts'
