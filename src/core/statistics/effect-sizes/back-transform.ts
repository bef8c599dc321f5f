import type { Scale } from './measure.ts'

/** A value on the scale it was pooled on as it is read: ratios, proportions and correlations instead of logs, logits and z. */
export function backTransform(value: number, scale: Scale): number {
  switch (scale) {
    case 'log': return Math.exp(value)
    case 'logit': return 1 / (1 + Math.exp(-value))
    case 'fisherZ': return Math.tanh(value)
    case 'raw': return value
  }
}
