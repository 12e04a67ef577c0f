import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface WindowProps {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  keyOf(index: number): string;
  /** Height of a row in pixels before it has been measured. */
  estimate(index: number): number;
  /** Row that must stay in the document, whether it can be seen or not: the one the keyboard stands on. */
  active: number;
  /** Index of the heading a row stands below; it stays at the top while its rows pass. */
  headingOf(index: number): number;
  children(index: number): ComponentChildren;
}

/** Draws only the rows that can be seen, so that a list of 100,000 scrolls like one of ten. */
export function Window(props: WindowProps) {
  const { count, active, children } = props;
  const virtualizer = useVirtualizer(props);
  const items = virtualizer.getVirtualItems();
  const first = items.find((item) => item.end > (virtualizer.scrollOffset ?? 0))?.index ?? 0;
  const heading = count > 0 ? props.headingOf(Math.min(first, count - 1)) : -1;

  useLayoutEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [virtualizer, active]);

  return (
    <div class="window" role="presentation" style={{ height: `${virtualizer.getTotalSize()}px` }}>
      {items.map((item) => (
        <Placed key={item.key} item={item} stuck={item.index === heading} virtualizer={virtualizer}>
          {children(item.index)}
        </Placed>
      ))}
    </div>
  );
}

interface PlacedProps {
  item: VirtualItem;
  stuck: boolean;
  virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  children: ComponentChildren;
}

function Placed({ item, stuck, virtualizer, children }: PlacedProps) {
  return (
    <div
      class={stuck ? 'placed stuck' : 'placed'}
      role="presentation"
      data-index={item.index}
      ref={(element: HTMLElement | null) => virtualizer.measureElement(element)}
      style={{ transform: stuck ? 'none' : `translateY(${item.start}px)` }}
    >
      {children}
    </div>
  );
}

function useVirtualizer({
  scroller,
  count,
  keyOf,
  estimate,
  active,
  headingOf,
}: WindowProps): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer<number, void>((times) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: estimate,
    overscan: 12,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    /** A heading that sticks covers this much of the rows below it. */
    scrollPaddingStart: 32,
    rangeExtractor: (range: Range) => {
      const wanted = new Set(defaultRangeExtractor(range));
      if (count > 0) wanted.add(headingOf(Math.min(range.startIndex, count - 1)));
      if (active >= 0 && active < count) wanted.add(active);
      wanted.delete(-1);
      return [...wanted].sort((a, b) => a - b);
    },
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
