import { database } from '#app/platform/db/client.server.ts';

const DEMO_CREATED = 'demo.created';

/** Whether an act of this kind stands in the audit log. */
const hasAct = async (action: string): Promise<boolean> =>
  (await (await database()).auditEntry.count({ where: { action }, take: 1 })) > 0;

/** Whether the demonstration has put its made-up people into this database. */
export const hasDemoData = (): Promise<boolean> => hasAct(DEMO_CREATED);

/** Whether the database answers a read. */
export async function canRead(): Promise<boolean> {
  await (await database()).unit.count({ take: 1 });
  return true;
}
