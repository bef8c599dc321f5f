import type { Article } from '../../model/index.ts'
import { plainSentence, type Block } from './block.ts'

/** What the answer is known to leave out; nothing when a section says it already. */
export function omissionBlocks({ omissions, sections }: Article): readonly Block[] {
  if (omissions.length === 0 || sections.some(({ id, claims }) => id === 'not-covered' && claims.length > 0)) return []
  return [
    { kind: 'heading', level: 2, text: 'Left out, and known to be' },
    { kind: 'list', ordered: false, items: omissions.map(({ text, why }) => plainSentence(why === '' ? text : `${text} (${why.replace(/\.$/u, '')})`)) },
  ]
}

/** Sources that were found and not used, each with its reason. */
export function exclusionBlocks(article: Article): readonly Block[] {
  if (article.excluded.length === 0) return []
  const titles = new Map(article.sources.map(({ id, title }) => [id, title]))
  return [
    { kind: 'heading', level: 2, text: 'Found and not used' },
    {
      kind: 'list',
      ordered: false,
      items: article.excluded.map(({ sourceId, reason }) => plainSentence(`${titles.get(sourceId) ?? sourceId}: ${reason}`)),
    },
  ]
}

/** How the question was read, what was searched and how the sentences were checked: enough to repeat it. */
export function makingBlocks(article: Article): readonly Block[] {
  const { provenance, question } = article
  const { verification } = provenance
  const facts: readonly (readonly [string, string])[] = [
    ['Question read as', questionRead(question)],
    ['Assumed', question.assumptions.join(' ')],
    ['Written for', article.audience],
    ['Evidence as of', provenance.searchedAt ?? 'no dated source'],
    ['Sources considered', `${provenance.considered}, of which ${article.sources.length} are shown and ${article.excluded.length} were left out with a reason`],
    ['Framing', provenance.framing.same ? `asked ${provenance.framing.variants} other ways (negated, reworded): read the same each time` : `asked ${provenance.framing.variants} other ways: at least one was read differently, so take the reading above with care`],
    ['Sentences checked', `${verification.claims}: ${verification.supported} supported, ${verification.partly} partly, ${verification.contradicted} contradicted, ${verification.notSupported} not supported; only supported ones are printed`],
    ['Compared with the clinician’s version', parityText(provenance.parity)],
    ['Snapshot', provenance.snapshot],
    ['Engine', provenance.engine],
    ['Article', `${article.id}, version ${article.version}, content ${article.contentHash}`],
  ]
  return [
    { kind: 'heading', level: 2, text: 'How it was made' },
    { kind: 'facts', facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })) },
  ]
}

/** How the claims of this version compare with the clinician's; empty where it is that version. */
function parityText({ audience, claims, same, differences }: Article['provenance']['parity']): string {
  if (audience === 'clinician') return ''
  const kinds = [...new Set(differences.map(({ kind }) => kind))].map((kind) => `${differences.filter((one) => one.kind === kind).length} ${kind}`)
  return `${same} of ${claims} claims say the same${differences.length === 0 ? '' : `; ${kinds.join(', ')}: these are not printed, and a harm among them stands in the clinician’s words`}`
}

function questionRead({ kind, pico }: Article['question']): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['population', pico.population], ['intervention', pico.intervention], ['comparator', pico.comparator], ['outcomes', pico.outcomes.join(', ')],
  ]
  return [kind, ...parts.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]))].join('; ')
}
