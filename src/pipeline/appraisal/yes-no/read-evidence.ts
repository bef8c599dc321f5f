import type { Classifier } from '../../../core/learning/index.ts'
import { prepareArticle, readDifference, type PreparedArticle } from '../effect-direction/index.ts'
import { splitSentences, type ArticleSentence, type SentenceRole } from '../sentences/index.ts'
import { answerFeatures, pointFeatures } from './answer-features.ts'
import { questionFeatures } from './question-features.ts'
import { viewQuestion, weighSentences } from './question-view.ts'

type Part = { readonly text: string; readonly role: SentenceRole }

/** The features of an abstract without its conclusion: what its results say, and how the question is put. */
export function contextFeatures(question: string, contexts: readonly { readonly label: string; readonly text: string }[], difference: Classifier): Map<string, number> {
  const article = joined(contexts.map(({ label, text }) => ({ text, role: /result|finding|observation/i.test(label) ? 'results' : 'abstract' })))
  const results = article.sentences.filter(({ role }) => role === 'results')
  // Where no part is called results, they stand in the second half.
  const telling = results.length > 0 ? results : article.sentences.slice(Math.floor(article.sentences.length / 2))
  const view = viewQuestion(question)
  const weighed = weighSentences(telling, view, article)
  return new Map([...answerFeatures(view, weighed, (sentence) => readDifference(difference, question, sentence, article)), ...questionFeatures(view)])
}

/** The features of statements that answer: a conclusion, or passages chosen for the question. */
export function statementFeatures(question: string, statements: readonly string[], difference: Classifier): Map<string, number> {
  const article = joined(statements.map((text) => ({ text, role: 'abstract-conclusion' })))
  const view = viewQuestion(question)
  const weighed = weighSentences(article.sentences, view, article)
  return new Map([...answerFeatures(view, weighed, (sentence) => readDifference(difference, question, sentence, article)), ...pointFeatures(view, weighed)])
}


function joined(parts: readonly Part[]): PreparedArticle {
  let text = ''
  const sentences: ArticleSentence[] = []
  for (const part of parts) {
    const start = text.length
    text += `${part.text}\n`
    for (const range of splitSentences(text, { start, end: text.length })) sentences.push({ ...range, text: text.slice(range.start, range.end), role: part.role })
  }
  return prepareArticle({ text, sentences })
}
