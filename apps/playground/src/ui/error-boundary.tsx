import { Component, type ComponentChildren } from 'preact'
import { FailedView } from './failed-view.tsx'

interface Props {
  /** What failed, for the message: the view's title. */
  readonly what: string
  readonly children: ComponentChildren
}

interface State {
  readonly error: unknown
}

/** Shows the error instead of the part that failed. The rest of the page continues to work. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static override getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render({ what, children }: Props, { error }: State): ComponentChildren {
    if (error === undefined) return children
    return <FailedView what={what} error={error} cure="Try again" onCure={() => this.setState({ error: undefined })} />
  }
}
