export { readAnalysis, type AnalysisReading } from './read-analysis.ts'
export { readMetaAnalyses } from './read-meta-analyses.ts'
export type { MetaAnalysesReading, ReadingProblem, ReadingWishes } from './reading.ts'
