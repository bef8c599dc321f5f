import type { Claim } from '../../src/core/model/index.ts'
import type { Version } from '../../src/pipeline/verification/parity/index.ts'

/** A corrupted version with what was done to it: the id of the claim, the kind of corruption, the words before and after. */
export type Corruption = { readonly kind: string; readonly id: string; readonly before: string; readonly after: string; readonly version: Version }

/** Numbers between 0 and 1 that are the same on every run: a linear congruential generator (Numerical Recipes, 2nd ed., eq. 7.1.6). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Place = { readonly section: number; readonly index: number; readonly claim: Claim }
type Change = (text: string, chance: () => number, others: readonly Claim[]) => string | null

const FOREIGN = ['It works well for most people.', 'Doctors agree on this.', 'This has been proven.', 'It is safe.', 'No harm was seen.', 'People should have it.', 'The result is certain.', 'The difference lasted for 10 years.', 'Experts advise it.', 'We are sure of this.']

const sentencesIn = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u)
const pick = <T>(items: readonly T[], chance: () => number): T | undefined => items[Math.floor(chance() * items.length)]

/** Replaces one of the places where a pattern stands. */
function replaceOne(text: string, pattern: RegExp, write: (found: RegExpExecArray) => string, chance: () => number): string | null {
  const found = pick([...text.matchAll(pattern)], chance)
  return found === undefined ? null : text.slice(0, found.index) + write(found) + text.slice(found.index + found[0].length)
}

function dropSentence(text: string, chance: () => number, wanted: RegExp): string | null {
  const sentences = sentencesIn(text)
  const dropped = pick(sentences.filter((sentence) => wanted.test(sentence)), chance)
  return dropped === undefined || sentences.length < 2 ? null : sentences.filter((sentence) => sentence !== dropped).join(' ')
}

const word = (pairs: Readonly<Record<string, string>>): Change => (text, chance) => replaceOne(text, new RegExp(String.raw`\b(?:${Object.keys(pairs).join('|')})\b`, 'g'), ([found]) => pairs[found] ?? found, chance)

