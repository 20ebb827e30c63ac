import { useEffect, useState } from 'react';
import type { ContestantRefusalCode } from '#app/domain/kernel/refusal.ts';
import { theOutbox, type Waiting } from './device/outbox.ts';
import { RefusedAnswers } from './refused-answers.tsx';

/** On the result: answers of this device that came too late to count, until the person has seen it. */
export function LateAnswers({ attemptId }: { attemptId: string }) {
  const [rows, setRows] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const found = await (await theOutbox()).read(attemptId);
      setRows(found.filter((row) => row.refusal));
    };
    void read();
  }, [attemptId]);
  if (rows.length === 0) return null;
  const forget = async (): Promise<void> => {
    setRows([]);
    const outbox = await theOutbox();
    await outbox.drop(
      attemptId,
      rows.map((row) => row.key),
    );
  };
  const refused = new Map(rows.map(({ slot, refusal }) => [slot, refusal as ContestantRefusalCode]));
  return <RefusedAnswers refused={refused} onUnderstood={() => void forget()} />;
}
