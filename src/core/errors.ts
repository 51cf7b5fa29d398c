/** An error that people outside are told: a dotted code, a sentence, and the value that offended. */
export class CodedError extends Error {
  constructor(
    /** Dotted and stable: "ask.bad_row", "settings.invalid". */
    readonly code: string,
    message: string,
    readonly value?: unknown,
  ) {
    super(message)
    this.name = 'CodedError'
  }
}
