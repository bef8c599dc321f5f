import { z } from 'zod'
import type { Claim } from '../../../core/model/index.ts'
import { mark, wrong } from './compare-told.ts'
import { citedFinding, type ReferenceFacts } from './reference-facts.ts'
import { textInput } from './read-inputs.ts'
import { firstWrong } from './told-checks.ts'
import type { Expected } from './types.ts'

const measuredInSchema = z.array(z.object({ name: z.string(), year: z.number().nullable() }))

/** How a citation is marked whose number another study measured. */
const SECONDARY_NOTE = 'secondary source for this number'

/**
 * Who measured a number that its source relays: which study and through whom, that the paper is not held, or that the
 * source names none. Told as the source's own, a number looks nearer than it is.
 */
export function expectRelay(facts: ReferenceFacts, references: readonly Claim[]): Expected[] {
  const isPart = references.some((reference) => !isRelayed(facts, reference))
  const told = references.flatMap((reference) => [...walkedOf(reference), ...(isRelayed(facts, reference) ? unwalkedOf(reference, isPart) : [])])
  return told.filter(({ key }, index) => told.findIndex((other) => other.key === key) === index).map(({ expected }) => expected)
}

type Keyed = { readonly key: string; readonly expected: Expected }

/** Numbers followed to a study that is held. */
function walkedOf({ inputs }: Claim): Keyed[] {
  const relay = textInput(inputs, 'relay')
  return (measuredInSchema.safeParse(inputs?.['measuredIn']).data ?? []).flatMap(({ name, year }) => {
    const tail = `; measured in ${name}${year === null ? '' : ` (${year})`}, whose `
    const at = relay.indexOf(tail)
    if (at < 0) return []
    const path = relay.slice(relay.lastIndexOf('As relayed by ', at) + 'As relayed by '.length, at)
    const expected: Expected = {
      slot: 'measured-by', missing: 'strengthened', what: 'who measured it',
      check: (said) => firstWrong(said['study'] === name && said['year'] === (year === null ? undefined : String(year)) ? null : wrong('changed', 'another study'), said['path'] === path ? null : wrong('changed', 'another paper that relays it')),
    }
    const differs = relay.slice(at + tail.length).startsWith('own report gives another number')
    return [{ key: `${name} ${year ?? ''} ${path}`, expected }, ...(differs ? [{ key: 'differs', expected: mark('own-differs', 'strengthened', 'that its own paper gives another number') }] : [])]
  })
}

/** Numbers whose study is not held or not named. Where the reference's own words tell the relay, its remark does not repeat them. */
function unwalkedOf({ inputs }: Claim, isPart: boolean): Keyed[] {
  const relay = textInput(inputs, 'relay')
  if (relay.includes('the study behind the number is not named')) return [{ key: 'others-found', expected: mark('others-found', 'strengthened', 'that it tells what others found') }]
  const slot = isPart ? 'part-of-another-paper' : 'another-paper'
  return relay === '' || relay.includes('Second hand') ? [{ key: slot, expected: mark(slot, 'strengthened', 'that another paper measured it') }] : []
}

/** Whether the result that a claim states was measured by another study than the source it cites. */
function isRelayed(facts: ReferenceFacts, reference: Claim): boolean {
  const finding = (facts.findings.get(reference.id) ?? citedFinding(facts, reference))?.finding
  return reference.citations.some(({ start, end, notes }) => finding?.span.start === start && finding.span.end === end && notes?.includes(SECONDARY_NOTE) === true)
}
