/**
 * Words of English by what they do to a sentence. Our own lists, of general language: they hold no drug, disease or
 * body, and no wording of a data set.
 */

/** Which way an amount went. */
export type Direction = 'up' | 'down'

const UP = ['higher', 'more', 'greater', 'larger', 'longer', 'increase', 'increases', 'increased', 'increasing', 'raise', 'raises', 'raised', 'raising', 'rise', 'rises', 'rose', 'rising', 'gain', 'gains', 'gained', 'elevate', 'elevates', 'elevated', 'exceed', 'exceeds', 'exceeded', 'double', 'doubles', 'doubled', 'triple', 'tripled', 'heightens', 'heighten', 'grew', 'grow', 'climbed', 'boosts', 'boost', 'boosted', 'lengthened', 'lengthens', 'lengthen', 'prolongs', 'prolonged', 'commoner', 'likelier', 'oftener', 'faster', 'soared', 'surged', 'jumped', 'climbs', 'multiplied', 'worsening']
const DOWN = ['lower', 'lowers', 'lowered', 'lowering', 'fewer', 'less', 'smaller', 'shorter', 'decrease', 'decreases', 'decreased', 'decreasing', 'reduce', 'reduces', 'reduced', 'reducing', 'reduction', 'reductions', 'fall', 'falls', 'fell', 'fallen', 'drop', 'drops', 'dropped', 'decline', 'declines', 'declined', 'cut', 'cuts', 'cutting', 'halve', 'halves', 'halved', 'prevent', 'prevents', 'prevented', 'preventing', 'avert', 'averts', 'averted', 'shorten', 'shortens', 'shortened', 'diminish', 'diminished', 'diminishes', 'curbs', 'lessen', 'lessens', 'lessened', 'shrank', 'eliminates', 'abolishes', 'removes', 'rarer', 'scarcer', 'unlikelier', 'sank', 'sinks', 'dwindled', 'slashed', 'slashes', 'trimmed', 'spared', 'spares', 'saves', 'saved']
const BETTER = ['improve', 'improves', 'improved', 'improvement', 'improvements', 'better', 'benefit', 'benefits', 'benefited', 'beneficial', 'superior', 'helps', 'helped', 'effective', 'protects', 'relieves', 'eases']
const WORSE = ['worsen', 'worsens', 'worsened', 'worse', 'harm', 'harms', 'harmed', 'harmful', 'inferior', 'ineffective', 'useless', 'detrimental', 'dangerous']

const NEGATORS = ['not', 'no', 'never', 'neither', 'nor', 'none', 'without', 'cannot', "n't", 'nobody', 'nothing', 'failed', 'fails', 'lack', 'lacks', 'lacked', 'absence', 'unable', 'hardly', 'barely']
/** From the weakest: a claim may not lose one that its source has. */
const HEDGES = ['may', 'might', 'could', 'can', 'probably', 'likely', 'possibly', 'perhaps', 'suggest', 'suggests', 'suggested', 'suggesting', 'appear', 'appears', 'appeared', 'seem', 'seems', 'seemed', 'uncertain', 'uncertainty', 'unclear', 'unsure', 'limited', 'insufficient', 'potential', 'potentially', 'tentative', 'preliminary', 'exploratory', 'inconclusive', 'unproven', 'presumably', 'apparently', 'estimated', 'about', 'around', 'approximately', 'nearly', 'almost', 'roughly', 'sometimes', 'some', 'slightly', 'modestly', 'small', 'clearly', 'up', 'mainly', 'mostly', 'partly', 'largely', 'generally', 'usually', 'often']
const CERTAIN = ['proves', 'proved', 'proven', 'definitely', 'certainly', 'always', 'undoubtedly', 'conclusively', 'clear', 'established', 'confirms', 'confirmed', 'guarantees', 'guaranteed', 'unequivocally', 'beyond', 'every', 'everyone', 'all', 'any', 'invariably', 'demonstrates', 'demonstrated', 'strongly', 'dramatically', 'substantially', 'markedly', 'hugely', 'greatly', 'completely', 'entirely']
const CAUSAL = ['cause', 'causes', 'caused', 'causing', 'because', 'prevents', 'prevent', 'prevented', 'lowers', 'lower', 'raises', 'reduces', 'reduce', 'increases', 'leads', 'led', 'due', 'produces', 'produced', 'results', 'resulted', 'thanks', 'owing', 'makes', 'made', 'triggers', 'triggered', 'induces', 'responsible', 'attributable']
const ASSOCIATION = ['associated', 'association', 'associations', 'linked', 'link', 'correlated', 'correlation', 'related', 'relation', 'observational', 'cohort']

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words)

