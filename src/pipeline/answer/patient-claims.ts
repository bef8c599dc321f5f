import type { Position } from '../appraisal/index.ts'
import { adviceCites } from './advice-cites.ts'
import type { PatientContext } from './patient-context.ts'
import { plainConflictReason } from './patient-conflict.ts'
import { joinClaimIds } from '../../core/model/index.ts'
import { withoutStatistics } from '../../core/text/index.ts'
import { isReadable, plainLimit } from './patient-limits.ts'
import { plainPeople } from './patient-people.ts'
import { boundAdvice } from './patient-position.ts'
import { nameSource } from './name-source.ts'
import type { DraftClaim } from './types.ts'
import { capitalised, listed, sentence } from './wording.ts'

/** A longer limit in technical words is told by its kind of weakness. */
const MOST_WORDS_QUOTED = 30

/** Limits of studies: the source's own sentence (in quotation marks where its words are technical), a long one by its kind of weakness; those of one source in one claim. */
export function patientPitfalls(claims: readonly DraftClaim[], names: readonly string[]): DraftClaim[] {
  const bySource = new Map<string, DraftClaim[]>()
  for (const claim of claims) {
    const source = claim.cites[0]?.source.id ?? claim.id
    bySource.set(source, [...(bySource.get(source) ?? []), claim])
  }
  return [...bySource.values()].map((group) => {
    const [first] = group
    const source = first?.cites[0]?.source
    if (first === undefined || source === undefined) return group
    const year = source.year === null ? '' : ` (${source.year})`
    const limits = group.map(({ cites: [cite] }) => (cite === undefined ? '' : source.text.slice(cite.start, cite.end)))
    const isVerbatim = (limit: string): boolean => isReadable(limit, names) || (limit.split(' ').length <= MOST_WORDS_QUOTED && !/[“”"]/.test(limit) && withoutStatistics(limit) !== null)
    const readable = limits.filter((limit) => isVerbatim(limit)).map((limit) => (isReadable(limit, names) ? sentence(limit.trim()) : `“${withoutStatistics(limit) ?? ''}”.`))
    const kinds = [...new Set(limits.filter((limit) => !isVerbatim(limit)).map((limit) => plainLimit(limit)))]
    const known = kinds.filter((kind) => kind !== null)
    const told = [...readable, ...known.map((kind) => sentence(capitalised(kind))), ...(kinds.includes(null) ? ['It has a further limit that takes technical words. The link shows them.'] : [])]
    return [{ ...first, id: joinClaimIds(group.map(({ id }) => id)), text: `${nameSource(source)}${year}. ${[...new Set(told)].join(' ')}`, cites: group.flatMap(({ cites }) => cites), inputs: { verbatim: group.filter((_, index) => isVerbatim(limits[index] ?? '')).map(({ id }) => id) } }]
  }).flat()
}

/** Who disagrees and why, in plain words, claim by claim. */
export function patientConflicts({ synthesis, vocabulary }: PatientContext, claims: readonly DraftClaim[]): DraftClaim[] {
  return claims.map((claim) => {
    const conflict = /^conflict:\d+$/.test(claim.id) ? synthesis.conflicts[Number(claim.id.slice('conflict:'.length)) - 1] : undefined
    if (conflict !== undefined) {
      const { text, inputs } = plainConflictReason(vocabulary, conflict)
      return { ...claim, text, inputs: { ...claim.inputs, ...inputs } }
    }
    switch (claim.id) {
      case 'conflict:silence': return { ...claim, text: `${Number(claim.inputs?.['count'])} ${claim.inputs?.['count'] === 1 ? 'group that covers this illness says' : 'groups that cover this illness say'} nothing about it: ${silentNames(synthesis)}. That is not a no. We count it on no side.` }
      case 'conflict:relayed': return { ...claim, text: 'Other expert groups are said to hold the opposite view. We know this only from other papers.' }
      case 'conflict:none': return { ...claim, text: Number(claim.inputs?.['votes']) > 1 ? 'The expert groups held here do not speak against each other for these people.' : 'Fewer than two expert groups take a side, so none is spoken against.' }
      default: return claim
    }
  })
}

function silentNames({ appraisal }: PatientContext['synthesis'], withYear = true): string {
  const silent = appraisal.positions.filter(({ silence, bodyClass }) => silence !== null && silence !== 'not-read' && bodyClass === 'clinical')
  return listed([...new Set(silent.map(({ organization, source }) => `${organization}${source.year === null || !withYear ? '' : ` (${source.year})`}`))])
}

function orNone(count: number): string {
  return count === 0 ? 'none' : String(count)
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`
}

/** Who paid: how many studies, and the ties of each panel. */
export function patientIndependence({ synthesis }: PatientContext, claims: readonly DraftClaim[]): DraftClaim[] {
  return onceEach(claims.map((claim) => {
    if (claim.id === 'independence:count') {
      const number = (key: string): number => Number(claim.inputs?.[key] ?? 0)
      const rest = number('public') + number('none')
      return { ...claim, text: `We hold ${counted(number('studies'), 'study', 'studies')} on this. The maker paid for ${orNone(number('industry') + number('mixed'))} of them, in full or in part.${rest === 0 ? '' : ` Public money, or no outside money, stood behind ${rest}.`}${number('notKnown') === 0 ? '' : ` For ${number('notKnown')} we do not know who paid. Not known does not mean free of ties.`}`, inputs: { ...claim.inputs, publicOrNone: rest } }
    }
    const vote = synthesis.strata.flatMap(({ votes }) => votes).find(({ source }) => `independence:${source.id}` === claim.id)
    if (vote === undefined) return claim
    const ties = vote.linked === true ? 'has ties to the maker' : vote.interested === true ? 'is made up of people who do this procedure' : vote.linked === false ? 'names no ties to the maker' : 'may or may not have ties: we do not know'
    return { ...claim, text: `${vote.organization} ${ties}.` }
  }))
}

/** One body may vote with two documents; what is the same of both is said once, for both. */
function onceEach(claims: readonly DraftClaim[]): DraftClaim[] {
  const texts = [...new Set(claims.map(({ text }) => text))]
  return texts.flatMap((text) => {
    const same = claims.filter((claim) => claim.text === text)
    const [first] = same
    return first === undefined ? [] : [{ ...first, id: joinClaimIds(same.map(({ id }) => id)) }]
  })
}

/** Steps: each from one group, never merged; where experts disagree, the fork and no path. */
export function patientSteps(context: PatientContext, claims: readonly DraftClaim[]): DraftClaim[] {
  const { synthesis } = context
  const contested = synthesis.stance === 'contested'
  return claims.map((claim) => {
    const step = claim.inputs?.['step']
    if (claim.id === 'algorithm:talk') return { ...claim, text: 'You can talk these steps through with the person who treats you.' }
    if (claim.id === 'algorithm:none') return { ...claim, text: 'No expert group held here gives steps for these people, so we print none.' }
    if (typeof step !== 'number') return claim
    const write = (text: string, inputs: Readonly<Record<string, unknown>> = {}): DraftClaim => ({ ...claim, text: `Step ${step}. ${sentence(text)}`, inputs: { ...claim.inputs, ...inputs } })
    if (claim.inputs !== undefined && 'missing' in claim.inputs) {
      const asked = claim.cites.map((cite) => positionAt(context, cite)).filter((position) => position !== undefined)
      return write(`What to check. ${whoAsks(context, asked)}`, { criteria: asked.map(({ recommendation }) => recommendation.criteria) })
    }
    if (claim.inputs !== undefined && 'payers' in claim.inputs) return write(otherSide(context))
    if (claim.inputs !== undefined && 'stance' in claim.inputs && claim.cites.length === 0) return write('Experts disagree. So this shows the fork and not one path')
    const position = claim.cites[0] === undefined ? undefined : positionAt(context, claim.cites[0])
    if (position === undefined) return claim
    const side = ['for', 'neither'].includes(position.recommendation.direction) ? 'One side: ' : 'The other side: '
    return { ...write(`${contested ? side : ''}${contested ? lead(boundAdvice(context, position)) : boundAdvice(context, position)}`, { criteria: position.recommendation.criteria, population: position.recommendation.population, intervention: position.recommendation.intervention }), cites: adviceCites(context.vocabulary, claim, position) }
  })
}

function lead(text: string): string {
  return text.replace(/^An? /, (article) => article.toLowerCase())
}

function otherSide({ synthesis }: PatientContext): string {
  const payers = [...new Set(synthesis.coverage.filter(({ recommendation }) => ['against', 'insufficient-evidence'].includes(recommendation.direction) && !recommendation.carveOut).map(({ organization }) => organization))]
  const silent = silentNames(synthesis, false)
  const parts = [payers.length === 0 ? null : `Health plans (${listed(payers)}) call it unproven or not needed.`, silent === '' ? null : `Other groups say nothing about it (${silent}).`].filter((part) => part !== null)
  return parts.length === 0 ? 'The other side: no expert group held here advises against it. What stands against it is the studies' : `The other side: no expert group held here advises against it. ${parts.join(' ')}`
}

function positionAt({ positions }: PatientContext, { source, start, end }: DraftClaim['cites'][number]): Position | undefined {
  return [...positions.values()].find((position) => position.source.id === source.id && position.recommendation.span.start === start && position.recommendation.span.end === end)
}

/** Bodies that speak of the same people are named together, but their criteria are never merged. */
function whoAsks({ vocabulary }: PatientContext, asked: readonly Position[]): string {
  const byPeople = new Map<string, string[]>()
  for (const { organization, recommendation } of asked) {
    const people = plainPeople(vocabulary, recommendation.criteria) ?? 'people with this illness'
    byPeople.set(people, [...new Set([...(byPeople.get(people) ?? []), organization])])
  }
  return [...byPeople].map(([people, organizations]) => `${listed(organizations)} ${organizations.length === 1 ? 'speaks' : 'speak'} of ${people}.`).join(' ')
}

/** How what is known of the person stands to what each group speaks of. */
export function patientCase(context: PatientContext, claims: readonly DraftClaim[]): DraftClaim[] {
  return claims.map((claim) => {
    if (claim.kind !== 'computed' || claim.cites[0] === undefined) return claim
    const position = positionAt(context, claim.cites[0])
    if (position === undefined) return claim
    const met = claim.inputs?.['met']
    const missing = claim.inputs?.['missing']
    const some = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0
    return {
      ...claim,
      text: `${position.organization} speaks of ${plainPeople(context.vocabulary, position.recommendation.criteria) ?? 'people with this illness'}. ${some(met) ? `You told us: ${listed(met.map(String))}.` : 'You told us none of these.'} ${some(missing) ? `Not said, so not known: ${listed(missing.map(String))}.` : 'Nothing is left open.'}`,
      inputs: { ...claim.inputs, stated: position.recommendation.criteria },
    }
  })
}

/** Short notes of the sections, by id. */
const NOTES: Readonly<Record<string, string>> = {
  'benefits:none': 'We hold no result on what it does for these people.',
  'harms:none': 'We hold no number on harm for these people. That is a gap in what we hold. It does not mean that it is safe.',
  'cost:none': 'We hold no number on cost.',
  'guidelines:none': 'No expert group held here takes a side on this for these people.',
  'alternatives:none': 'We hold no study of another treatment of this illness that compares two groups.',
}

/** A remark of the clinician version in plain words. */
export function patientNote(claim: DraftClaim): DraftClaim {
  if (claim.id.startsWith('not-pooled:')) return { ...claim, text: 'The next studies are told one by one. Some hid from people what they had and some did not, so adding them up would mislead.' }
  const text = NOTES[claim.id]
  return text === undefined ? claim : { ...claim, text }
}
