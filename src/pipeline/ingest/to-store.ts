import type { Source } from '../../core/model/index.ts'
import type { Vocabulary } from '../../core/terminology/index.ts'
import { conceptsOf } from './concepts-of.ts'
import { contentHash } from './content-hash.ts'
import type { SourceToStore } from './ports.ts'
import { splitPassages } from './split-passages.ts'

/** Makes a parsed source ready to be kept: its passages, its version hash, the concepts it is about. */
export function toStore(source: Source, vocabulary: Vocabulary, origin: SourceToStore['origin']): SourceToStore {
  return { source, contentHash: contentHash(source), passages: splitPassages(source), concepts: conceptsOf(source, vocabulary), origin }
}
