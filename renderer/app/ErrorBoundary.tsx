import { Component, type ReactNode } from 'react'
import { Fault } from '#renderer/app/Fault.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

/** The one place where a bug on the screen ends up. The rest of the console goes on; give it a `key` to begin anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? (
      <Fault onRetry={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    )
  }
}
