import type { Span } from './unexplained-words.ts'

const ENDS = String.raw`(?=\s+(?:in|with|from|after|for|among|than|when|if|because|by|compared|versus|vs)\b|[?.,;:]|$)`
const FILLERS = String.raw`(?:(?:an?|the|more|any|first|new|another|risks?|rates?|chances?|number|of)\s+)*`
/** What stands behind a word of effect ("lowers …", "effect on …"), or before it in the passive ("is … prevented by"). */
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:prevent(?:s|ing)?|reduc(?:e|es|ing)|lower(?:s|ing)?|cut(?:s|ting)?|avert(?:s|ing)?|delay(?:s|ing)?|protect(?:s|ing)? (?:against|from)|effective against|effects?(?: of [^?.,;:]{2,60}?)? on)\s+${FILLERS}([^?.,;:]+?)${ENDS}`, 'gi'),
  /(?:^|[.?!,;:]\s*)(?:is|are|was|were|can|could)(?:n['’]?t| not)?\s+([^?.,;:]{3,60}?)\s+(?:not )?(?:be )?(?:prevented|reduced|lowered|cut|averted|delayed) (?:by|with)\b/gi,
]

/**
 * The stretches that name what a treatment is to prevent or lessen ("heart attacks" in "does semaglutide lower heart attacks
 * in obesity?"). Where another condition names the people, what stands there is the outcome.
 */
export function effectAskedAbout(text: string): Span[] {
  return PLACES.flatMap((place) => [...text.matchAll(place)].map((match) => {
    const named = match[1] ?? ''
    const start = match.index + match[0].lastIndexOf(named)
    return { start, end: start + named.trimEnd().length }
  }))
}
