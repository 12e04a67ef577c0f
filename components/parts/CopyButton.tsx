import { useEffect, useState } from 'preact/hooks';
import { useStore } from '../store/store-context';
import { words } from '../words';
import { Icon } from './Icon';

interface CopyButtonProps {
  /** Made when pressed: long texts are not kept ready. */
  text: () => string;
  label: string;
  look?: 'primary' | 'quiet' | 'icon';
}

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, look }: CopyButtonProps) {
  const { actions } = useStore();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const press = async () => setCopied(await actions.copy(text()));
  const name = copied ? words.notices.copied : label;
  return (
    <button
      type="button"
      class={look ? `btn ${look}` : 'btn'}
      onClick={press}
      aria-label={look === 'icon' ? name : undefined}
      title={look === 'icon' ? name : undefined}
    >
      <Icon name={copied ? 'ok' : 'copy'} small={look !== 'primary'} />
      {look !== 'icon' && name}
    </button>
  );
}
