import { assertNever, type Article } from '../../model/index.ts'
import { plainSentence, type Block } from './block.ts'
import { exclusionBlocks, makingBlocks, omissionBlocks } from './making-blocks.ts'
import { pooledBlocks } from './pooled-blocks.ts'
import { conflictBlocks, guidelineBlocks } from './position-blocks.ts'
import { referenceBlocks } from './reference-blocks.ts'
import { sectionBlocks, sentenceOf } from './section-blocks.ts'
import { coverageBlocks, reasonBlocks, verdictBlock } from './verdict-blocks.ts'

const DISCLAIMER = 'This article summarises published evidence for education and discussion. It is not medical advice, does not replace the judgement of a clinician who knows the patient, and decides no coverage. Check doses, labels and local policy before acting on it.'

/** An article in the order in which a physician wants to read it. A clear emergency is its message and nothing more. */
export function articleBlocks(article: Article): readonly Block[] {
  const alert: readonly Block[] = article.safety === null ? [] : [{ kind: 'alert', text: article.safety.message }]
  if (article.safety?.kind === 'emergency' && article.answer.length === 0 && article.sections.length === 0) {
    return [...alert, { kind: 'title', text: article.question.text }, { kind: 'disclaimer', text: DISCLAIMER }]
  }
  return [
    ...alert,
    { kind: 'banner', text: reviewBanner(article.status) },
    { kind: 'title', text: article.question.text },
    verdictBlock(article.verdict),
    ...answerBlocks(article),
    ...reasonBlocks(article.verdict),
    ...article.sections.flatMap((section) => (section.id === 'guidelines' ? [...sectionBlocks(section), ...guidelineBlocks(article)] : sectionBlocks(section))),
    ...(article.sections.some(({ id }) => id === 'guidelines') ? [] : guidelineBlocks(article)),
    ...conflictBlocks(article),
    ...pooledBlocks(article),
    ...coverageBlocks(article),
    ...omissionBlocks(article),
    ...exclusionBlocks(article),
    ...referenceBlocks(article),
    ...makingBlocks(article),
    { kind: 'disclaimer', text: DISCLAIMER },
  ]
}

function answerBlocks(article: Article): readonly Block[] {
  const caseFacts = article.question.caseFacts
  return [
    ...(article.answer.length === 0 ? [] : [{ kind: 'paragraph', sentences: article.answer.map((claim) => sentenceOf(claim)) } as const]),
    ...(caseFacts.length === 0 || article.sections.some(({ id }) => id === 'case') ? [] : [
      { kind: 'heading', level: 2, text: 'The case as given' } as const,
      { kind: 'list', ordered: false, items: caseFacts.map((fact) => ({ ...plainSentence(fact), fromCase: true })) } as const,
    ]),
  ]
}

function reviewBanner(status: Article['status']): string {
  switch (status) {
    case 'approved': return 'Approved by the medical advisory board. For education only.'
    case 'withdrawn': return 'Withdrawn. Do not rely on this version.'
    case 'superseded': return 'Superseded by a newer version. Do not rely on this one.'
    case 'draft': case 'submitted': case 'under-review': case 'changes-requested': return 'For education only, pending human review.'
    default: return assertNever(status)
  }
}
