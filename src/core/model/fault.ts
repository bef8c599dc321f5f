/** What can go wrong, as the doors know it: each code maps to one exit code and one HTTP status. */
export type FaultCode =
  | 'bad-usage'
  | 'bad-input'
  | 'not-found'
  | 'busy'
  | 'storage'
  | 'internal'

/**
 * A failure that a stage cannot answer as a value. Its message names the thing (file, place) and its remedy says
 * what a person can do; neither ever holds the text of a question.
 */
export class Fault extends Error {
  readonly code: FaultCode
  readonly remedy: string
  /** Whether the same call may succeed later without a change by the caller. */
  readonly retryable: boolean

  constructor(code: FaultCode, message: string, remedy: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Fault'
    this.code = code
    this.remedy = remedy
    this.retryable = options.retryable ?? false
  }
}

/** Ends a `switch` over a closed union: the compiler complains when a case is missing. */
export function assertNever(value: never): never {
  throw new Fault('internal', `unexpected variant: ${JSON.stringify(value)}`, 'Please report this as a defect.')
}
