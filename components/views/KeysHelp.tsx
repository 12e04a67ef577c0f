import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../store/store-context';
import { words } from '../words';

/** All keyboard shortcuts, and the switch that turns single keys off. */
export function KeysHelp() {
  const { keysShown, keysOn } = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = keysShown.value;
  useEffect(() => {
    if (shown && !dialog.current?.open) dialog.current?.showModal();
    if (!shown && dialog.current?.open) dialog.current.close();
  }, [shown]);
  const close = () => {
    keysShown.value = false;
  };
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{words.keys.title}</h2>
      <dl class="pairs">
        {words.keys.rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={keysOn.value}
          onChange={(event) => {
            keysOn.value = event.currentTarget.checked;
          }}
        />
        {words.keys.on}
      </label>
      <button type="button" class="btn" onClick={close}>
        {words.keys.close}
      </button>
    </dialog>
  );
}
