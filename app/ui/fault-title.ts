import { useEffect } from 'react';
import { shellText } from '#app/text/shell.ts';
import { useText } from './locale.tsx';

/** Begins the title of the window with "Lỗi: " as long as the form has faults; for answers that came without a new page. */
export function useFaultTitle(hasFaults: boolean): void {
  const { errorTitlePrefix } = useText(shellText);
  useEffect(() => {
    if (!hasFaults || document.title.startsWith(errorTitlePrefix)) return;
    const before = document.title;
    const marked = errorTitlePrefix + before;
    document.title = marked;
    return () => {
      // why the question: the next page may have set its own title by now.
      if (document.title === marked) document.title = before;
    };
  }, [hasFaults, errorTitlePrefix]);
}
