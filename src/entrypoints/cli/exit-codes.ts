import type { FaultCode } from '../../core/model/index.ts'

/** Why a command did not finish: a Fault's code, or the person at the keyboard stopped it. */
export type FailureCode = FaultCode | 'interrupted'

/** 0 done, 1 the work failed, 2 the command was not understood: the one table from failure to exit code. */
export const EXIT_CODES: Readonly<Record<FailureCode, 1 | 2>> = {
  'bad-usage': 2,
  'bad-input': 1,
  'not-found': 1,
  busy: 1,
  storage: 1,
  internal: 1,
  interrupted: 1,
}
