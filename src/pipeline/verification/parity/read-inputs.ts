import type { Claim } from '../../../core/model/index.ts'

type Inputs = Claim['inputs']

/** An input that is text; anything else is none. */
export function textInput(inputs: Inputs, key: string): string {
  const value = inputs?.[key]
  return typeof value === 'string' ? value : ''
}

/** An input that is a list of texts; what is no text in it is left out. */
export function listInput(inputs: Inputs, key: string): string[] {
  const value: unknown = inputs?.[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** An input that is a number; zero where none is held. */
export function numberInput(inputs: Inputs, key: string): number {
  const value = inputs?.[key]
  return typeof value === 'number' ? value : 0
}
