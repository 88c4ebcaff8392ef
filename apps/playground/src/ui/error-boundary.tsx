import { Component, type ComponentChildren } from 'preact'

interface Props {
  /** What failed, for the message: the view's title. */
  readonly what: string
  readonly children: ComponentChildren
}

interface State {
  readonly error: unknown
}

/** Shows what went wrong in place of what failed; the rest of the page goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static override getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render({ what, children }: Props, { error }: State): ComponentChildren {
    if (error === undefined) return children
    return (
      <div class="notice notice-error" role="alert">
        <p>
          {what} could not be shown: {error instanceof Error ? error.message : String(error)}
        </p>
        <button type="button" onClick={() => this.setState({ error: undefined })}>
          Try again
        </button>
      </div>
    )
  }
}
