/** Features of one example: places in the feature space, ascending, and their values. */
export type SparseVector = { readonly indices: Int32Array; readonly values: Float64Array }

/** Named features and their values, before they have places. */
export type NamedFeatures = ReadonlyMap<string, number>
