/** One thing that is wrong. It names a variable and never holds a value. */
export interface CredentialsIssue {
  /**
   * The variable as it is written in the source, or the name to set where it is missing. Problems that belong to no variable
   * are filed under `text` (the text passed to `parseCredentials`) or `environment`.
   */
  readonly variable: string
  /** What is wrong, as the end of a sentence that begins with the variable: `is not set`. In a text, with the line. */
  readonly problem: string
  /** What to do about it. */
  readonly hint: string
}

/** Something odd that does not keep the credentials from working, as far as can be seen without a network. */
export interface CredentialsWarning extends CredentialsIssue {}

/**
 * Every code a {@link CredentialsError} can carry. Codes are stable; messages are not.
 *
 * - `missing`: variables are not set, or belong to another kind of client
 * - `invalid`: at least one variable is set to something that cannot work
 * - `not_credentials`: the text is too long or holds no variable of Camunda, such as a PDF or a web page
 */
export type CredentialsErrorCode = 'missing' | 'invalid' | 'not_credentials'

/** Credentials that cannot be used. Lists everything that is wrong at once, and never holds a value. */
export class CredentialsError extends Error {
  override name = 'CredentialsError'
  /** True on every `CredentialsError`, also on one from another copy of this package. */
  readonly isCredentialsError = true as const
  declare readonly code: CredentialsErrorCode
  declare readonly issues: readonly CredentialsIssue[]

  constructor(code: CredentialsErrorCode, issues: readonly CredentialsIssue[]) {
    super(issues.map(({ variable, problem, hint }) => `${variable} ${problem}. ${hint}`).join('\n'))
    this.code = code
    this.issues = issues
  }
}

/** What to do about a text or a line that could not be read. */
export const FORMAT = "Use lines like NAME='value', in UTF-8."
/** What to do where another way to log in is set up. */
export const NOT_OAUTH = 'Without OAuth, use createBasicAuth, createCookieLogin or createBearer.'
export const NOT_SET = 'is not set'

/** @param line of the text that the variable is in, if it is from a text */
export function issueOf(variable: string, problem: string, hint: string, line?: number): CredentialsIssue {
  return { variable, problem: problem + (line ? ` (line ${line})` : ''), hint }
}

export function notSet(variable: string, hint: string): CredentialsIssue {
  return issueOf(variable, NOT_SET, hint)
}
