import type { Finding } from '../../../core/model/index.ts'

const SCALE = /\bpoints? (?:out )?of (\d{1,3})\b|\b(\d{1,3})-point\b[^.;]{0,40}\bscale\b|\bscale (?:of|from|that runs from) 0 to (\d{1,3})\b|\bscore (?:of|from|that runs from) 0 to (\d{1,3})\b/i

/** The scale on which a claim says a result was measured, where the result's own scale ends elsewhere; null when not. */
export function otherScale(claim: string, { scale }: Finding): string | null {
  const match = SCALE.exec(claim)
  const told = match === null ? null : Number(match[1] ?? match[2] ?? match[3] ?? match[4])
  if (told === null || scale === null || told === scale[1] || told === scale[1] - scale[0]) return null
  return `it speaks of a scale that ends at ${told}, the source's runs from ${scale[0]} to ${scale[1]}`
}

/** Whether a number only says how long a scale is: the 10 of "a 10-point pain scale". */
export function isScaleLength(text: string, end: number): boolean {
  return /^[- ]point\b[^.;]{0,40}\bscale\b/i.test(text.slice(end, end + 60))
}
