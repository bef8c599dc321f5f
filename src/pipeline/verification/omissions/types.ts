import type { Article } from '../../../core/model/index.ts'
import type { Vocabulary } from '../../../core/terminology/index.ts'
import type { Cite } from '../../answer/index.ts'
import type { Synthesis } from '../../synthesis/index.ts'
import type { Verified } from '../verify-draft.ts'
import type { Printed } from './printed-in.ts'

/** One thing that the answer leaves out, and why: in the field's words and in a patient's. */
export type Omission = {
  readonly text: string
  readonly why: string
  /** The same in short words: what a patient reads. */
  readonly plain: string
  /** Where the thing left out can be read, when a source held says it. */
  readonly cites: readonly Cite[]
}

/** What omissions are found from: all that is held on the question, and what the verified article prints of it. */
export type OmissionContext = {
  readonly vocabulary: Vocabulary
  readonly synthesis: Synthesis
  readonly printed: Printed
  /** Ids of sentences that verification refused, with its reason. */
  readonly refused: ReadonlyMap<string, string>
}

/** A verified article that says what it leaves out. */
export type Told = Verified & { readonly omissions: Article['omissions'] }