/** Words by their part in a sentence. */
export const CUES = {
  up: setOf(UP), down: setOf(DOWN), better: setOf(BETTER), worse: setOf(WORSE), negator: setOf(NEGATORS),
  hedge: setOf(HEDGES), certain: setOf(CERTAIN), causal: setOf(CAUSAL), association: setOf(ASSOCIATION),
} as const

export type CueKind = keyof typeof CUES

/** Words that deny each other: one in a claim where the other stands in its source turns the statement round. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['met', 'missed'], ['met', 'failed'], ['success', 'failure'], ['succeeded', 'failed'], ['proven', 'unproven'], ['known', 'unknown'], ['blinded', 'unblinded'], ['blinded', 'open-label'], ['blind', 'open'], ['controlled', 'uncontrolled'],
  ['included', 'excluded'], ['include', 'exclude'], ['includes', 'excludes'], ['common', 'rare'], ['frequent', 'rare'], ['safe', 'unsafe'], ['early', 'late'], ['earlier', 'later'], ['present', 'absent'],
  ['approved', 'refused'], ['accepted', 'rejected'], ['superior', 'noninferior'], ['superior', 'inferior'], ['continued', 'stopped'], ['started', 'stopped'], ['starting', 'stopping'], ['alive', 'dead'], ['wide', 'narrow'], ['strong', 'weak'], ['strong', 'conditional'],
  ['covers', 'excludes'], ['sufficient', 'insufficient'], ['adequate', 'inadequate'], ['complete', 'incomplete'], ['consistent', 'inconsistent'], ['significant', 'insignificant'], ['independent', 'sponsored'], ['public', 'private'], ['high', 'low'], ['men', 'women'], ['male', 'female'], ['younger', 'older'], ['children', 'adults'], ['inpatients', 'outpatients'], ['most', 'few'], ['majority', 'minority'], ['all', 'none'], ['unlike', 'like'], ['agree', 'disagree'], ['reach', 'miss'], ['reached', 'missed'], ['reach', 'missed'], ['reached', 'short'], ['reach', 'short'], ['exceed', 'short'], ['long', 'short'], ['large', 'small'], ['longer', 'shorter'], ['larger', 'smaller'], ['clearly', 'unclear'], ['contested', 'undisputed'], ['contested', 'agreed'],
]

const OPPOSITE_OF: ReadonlyMap<string, ReadonlySet<string>> = OPPOSITES.reduce((map, [one, two]) => {
  map.set(one, new Set([...map.get(one) ?? [], two]))
  map.set(two, new Set([...map.get(two) ?? [], one]))
  return map
}, new Map<string, ReadonlySet<string>>())

/** The words that deny a lower-case word; most have none. */
export function oppositesOf(word: string): ReadonlySet<string> {
  return OPPOSITE_OF.get(word) ?? NO_OPPOSITE
}

const NO_OPPOSITE: ReadonlySet<string> = new Set()

/** Every part that one lower-case word plays; most words play none. */
export function cuesOf(word: string): readonly CueKind[] {
  return KINDS.filter((kind) => CUES[kind].has(word))
}

const KINDS: readonly CueKind[] = ['up', 'down', 'better', 'worse', 'negator', 'hedge', 'certain', 'causal', 'association']
