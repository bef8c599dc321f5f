/** "65.2% of the people who were using opioids at the start had stopped": what stands between the share and its verb. */
const SHARE_OF = /\d% (?:\([^)]*\) )?of ((?:the |those )?[^,;.()%]{3,80}?)(?<!\b(?:who|that|which))(?= (?:had|has|reported|stopped|were|was|gained|later|developed|improved|needed|also|died|got|showed|remained)\b)/i

/** People of whom nothing more is said than that they had the treatment. */
const WHOLE_GROUP = /^(?:all |the )?(?:people|patients|participants|adults|women|men|children|infants|those)(?: (?:treated|given|assigned|randomi[sz]ed|on|with|who had|receiving|allocated)\b.*)?$/i

/**
 * Of whom a share is counted, in the source's own words, where it is not of everyone who had the treatment: "the people who
 * were using opioids at the start", "those followed". Null where the sentence names no narrower group.
 */
export function countedAmong(text: string): string | null {
  const [, group] = SHARE_OF.exec(text) ?? []
  if (group === undefined) return null
  const restricted = /\bwho (?:were|was|had been|used|took)\b|\bfollowed\b|\bscreened\b|\bcompleted\b/i.test(group)
  return WHOLE_GROUP.test(group) && !restricted ? null : group.trim()
}