/** What can go wrong with one claim in one version, each as a change of its printed text. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'more certain than it is': word({ 'not very sure': 'sure', 'fairly sure': 'sure', 'very unsure': 'fairly sure', low: 'high', moderate: 'high', 'may improve': 'improves', 'may lower': 'lowers', 'may raise': 'raises', 'probably lowers': 'lowers', 'probably raises': 'raises', 'could not tell if': 'found that', 'very uncertain': 'certain' }),
  'a hedge taken out': (text, chance) => replaceOne(text, / (?:may|probably|about|not very|fairly|slightly|might|in part)(?= )/g, () => '', chance),
  'stronger advice': word({ 'leans towards': 'strongly advises', 'is in favour of': 'strongly advises', 'leans against': 'strongly advises against', 'leaves it to each person to decide about': 'advises', 'may pay, if its rules are met, for': 'pays for', conditionally: 'strongly', suggests: 'recommends', 'says too little is known about': 'is in favour of', 'is in favour': 'strongly advises it' }),
  'advice turned round': word({ 'strongly advises against': 'strongly advises', 'strongly advises': 'strongly advises against', 'leans towards': 'leans against', 'advises against it': 'is in favour', 'is in favour': 'advises against it', 'says nothing about': 'advises against', 'recommends against': 'recommends', 'does not see a need for': 'may pay, if its rules are met, for' }),
  'a direction turned round': word({ more: 'less', less: 'more', fewer: 'more', better: 'worse', worse: 'better', lower: 'higher', higher: 'lower', below: 'above' }),
  'a number changed': (text, chance) => replaceOne(text, /(?<![\p{L}\d.,-])\d[\d,]*(?:\.\d+)?(?![\p{L}\d-])/gu, ([found]) => {
    const value = Number(found.replaceAll(',', ''))
    const decimals = found.split('.')[1]?.length ?? 0
    return (value + (1 + Math.floor(chance() * 9)) * 10 ** -decimals).toFixed(decimals)
  }, chance),
  'the numbers of the two groups exchanged': (text) => {
    const [, control, treated] = /about (\d[\d.,]*) .*? it was about (\d[\d.,]*)\./.exec(text) ?? []
    return control === undefined || treated === undefined || control === treated ? null : text.replace(`about ${control} `, '§').replace(`it was about ${treated}.`, `it was about ${control}.`).replace('§', `about ${treated} `)
  },
  'the names of the two groups exchanged': (text) => {
    const [whole, before, one, between, other] = /(who had )(.+?)(, about .*? Of 1000 who had )(.+?)(?=, it was)/.exec(text) ?? /([Ww]ith )(.+?)(,? (?:did|[^.]*? happened) [^.]*?than (?:people )?with )(.+?)(?= within| after| among|\.| \()/.exec(text) ?? []
    return whole === undefined || one === other ? null : text.replace(whole, `${before ?? ''}${other ?? ''}${between ?? ''}${one ?? ''}`)
  },
  'the time left out': (text, chance) => replaceOne(text, / (?:within|after|over) [\d.]+ (?:days|months|years)/g, () => '', chance),
  'the range left out': (text, chance) => replaceOne(text, / \(it could be [^)]+\)/g, () => '', chance),
  'the other group left out': (text, chance) => dropSentence(text, chance, /^Of 1000 |^The other \d/),
  'the uncertainty left out': (text, chance) => dropSentence(text, chance, /sure|could not tell|not available|not know|Take care|cannot|not advice|not a no|unsure|does not|do not/i),
  'a tie or limit left out': (text, chance) => dropSentence(text, chance, /maker|ties|newer|years old|draft|only|review, so|limit/i),
  'any sentence left out': (text, chance) => dropSentence(text, chance, /./),
  'a negation taken out': (text, chance) => replaceOne(text, / (?:not|no|without|never|none)\b/g, () => '', chance),
  'people turned round': (text, chance) => replaceOne(text, / (?:without|with)(?= )/g, ([found]) => (found === ' with' ? ' without' : ' with'), chance),
  'a word left out': (text, chance) => replaceOne(text, / (?!(?:about|people|that|this|with|have|from|were|been|these|those|their|them|they|which|where|who) )[\p{L}-]{4,}(?=[ ,.])/gu, () => '', chance),
  'a word exchanged': (text, chance, others) => replaceOne(text, /(?<= )(?!(?:about|people|that|this|with|have|from|were|been|these|those|their|them|they|which|where|who) )[\p{L}-]{4,}(?=[ ,.])/gu, ([found]) => pick((pick(others, chance)?.text ?? '').match(/(?<= )[\p{L}-]{5,}(?=[ ,.])/gu)?.filter((one) => one !== found) ?? [], chance) ?? 'completely', chance),
  'a sentence added': (text, chance) => `${text} ${pick(FOREIGN, chance) ?? ''}`,
  'a sentence of another claim added': (text, chance, others) => {
    const [own, foreign] = [sentencesIn(text), pick(sentencesIn(pick(others, chance)?.text ?? ''), chance)]
    return foreign === undefined || own.includes(foreign) ? null : `${text} ${foreign}`
  },
  'a sentence told twice': (text, chance) => `${text} ${pick(sentencesIn(text), chance) ?? ''}`,
  'another name': (text, chance) => replaceOne(text, /\b(?:aspirin|ivermectin|colchicine|dexamethasone|semaglutide|an SGLT2 inhibitor|a statin|basivertebral nerve ablation|vitamin D|melatonin|lecanemab|USPSTF|NICE|WHO|ACC\/AHA|ESC|ACP)\b/g, ([found]) => (/^[A-Z]{2,}/.test(found) ? 'AAFP' : 'warfarin'), chance),
}

/** Corrupts one claim of a version, by the kind asked for; null where nothing in it can be corrupted so. */
export function corruptVersion(version: Version, kind: string, chance: () => number): Corruption | null {
  const places: Place[] = [...version.answer.map((claim, index) => ({ section: -1, index, claim })), ...version.sections.flatMap(({ claims }, section) => claims.map((claim, index) => ({ section, index, claim })))]
  const claims = places.map(({ claim }) => claim)
  if (kind === 'a claim left out' || kind === 'a harm left out') {
    const chosen = pick(places.filter(({ section, claim: { id } }) => !/^(?:term|ask|coverage:note|algorithm:talk|reading-level)/.test(id) && (kind === 'a claim left out' || version.sections[section]?.id === 'harms')), chance)
    return chosen === undefined ? null : { kind, id: chosen.claim.id, before: chosen.claim.text, after: '', version: withClaims(version, chosen, []) }
  }
  if (kind === 'a claim added') {
    const [chosen, text] = [pick(places, chance), pick(FOREIGN, chance) ?? '']
    return chosen === undefined ? null : { kind, id: 'invented', before: '', after: text, version: withClaims(version, chosen, [chosen.claim, { ...chosen.claim, id: 'invented:1', text }]) }
  }
  const change = CHANGES[kind]
  if (change === undefined) return null
  for (let tries = 0; tries < 200; tries++) {
    const chosen = pick(places, chance)
    if (chosen === undefined || /^(?:term|ask|passage|nearest)/.test(chosen.claim.id)) continue
    const text = change(chosen.claim.text, chance, claims.filter(({ id }) => id !== chosen.claim.id))
    if (text !== null && text !== chosen.claim.text) return { kind, id: chosen.claim.id, before: chosen.claim.text, after: text, version: withClaims(version, chosen, [{ ...chosen.claim, text }]) }
  }
  return null
}

/** Every kind of corruption this program knows. */
export const CORRUPTIONS: readonly string[] = [...Object.keys(CHANGES), 'a claim left out', 'a harm left out', 'a claim added']

function withClaims(version: Version, { section, index }: Place, claims: readonly Claim[]): Version {
  if (section === -1) return { ...version, answer: version.answer.toSpliced(index, 1, ...claims) }
  return { ...version, sections: version.sections.map((one, at) => (at === section ? { ...one, claims: one.claims.toSpliced(index, 1, ...claims) } : one)) }
}
