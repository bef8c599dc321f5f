import type { Design } from './design.ts'
import type { Tau2Method } from './model-fit.ts'
import { tau2DerSimonianLaird } from './tau2-dersimonian-laird.ts'
import { tau2PauleMandel } from './tau2-paule-mandel.ts'
import { tau2Reml } from './tau2-reml.ts'

/** The between-study variance; 0 for a common effect and where there are no degrees of freedom to estimate it. */
export function estimateTau2(method: Tau2Method, design: Design): number {
  switch (method) {
    case 'FE': return 0
    case 'DL': return tau2DerSimonianLaird(design)
    case 'REML': return tau2Reml(design)
    case 'PM': return tau2PauleMandel(design)
  }
}
