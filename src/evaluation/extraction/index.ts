export { evaluateExtraction, type ExtractionEvaluation, type ExtractionFigure, type ExtractionMistake } from './evaluate-extraction.ts'
export { extractionLabelSchema, type ExtractionLabel } from './label.ts'
