import { useEffect, useState } from 'react';

/** Whether scripts run: false on the server and in the first drawing, so that what needs them appears only where it works. */
export function useHasScripts(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => setHas(true), []);
  return has;
}
