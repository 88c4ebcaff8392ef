/** One problem. It names a variable and never contains a value. */
export interface CredentialsIssue {
  /**
   * The variable as it is written in the source, or the name to set if it is missing. Problems of no variable have
   * `text` (the text passed to `parseCredentials`) or `environment`.
   */
  readonly variable: string
  /** The problem, as the end of a sentence that begins with the variable: `is not set`. In a text, with the line. */
  readonly problem: string
  /** What to do about it. */
  readonly hint: string
}

/** A problem that probably does not prevent the credentials from working. */
export interface CredentialsWarning extends CredentialsIssue {}

/**
 * Every code a {@link CredentialsError} can carry. Codes are stable; messages are not.
 *
 * - `missing`: variables are not set, or belong to another kind of client
 * - `invalid`: at least one variable is set to something that cannot work
 * - `not_credentials`: the text is too long or has no variable of Camunda, such as a PDF or a web page
 */
export type CredentialsErrorCode = 'missing' | 'invalid' | 'not_credentials'

/** Credentials that cannot be used. Lists all problems at once, and never contains a value. */
export class CredentialsError extends Error {
  override name = 'CredentialsError'
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
  readonly isCredentialsError = true as const
  declare readonly code: CredentialsErrorCode
  declare readonly issues: readonly CredentialsIssue[]

  constructor(code: CredentialsErrorCode, issues: readonly CredentialsIssue[]) {
    super(issues.map(({ variable, problem, hint }) => `${variable} ${problem}. ${hint}`).join('\n'))
    this.code = code
    this.issues = issues
  }
}

/** Hint for a text or a line that could not be read. */
export const FORMAT = "Use lines like NAME='value' in UTF-8."
/** Hint for another authentication method. */
export const NOT_OAUTH = 'Without OAuth, use createBasicAuth, createCookieLogin or createBearer.'
export const NOT_SET = 'is not set'

/** @param line the line of the variable, if it is from a text */
export function issueOf(variable: string, problem: string, hint: string, line?: number): CredentialsIssue {
  return { variable, problem: problem + (line ? ` (line ${line})` : ''), hint }
}

export function notSet(variable: string, hint: string): CredentialsIssue {
  return issueOf(variable, NOT_SET, hint)
}
