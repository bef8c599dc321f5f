import { evaluateExtraction, type ExtractionFigure } from './index.ts'

/** `node src/evaluation/extraction/run.ts ARTICLES`: the figures as JSON, from a `.tar.gz`, folder or file of JATS articles. */
const [, , path] = process.argv
if (path === undefined) {
  console.error('Name a .tar.gz, folder or file of JATS articles (the evaluation data: jats/articles.tar.gz).')
  process.exitCode = 2
} else {
  const result = await evaluateExtraction(path, () => performance.now())
  const share = ({ right, of, proportion }: ExtractionFigure): string => `${right} of ${of} (${proportion.toFixed(3)})`
  console.log(JSON.stringify({
    ...result, summary: {
      designAgainstMetadata: share(result.metadata), design: share(result.design), randomised: share(result.randomised), fundingStatement: share(result.fundingStatement),
      findings: Object.entries(result.findingScores).map(([place, score]) => `${place}: ${score.right} of ${score.extracted} right, ${score.found} of ${score.labelled} found (numbers alone: ${score.numbersRight}, ${score.foundNumbers})`),
      findingsPerSecond: Math.round(result.findingsPerSecond),
    },
  }, null, 2))
}
