import { Component, type ComponentChildren } from 'preact';
import { words } from '../words';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';

interface BoundaryProps {
  children: ComponentChildren;
  /** A change of it tries again: the next view is not to blame for this one. */
  of: string;
}

/** Keeps one view's failure to that view, and says what is safe and what to do. */
export class Boundary extends Component<BoundaryProps, { error: unknown; of?: string }> {
  override state: { error: unknown; of?: string } = { error: null };

  static override getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error() };
  }

  static override getDerivedStateFromProps(props: BoundaryProps, state: { error: unknown; of?: string }) {
    return props.of === state.of ? null : { error: null, of: props.of };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div class="blank" role="alert">
        <Icon name="bad" />
        <h2>{words.error.title}</h2>
        <p>{words.error.body}</p>
        <div class="acts">
          <button type="button" class="btn primary" onClick={() => this.setState({ error: null })}>
            <Icon name="reload" />
            {words.error.retry}
          </button>
          <CopyButton text={() => detailsOf(error)} label={words.error.copy} />
        </div>
      </div>
    );
  }
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
}
