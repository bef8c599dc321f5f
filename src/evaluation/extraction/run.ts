import { evaluateExtraction, type ExtractionFigure, type LabelledFigures } from './index.ts'

/** `node src/evaluation/extraction/run.ts ARTICLES`: the figures as JSON, from a `.tar.gz`, folder or file of JATS articles. */
const [, , path] = process.argv
if (path === undefined) {
  console.error('Name a .tar.gz, folder or file of JATS articles (the evaluation data: jats/articles.tar.gz).')
  process.exitCode = 2
} else {
  const result = await evaluateExtraction(path, () => performance.now())
  const share = ({ right, of, proportion }: ExtractionFigure): string => `${right} of ${of} (${proportion.toFixed(3)})`
  const shares = ({ design, randomised, fundingStatement }: LabelledFigures): Record<string, string> => ({ design: share(design), randomised: share(randomised), fundingStatement: share(fundingStatement) })
  console.log(JSON.stringify({
    ...result, summary: {
      designAgainstMetadata: share(result.metadata), improvedOn: shares(result.improvedOn), heldOut: shares(result.heldOut),
      findings: Object.entries(result.findingScores).map(([place, score]) => `${place}: ${score.right} of ${score.extracted} right, ${score.found} of ${score.labelled} found (numbers alone: ${score.numbersRight}, ${score.foundNumbers})`),
      findingsPerSecond: Math.round(result.findingsPerSecond),
    },
  }, null, 2))
}
