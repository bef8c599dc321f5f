import { sha256 } from '../../core/model/index.ts'

/** The fold of a document, by a hash of its id: all its rows fall together, whatever their order in the file. */
export function foldOf(documentId: string, folds: number): number {
  return Number.parseInt(sha256(documentId).slice(0, 8), 16) % folds
}
