import { useEffect, useRef, type RefObject } from 'react';

/** For a row of tabs that is drawn sideways on a phone: the open one comes within sight. @returns what the row is to be held by */
export function useOpenTab(): RefObject<HTMLElement> {
  const row = useRef<HTMLElement>(null);
  // why after every drawing: another page is often the same element with another tab open.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current]');
    // why not scrollIntoView: it would move the page too, and where somebody came back to stays where it was.
    if (row.current && open)
      row.current.scrollLeft = open.offsetLeft - row.current.offsetLeft - row.current.clientWidth / 3;
  });
  return row;
}
