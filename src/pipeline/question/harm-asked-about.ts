import type { Span } from './unexplained-words.ts'

const ENDS = String.raw`(?=\s+(?:in|with|from|after|for|among|of|than|when|on|compared|versus|vs|if|because|more|during|and (?:how|is|are|what))\b|[?.,;:]|$)`
/** What stands where a harm is named: "cause …", "the risk of …", "… as a harm of". */
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:caus(?:e|es|ed|ing)|lead(?:s|ing)? to|trigger(?:s|ing)?|worsen(?:s|ing)?|(?:risks?|rates?|chances?|incidence|frequency|likelihood) of|(?:linked|associated) (?:to|with)|(?:increas|rais)(?:e|es|ed|ing)|how (?:common|frequent|rare|often) (?:is|are|does|do))\s+(?:(?:an?|the|more|any|higher|increased|greater|risk|rates?|chances?|of)\s+)*([^?.,;:]+?)${ENDS}`, 'gi'),
  /(?:^|[.?!,;:]\s*)((?:[\w-]+\s+){1,5})as (?:an? |the )?(?:harms?|side[- ]effects?|adverse (?:events?|effects?)|complications?) (?:of|with|from|after)\b/gi,
]

/**
 * The stretch of a harm question that names the harm ("suicidal thoughts" in "does montelukast cause suicidal
 * thoughts?"). What stands there is an outcome, known or not, and never the population.
 */
export function harmAskedAbout(text: string): Span[] {
  return PLACES.flatMap((place) => [...text.matchAll(place)].map((match) => {
    const named = match[1] ?? ''
    const start = match.index + match[0].lastIndexOf(named)
    return { start, end: start + named.trimEnd().length }
  }))
}
