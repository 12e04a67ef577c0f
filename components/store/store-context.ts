import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Store } from './create-store';

export const StoreContext = createContext<Store | null>(null);

/** The store of the panel a component stands in. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('This component stands outside of a panel.');
  return store;
}
