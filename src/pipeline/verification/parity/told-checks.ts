import { namesOnly } from './account-words.ts'
import { wrong } from './compare-told.ts'
import { isTime } from './printed-numbers.ts'
import type { Told, Wrong } from './types.ts'

type Said = Told['said']

/** The first of several checks that finds something wrong; null when all agree. */
export function firstWrong(...checks: readonly (Wrong | null)[]): Wrong | null {
  return checks.find((check) => check !== null) ?? null
}

/** Whether the time told is the reference's: a missing one lets a result look timeless. */
export function checkTime({ time }: Said, months: number | null): Wrong | null {
  if (time === undefined) return months === null ? null : wrong('dropped', 'the time is missing')
  return months !== null && isTime(time, months) ? null : wrong('changed', 'the time differs')
}

/** Whether a part names one of the things meant. */
export function checkName(said: string | undefined, names: readonly string[], what: string): Wrong | null {
  return said === undefined || namesOnly(said, names) ? null : wrong('changed', `${what} is another`)
}

/** A problem found in words, as a difference. */
export function asWrong(problem: string | null): Wrong | null {
  return problem === null ? null : wrong('changed', problem)
}
