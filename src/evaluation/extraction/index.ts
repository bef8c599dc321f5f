export { evaluateExtraction, type ExtractionEvaluation, type ExtractionFigure, type ExtractionMistake, type LabelledFigures } from './evaluate-extraction.ts'
export { extractionLabelSchema, type ExtractionLabel } from './label.ts'
