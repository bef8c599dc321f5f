/** A value read back from a column that only this store writes, as JSON of that type; it is not checked again. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which column it is
export function fromJsonColumn<T>(text: string): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this adapter from a checked T
  return JSON.parse(text) as T
}
