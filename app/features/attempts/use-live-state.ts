import { useEffect, useRef, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { firstLive, hear, type LiveState } from './device/live-state.ts';
import type { ServerClock } from './device/server-clock.ts';
import { tabId } from './device/tab-id.ts';
import { SheetWatch, type StateHeard } from './device/watch-sheet.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';

export interface Live extends LiveState {
  /** Whether the server was reached at the last try. */
  readonly isReached: boolean;
  /** Asks the server now. */
  ask(): void;
  /** The server has answered, in whatever way: the line is there. */
  reached(): void;
  /** The sentence about the time has been seen. */
  dismissChange(): void;
}

/** Hears what changes under the open sheet, by a stream or by asking. */
export function useLiveState(
  sheet: AnswerSheet,
  options: {
    readonly serverNow: Instant;
    readonly clock: ServerClock;
    readonly onHeard: (heard: StateHeard) => void;
    /** The server was reached. */
    readonly onReached: () => void;
  },
): Live {
  const { attemptId, token } = sheet;
  const { serverNow, clock } = options;
  const [live, setLive] = useState(() => firstLive(sheet, serverNow));
  const [isReached, setReached] = useState(true);
  const watch = useRef<SheetWatch>();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const watching = new SheetWatch({
      attemptId,
      token,
      device: tabId,
      onState(heard, roundTrip) {
        clock.aim(heard.now, roundTrip);
        setLive((before) => hear(before, heard));
        latest.current.onHeard(heard);
      },
      onReach(isNow) {
        setReached(isNow);
        if (isNow) latest.current.onReached();
      },
    });
    watch.current = watching;
    watching.start();
    const onShown = (): void => {
      if (document.visibilityState === 'visible') void watching.ask();
    };
    const onOnline = (): void => watching.restart();
    const onOffline = (): void => setReached(false);
    document.addEventListener('visibilitychange', onShown);
    window.addEventListener('online', onOnline);
    window.addEventListener('offline', onOffline);
    return () => {
      watching.stop();
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
    };
  }, [attemptId, token, clock]);
  return {
    ...live,
    isReached,
    ask: () => void watch.current?.ask(),
    reached() {
      if (isReached) return;
      setReached(true);
      watch.current?.restart();
    },
    dismissChange: () => setLive((before) => (before.change ? { ...before, change: undefined } : before)),
  };
}
