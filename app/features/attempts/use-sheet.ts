import { useBlocker, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import type { Answer } from './answer.ts';
import type { Autosave } from './device/autosave.ts';
import type { AutosaveView } from './device/autosave-view.ts';
import { PREDICTION } from './device/outbox.ts';
import { ServerClock } from './device/server-clock.ts';
import { forgetShown } from './device/shown.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { hashOf, slotOfHash } from './sheet-form.ts';
import { lockOf, type Lock } from './sheet-lock.ts';
import { useAutosave } from './use-autosave.ts';
import { useChosen, type Chosen } from './use-chosen.ts';
import { useLiveState, type Live } from './use-live-state.ts';
import { useOpenSheet } from './use-open-sheet.ts';
import { usePast } from './use-past.ts';

const LOOK_ON_EVERY_MS = 10_000;

export interface Sheet {
  readonly form: RefObject<HTMLFormElement>;
  readonly clock: ServerClock;
  readonly autosave: Autosave;
  readonly view: AutosaveView;
  readonly live: Live;
  /** What is to be answered, in its order: the questions, and the prediction where one is asked. */
  readonly items: readonly number[];
  /** The item on the screen; undefined until scripts run, when all of them are. */
  readonly current: number | undefined;
  /** Whether the check before submitting stands in its place. */
  readonly isChecking: boolean;
  readonly chosen: Chosen;
  /** Why nothing can be chosen now. */
  readonly lock: Lock | undefined;
  /** No connection to the server. */
  readonly isCut: boolean;
  readonly isGraceOver: boolean;
  /** @param ago how long ago it was given, ms */
  choose(slot: number, chosen: Answer, ago?: number): void;
  /** The copy for times without a line takes up what the page has loaded since. */
  keepOffline(): void;
  goTo(slot: number): void;
  goToCheck(): void;
}

/** What there is to answer on a sheet. */
export const itemsOf = (sheet: Pick<AnswerSheet, 'questions' | 'predictionAsks'>): number[] => [
  ...sheet.questions.map((question) => question.slot),
  ...(sheet.predictionAsks ? [PREDICTION] : []),
];

/** What the answer sheet knows and does when scripts run. The native inputs hold the answers; React does not control them. */
export function useSheet(sheet: AnswerSheet, serverNow: Instant, firstSlot: number): Sheet {
  const { attemptId, token, grace } = sheet;
  const form = useRef<HTMLFormElement>(null);
  const [clock] = useState(() => new ServerClock(serverNow));
  const items = useMemo(() => itemsOf(sheet), [sheet]);
  const chosen = useChosen(sheet, form);
  const ask = useRef<() => void>();
  const lastDeadline = useRef(sheet.deadlineAt);
  const [autosave, view] = useAutosave({
    attemptId,
    token,
    sequence: sheet.sequence,
    clock,
    onElsewhere: chosen.show,
    onSaved({ sequence, deadlineAt }) {
      chosen.noteSequence(sequence);
      // why ask: in a pause the deadline moves on by itself, and only the state tells it from a change.
      if (Math.abs(deadlineAt - lastDeadline.current) >= 1_000) ask.current?.();
    },
  });
  const live = useLiveState(sheet, {
    serverNow,
    clock,
    onHeard: (heard) => autosave.heardLead(heard.leads),
    // why: where the state gets through, what waits does too.
    onReached: () => autosave.view.line === 'cut' && autosave.wake(),
  });
  const { lastSavedAt, isSubmitted } = view;
  const { reached } = live;
  const latestReached = useRef(reached);
  latestReached.current = reached;
  useEffect(() => {
    if (lastSavedAt !== undefined || isSubmitted) latestReached.current();
  }, [lastSavedAt, isSubmitted]);
  ask.current = live.ask;
  lastDeadline.current = live.deadlineAt;
  const deadlineAt = live.leftInPause === undefined ? live.deadlineAt : undefined;
  const isOver = usePast(clock, deadlineAt);
  const isGraceOver = usePast(clock, deadlineAt === undefined ? undefined : deadlineAt + grace);
  const isCut = view.line === 'cut' || !live.isReached;
  const { current, isChecking, goTo, goToCheck } = usePlace(items);

  const keepOffline = useOpenSheet(sheet, {
    form,
    clock,
    autosave,
    chosen,
    begin: () => goTo(slotOfHash(location.hash) ?? firstSlot, false),
  });
  useLeaving({ attemptId, view, live, isCut, isGraceOver });
  useLookingOn(autosave, view.leads);
  const { note } = chosen;
  const choose = useCallback(
    (slot: number, answer: Answer, ago?: number) => {
      note([{ slot, chosen: answer }]);
      autosave.choose(slot, answer, ago);
    },
    [note, autosave],
  );
  const lock = lockOf(view, live, isOver);
  return {
    form,
    clock,
    autosave,
    view,
    live,
    items,
    current,
    isChecking,
    chosen: chosen.bySlot,
    lock,
    isCut,
    isGraceOver,
    choose,
    keepOffline,
    goTo(slot) {
      // why with the next question: by then the sentence about the time has been read.
      live.dismissChange();
      goTo(slot);
    },
    goToCheck,
  };
}

/** Which item is on the screen. It stands in the address, so that a reload and the way back come to it without the server. */
function usePlace(items: readonly number[]): Pick<Sheet, 'current' | 'isChecking' | 'goTo' | 'goToCheck'> & {
  goTo(slot: number, hasFocus?: boolean): void;
} {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [current, setCurrent] = useState<number>();
  useEffect(() => {
    const slot = slotOfHash(hash);
    if (slot !== undefined && items.includes(slot)) setCurrent((before) => (before === undefined ? before : slot));
  }, [hash, items]);
  const goTo = useCallback(
    (asked: number, hasFocus = true) => {
      const slot = items.includes(asked) ? asked : (items[0] ?? 1);
      setCurrent(slot);
      const isCheck = location.hash === '#check' && !hasFocus;
      if (!isCheck) navigate(hashOf(slot), { replace: true, preventScrollReset: true });
      if (!hasFocus) return;
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>(hashOf(slot))?.focus({ preventScroll: true });
        window.scrollTo({ top: 0 });
      });
    },
    [items, navigate],
  );
  const goToCheck = useCallback(() => {
    navigate('#check', { preventScrollReset: true });
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('#check')?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    });
  }, [navigate]);
  return { current, isChecking: current !== undefined && hash === '#check', goTo, goToCheck };
}

/** While another device leads, what is answered there appears here. */
function useLookingOn(autosave: Autosave, leads: boolean): void {
  useEffect(() => {
    if (leads) return;
    const timer = setInterval(() => void autosave.look(), LOOK_ON_EVERY_MS);
    return () => clearInterval(timer);
  }, [autosave, leads]);
}

/** Leads to the result once there is one, and keeps the sheet on the screen while no other page can be reached. */
function useLeaving({
  attemptId,
  view,
  live,
  isCut,
  isGraceOver,
}: Pick<Sheet, 'view' | 'live' | 'isCut' | 'isGraceOver'> & { attemptId: string }): void {
  const navigate = useNavigate();
  const isFinished = view.isSubmitted || live.state !== 'inProgress' || isGraceOver;
  const isTold = view.waiting.size === 0 && view.refused.size === 0;
  const leaves = !isCut && (view.isSubmitted || (isFinished && isTold));
  useEffect(() => {
    if (!leaves) return;
    forgetShown(attemptId);
    navigate(paths.result(attemptId), { replace: true });
  }, [leaves, navigate, attemptId]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isCut && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state === 'blocked') blocker.reset();
  }, [blocker]);
}
