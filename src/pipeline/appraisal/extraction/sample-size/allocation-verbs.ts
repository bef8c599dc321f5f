import type { Span } from '../../../../core/model/index.ts'
import { WRITTEN_NUMBER } from './written-number.ts'

const ASSIGNED = 'assigned|allocated|divided|distributed|enroll?ed|grouped|categori[sz]ed|separated|split|placed|assorted|classified|put|recruited'
const BY_CHANCE = String.raw`(?:randomi[sz]ed|randomly (?:\w+(?: and)? ){0,2}?(?:${ASSIGNED}|received|treated|administered|given)|(?:${ASSIGNED}) (?:\w+ ){0,2}?(?:randomly|at random|by (?:\w+ )?randomi[sz]ation|in a randomi[sz]ed (?:manner|fashion|order|way))|stratified and randomi[sz]ed)`
const ASSIGNS = '(?:randomi[sz]ed|randomly (?:assigned|allocated|divided|enroll?ed))'
const AUXILIARY = String.raw`(?<!\bnot )(?:were|was|are|have been|had been|being|be|is)`
const ADVERB = String.raw`(?:then |subsequently |also |thus |equally |centrally |finally |blindly |initially |successfully |evenly |eventually |actually |prospectively |consecutively |ultimately |individually |block |(?:recruited|enroll?ed|included|selected|screened|stratified|consented|eligible|studied|taken|entered|chosen|identified|analy[sz]ed),? (?:[a-z-]+ ){0,6}?(?:and|then) (?:were |then |subsequently )?)?`

const PASSIVE = new RegExp(String.raw`\b(?:${AUXILIARY} ${ADVERB}${BY_CHANCE}|(?:under(?:went|going)|proceeded to|available for|entered) randomi[sz]ation)\b|\b(?<=\d |\d\) |\d\] |patients |participants |subjects |women |children |people )(?:and )?(?:${BY_CHANCE})\b(?! (?:controlled|clinical|trial|study|block|design|sequence|order|patients|participants|subjects|women|men|children|people|individuals|infants|animals))`, 'giu')
const ACTIVE = new RegExp(String.raw`\b(?:(?:we|investigators|authors|trial|study|researchers|and) (?:\w+ )?${ASSIGNS}(?= [a-z]+[ -])|${ASSIGNS}(?= (?:a total of )?${WRITTEN_NUMBER}\s))`, 'giu')
const TRIAL_OF = /\brandomi[sz]ed,?(?:[\s-]+[\p{L}-]+,?){0,8}[\s-](?:trials?|stud(?:y|ies)|experiment|design|manner|fashion|order|comparison)(?: \([A-Za-z -]{2,12}\))?(?: (?:was|were))?(?: (?:performed|conducted|carried[ -]out|undertaken|done|completed|run|nested|executed|involving|comprising|included?|enroll?ed|recruited|using|including))*(?: (?:of|in|on|with|among|at|for))? /giu
const RANDOMISED_PEOPLE = /\b(?:of|all|the|among)\s+(?:the\s+)?(?=[\d,\w-]+ randomi[sz]ed (?:patients|participants|subjects|women|children|people|individuals))/giu

/** A phrase that puts people into groups by chance, and whether its people stand before it or after it. */
export type AllocationVerb = Span & { readonly kind: 'passive' | 'active' | 'trial-of' | 'randomised-people' }

/** Phrases of a sentence by which people are put into groups by chance. */
export function allocationVerbs(sentence: string): AllocationVerb[] {
  if (!/random/i.test(sentence)) return []
  const all = (pattern: RegExp, kind: AllocationVerb['kind']): AllocationVerb[] =>
    Array.from(sentence.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length, kind }))
  return [...all(PASSIVE, 'passive'), ...all(ACTIVE, 'active'), ...all(TRIAL_OF, 'trial-of'), ...all(RANDOMISED_PEOPLE, 'randomised-people')]
}

/** A plan, a sum of statistics, or somebody else's trial: its numbers are not this study's. */
export const NOT_THIS_STUDY = /\b(?:sample size|power(?:ed)?\b.{0,30}\d|required|(?:was|were|is|are) needed|needed to|would (?:be|have|require|need)|should be|to be (?:randomi[sz]ed|recruited|enroll?ed)|planned|aimed to|was calculated|previous(?:ly)?|earlier|et al|meta-analys[ie]s|systematic review|Cochrane|recently|pooled|another|other (?:trial|stud)|future|prior (?:trial|stud))\b/i

/** Whether a sentence speaks of a sample that was planned, or of other studies. */
export function speaksOfAnother(sentence: string): boolean {
  return NOT_THIS_STUDY.test(sentence)
}
