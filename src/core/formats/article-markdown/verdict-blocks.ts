import type { Article, Certainty, Verdict } from '../../model/index.ts'
import { plainSentence, type Block } from './block.ts'
import { certaintyMarks, certaintyWords, stanceLabel } from './verdict-words.ts'

/** The headline verdict: its stance and certainty in words and marks, and what the certainty rests on. */
export function verdictBlock(verdict: Verdict): Block {
  return {
    kind: 'verdict',
    stance: verdict.stance,
    label: stanceLabel(verdict.stance),
    headline: withoutLabel(verdict.headline, stanceLabel(verdict.stance)),
    certainty: verdict.certainty === null ? null : certaintyText(verdict.certainty),
    basis: verdict.certaintyBasis,
  }
}

/** Why the verdict is what it is: its reasons, what changed it, and where it differs between kinds of patient. */
export function reasonBlocks(verdict: Verdict): readonly Block[] {
  const told = new Set(verdict.reasons.map((reason) => comparable(reason)))
  const reasons = [...verdict.reasons, ...verdict.modifiers.map(({ text }) => text).filter((text) => !told.has(comparable(text)))]
  return [
    ...(reasons.length === 0 ? [] : [
      { kind: 'heading', level: 2, text: 'Why this verdict' } as const,
      { kind: 'list', ordered: false, items: reasons.map((reason) => plainSentence(reason)) } as const,
    ]),
    ...(verdict.strata.length < 2 ? [] : [
      { kind: 'heading', level: 2, text: 'For whom' } as const,
      strataTable(verdict),
    ]),
  ]
}

/** Payers' positions, apart because they never vote on the verdict; nothing when a section shows them. */
export function coverageBlocks(article: Article): readonly Block[] {
  const { coverage } = article.verdict
  if (coverage.length === 0 || article.sections.some(({ id }) => id === 'coverage')) return []
  return [
    { kind: 'heading', level: 2, text: 'Coverage' },
    { kind: 'paragraph', sentences: [plainSentence('Coverage positions are shown apart: they do not enter the verdict.')] },
    {
      kind: 'table',
      caption: null,
      columns: ['Payer', 'Position'],
      rows: coverage.map(({ organization, position }) => [plainSentence(organization), plainSentence(position)]),
    },
  ]
}

function strataTable(verdict: Verdict): Block {
  return {
    kind: 'table',
    caption: null,
    columns: ['Patients', 'Verdict', 'Certainty', 'Resting on'],
    rows: verdict.strata.map((stratum) => [
      plainSentence(stratum.label),
      plainSentence(stanceLabel(stratum.stance)),
      plainSentence(stratum.certainty === null ? 'not rated' : certaintyText(stratum.certainty)),
      plainSentence(stratum.certaintyBasis ?? 'no body of evidence'),
    ]),
  }
}

function certaintyText(certainty: Certainty): string {
  return `${certaintyWords(certainty)} ${certaintyMarks(certainty)}`
}

/** The label stands before the headline and need not be read twice. */
function withoutLabel(headline: string, label: string): string {
  if (!headline.toLowerCase().startsWith(`${label.toLowerCase()}: `)) return headline
  const rest = headline.slice(label.length + 2)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** A reason without capital and full stop, so that the same words are not printed twice. */
function comparable(reason: string): string {
  return reason.trim().toLowerCase().replace(/\.$/u, '')
}
