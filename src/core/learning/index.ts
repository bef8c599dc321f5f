export { featureSpace, learnFeatureSpace, toVector, type FeatureSpace } from './feature-space.ts'
export { minimise, type MinimiseOptions, type Objective } from './minimise.ts'
export { predictSoftmax, softmax, trainSoftmax, type Example, type LinearModel, type TrainOptions } from './softmax-regression.ts'
export type { NamedFeatures, SparseVector } from './sparse-vector.ts'
