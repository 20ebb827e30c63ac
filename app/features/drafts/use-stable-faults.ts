import { useMemo } from 'react';

type Faults = Readonly<Record<string, string>>;

/**
 * The same faults as one and the same object until they differ, or until there was another answer of the server: the list of
 * what is wrong takes the focus whenever it is given a new one, and must not while somebody types.
 */
export function useStableFaults(faults: Faults | undefined, answer: unknown): Faults | undefined {
  const said = faults && JSON.stringify(faults);
  const kept = useMemo(
    () => ({ answer, faults: said === undefined ? undefined : (JSON.parse(said) as Faults) }),
    [answer, said],
  );
  return kept.faults;
}
