import { asksTask } from '#app/domain/identity/registration-rush.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { env } from '#app/platform/env.server.ts';
import { networkHashesOf } from '#app/platform/http/where-from.server.ts';
import { createKeptThrottle } from '#app/platform/rate-limit.server.ts';
import { createTask, takeTask, type Task } from '#app/platform/tasks.server.ts';
import { triesByAddress } from './throttles.server.ts';

/** Where a new account comes from. */
export interface RegistersFrom {
  /** Undefined for a browser without the device cookie, which the register page gives. */
  readonly deviceHash: string | undefined;
  readonly clientAddress: string;
  readonly now: Instant;
}

const PURPOSE = 'register';
const HOUR_S = 3_600;
const TEN_MINUTES_S = 600;
const EVERYBODY = 'all';

/** A school registers at one computer too; nobody makes more than fifty accounts in an hour at one. */
const ofDevice = createKeptThrottle({ name: 'registered-device', tries: 50, seconds: HOUR_S });
/** All devices of a network that keep no cookie count as one. */
const withoutDevice = createKeptThrottle({ name: 'registered-no-device', tries: 50, seconds: HOUR_S });
/** A school of 300 behind one address passes three times over. */
const ofNetwork = createKeptThrottle({ name: 'registered-network', tries: 1_000, seconds: HOUR_S });
// These only say whether it is a rush; nobody is refused by them.
const rushOfNetwork = createKeptThrottle({ name: 'rush-network', tries: 1_000_000, seconds: TEN_MINUTES_S });
const rushOfAll = createKeptThrottle({ name: 'rush-all', tries: 1_000_000_000, seconds: TEN_MINUTES_S });
/** Whether a name is taken has to be told to who registers; told so often, and no more, to one network. */
const namesTold = createKeptThrottle({ name: 'names-told', tries: 40, seconds: HOUR_S });

/** Whether who registers from here does a task first, as things are now. */
export async function isTaskAsked({ deviceHash, clientAddress, now }: RegistersFrom): Promise<boolean> {
  if (env().REGISTRATION_TASK === 'always') return true;
  const { near } = networkHashesOf(clientAddress);
  const [fromDevice, fromNetwork, inAll] = await Promise.all([
    deviceHash === undefined ? 0 : ofDevice.countOf(deviceHash, now),
    // why not in the demonstration: all who look at it come from one address, often that of the machine itself.
    env().DEMO === '1' ? 0 : rushOfNetwork.countOf(near, now),
    rushOfAll.countOf(EVERYBODY, now),
  ]);
  return asksTask({ fromDevice, fromNetwork, inAll });
}

/** A task for a device that wants to register. Making one costs us something too, so an address gets only so many. */
export async function getRegistrationTask({
  clientAddress,
  now,
}: Pick<RegistersFrom, 'clientAddress' | 'now'>): Promise<Result<Task, 'too-many-tries'>> {
  if (!(await triesByAddress.take(clientAddress))) return refuse('too-many-tries');
  return ok(await createTask(PURPOSE, now));
}

/** Takes one of the tries of an address, before anything is worked out for it; false when none is left. */
export const takeRegisterTry = ({ clientAddress }: RegistersFrom): Promise<boolean> =>
  triesByAddress.take(clientAddress);

/** Whether another account may be made from here: within the budgets, and with the task done where one is asked. */
export async function mayRegister(
  from: RegistersFrom,
  task: string | undefined,
): Promise<Result<undefined, 'too-many-accounts' | 'task-needed'>> {
  const { deviceHash, clientAddress, now } = from;
  const { near } = networkHashesOf(clientAddress);
  const isOver =
    namesTold.isOver(near, now) ||
    ofNetwork.isOver(near, now) ||
    (deviceHash === undefined ? withoutDevice.isOver(near, now) : ofDevice.isOver(deviceHash, now));
  if (isOver) return refuse('too-many-accounts');
  if ((await isTaskAsked(from)) && !(await takeTask(task ?? '', PURPOSE, now))) return refuse('task-needed');
  return ok(undefined);
}

/** Takes one of the accounts that may be made from here; false when none is left. */
export async function takeAccount({ deviceHash, clientAddress, now }: RegistersFrom): Promise<boolean> {
  const { near } = networkHashesOf(clientAddress);
  const [byDevice, key] = deviceHash === undefined ? [withoutDevice, near] : [ofDevice, deviceHash];
  if (byDevice.isOver(key, now) || ofNetwork.isOver(near, now)) return false;
  return inTransaction(async (tx) => {
    if (!(await byDevice.takeIn(tx, key, now)) || !(await ofNetwork.takeIn(tx, near, now))) return false;
    await rushOfNetwork.takeIn(tx, near, now);
    await rushOfAll.takeIn(tx, EVERYBODY, now);
    return true;
  });
}

/** Takes one of the times that this network is told that a name is taken; false when it was told too often. */
export const mayTellName = ({ clientAddress, now }: RegistersFrom): Promise<boolean> =>
  namesTold.take(networkHashesOf(clientAddress).near, now);
