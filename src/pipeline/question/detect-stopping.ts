import type { ConceptMention, Vocabulary } from '../../core/terminology/index.ts'

/** Whether the question is about stopping a treatment, and which concepts stand for that stopping. */
export type Stopping = {
  readonly asked: boolean
  /** The treatment to be stopped, as named; null when nothing is stopped. */
  readonly target: ConceptMention | null
  /** Concepts of the vocabulary that *are* that stopping; empty when it holds none. */
  readonly concepts: readonly string[]
}

const FILLER = String.raw`(?:(?:the|my|his|her|their|our|a|an|any|all|its|of|on|with|from|off|taking|using|having|use|usage|treatment|therapy|long|term|daily|low|dose|high|regular|chronic|oral|old|unneeded|inappropriate|preventive|maintenance|or|continue|continuing|safely|gradually|slowly|abruptly|suddenly|early)[\s-]+)*`
const STOP = String.raw`(?:stop(?:s|ped|ping)?|dis-?continu(?:e|es|ed|ing|ation)(?: of)?|withdraw(?:s|n|ing|al)?(?: of| from)?|de-?prescrib(?:e|es|ed|ing)|interrupt(?:s|ed|ing|ion)?(?: of)?|cessation(?: of)?|taper(?:s|ed|ing)?(?: off)?|wean(?:s|ed|ing)?(?: off)?|paus(?:e|es|ed|ing)|withhold(?:ing)?|withheld|hold(?:ing)? back|giv(?:e|ing) up|quit(?:s|ting)?|(?:com(?:e|es|ing)|get(?:s|ting)?|go(?:es|ing)?|tak(?:e|en|ing)) off)`
/** "stop metoprolol", "coming off his beta blocker", "withdrawal of statins", "continue or stop aspirin". */
const BEFORE_TARGET = new RegExp(String.raw`\b${STOP}\s+${FILLER}$`, 'i')
const LINKS = String.raw`(?:(?:therapy|treatment|use|drugs?|medicines?|medication|tablets|should|could|can|may|must|ever|always|routinely|safely|gradually|slowly|abruptly|temporarily|not|n['’]?t|they|it)\s+)*`
/** "statin deprescribing", "aspirin discontinuation": the stopping as a noun. */
const NOUN_AFTER = new RegExp(String.raw`^['’]?\s*${LINKS}(?:dis-?continuation|withdrawal|de-?prescribing|cessation|interruption|taper(?:ing)?|weaning)\b`, 'i')
/** "metoprolol be stopped", "aspirin is withdrawn"; not "aspirin stops bleeding", nor a trial that ended early. */
const PASSIVE_AFTER = new RegExp(String.raw`^\s+${LINKS}(?:be|being|been|is|are|was|were|to be|get)\s+${LINKS}(?:continued or |kept or )?(?:stopped|dis-?continued|withdrawn|de-?prescribed|interrupted|tapered|weaned|paused|withheld|held back|given up|taken off)\b(?! early)`, 'i')
/** "statins: continue or stop?", "aspirin, when to stop?" */
const CHOICE_AFTER = /^\s*[:,–—-]?\s*(?:(?:when|whether|should (?:I|we|he|she)|to|continue|keep|carry on|or|versus|vs\.?|stay on|go on)\s+)+(?:stop|discontinue|withdraw|quit|taper|deprescribe)\b/i
/** "Should metoprolol be continued?" is the same decision seen from its other side. */
const CONTINUE_BEFORE = new RegExp(String.raw`\b(?:should|can|could|may|must|need|whether|safe|do|does)(?:n?['’]?t)?\b[^?]{0,40}\b(?:continue|keep (?:on )?|stay on|remain on|carry on|keep taking|go on)(?:\s+|$)${FILLER}$`, 'i')
const CONTINUE_AFTER = /^\s+(?:(?:therapy|treatment)\s+)?(?:should |can |could |may |must |to )?be (?:\w+ )?(?:continued|kept|maintained)\b/i
/** The stopping is a fact about the people ("who stopped statins"), or the subject is a trial. */
const ALREADY_STOPPED = /\b(?:who|that|have|has|had|having|already|patients|after) (?:\w+ )?(?:have |has |had )?$/i

/** Reads whether a treatment is to be stopped or continued. Stopping is another intervention, never the negation. */
export function detectStopping(text: string, treatments: readonly ConceptMention[], vocabulary: Vocabulary): Stopping {
  const named = treatments.filter(({ conceptId }) => vocabulary.concept(conceptId)?.stops !== undefined)
  if (named[0] !== undefined) return { asked: true, target: named[0], concepts: [...new Set(named.map(({ conceptId }) => conceptId))] }
  const stopped = treatments.filter((mention) => isStopped(text, mention))
  if (stopped[0] === undefined) return { asked: false, target: null, concepts: [] }
  return { asked: true, target: stopped[0], concepts: [...new Set(stopped.flatMap(({ conceptId }) => vocabulary.stoppingOf(conceptId)))] }
}

function isStopped(text: string, { start, end }: ConceptMention): boolean {
  const before = text.slice(Math.max(0, start - 100), start)
  const after = text.slice(end, end + 100)
  const stop = BEFORE_TARGET.exec(before)
  if (stop !== null && !(/^(?:stopped|discontinued|quit)/i.test(stop[0]) && ALREADY_STOPPED.test(before.slice(0, stop.index)))) return true
  if (NOUN_AFTER.test(after) || PASSIVE_AFTER.test(after) || CHOICE_AFTER.test(after)) return true
  if (/\bhow long\b/i.test(text)) return false
  return CONTINUE_BEFORE.test(before) || (CONTINUE_AFTER.test(after) && /\b(?:(?:should|can|could|may|must)(?:n?['’]?t)?|safe)\b/i.test(text))
}
