import ceilings from './human-ceilings.json' with { type: 'json' }

/** What people reach at a task of this kind, as published: no machine score means much without it. */
export type HumanCeiling = { readonly beside: string; readonly text: string; readonly source: string; readonly doi: string | null }

/** The published human figures printed beside an instance's own. */
export const HUMAN_CEILINGS: readonly HumanCeiling[] = ceilings
