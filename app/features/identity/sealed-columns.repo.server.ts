import { isPhone } from '#app/domain/identity/sign-in-name.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { keyedHash, seal } from '#app/platform/sealed-field.server.ts';
import { phonePlace, storedName } from './kept-name.server.ts';

/** A sealed text in a row: where it is, and the place that it was sealed for. */
export interface SealedText {
  readonly key: string;
  readonly place: string;
  readonly sealed: string;
}

/** A column that holds sealed texts: how to read them in turn, and how to put the same text back, sealed anew. */
export interface SealedColumn {
  readonly name: string;
  /** Those after a key that the newest secret did not seal. */
  read(after: string, take: number, newest: string): Promise<SealedText[]>;
  /** Stores a text, sealed anew, unless the row was changed meanwhile. @returns whether it did */
  store(tx: Tx, row: SealedText, text: string): Promise<boolean>;
}

const did = ({ count }: { count: number }): boolean => count > 0;

const phones: SealedColumn = {
  name: 'Account.phoneSealed',
  async read(after, take, newest) {
    const rows = await (
      await database()
    ).account.findMany({
      where: { id: { gt: after }, phoneSealed: { not: null }, NOT: { phoneSealed: { startsWith: newest } } },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, phoneSealed: true },
    });
    return rows.map(({ id, phoneSealed }) => ({ key: id, place: phonePlace(id), sealed: phoneSealed ?? '' }));
  },
  // The keyed hash by which the number is found goes with it.
  store: async (tx, { key, place, sealed }, phone) =>
    did(
      await tx.account.updateMany({
        where: { id: key, phoneSealed: sealed },
        data: { phoneSealed: seal(phone, place), signInName: storedName(phone) },
      }),
    ),
};

const emails: SealedColumn = {
  name: 'Account.emailSealed',
  async read(after, take, newest) {
    const rows = await (
      await database()
    ).account.findMany({
      where: { id: { gt: after }, emailSealed: { not: null }, NOT: { emailSealed: { startsWith: newest } } },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, emailSealed: true },
    });
    return rows.map(({ id, emailSealed }) => ({
      key: id,
      place: `Account.emailSealed:${id}`,
      sealed: emailSealed ?? '',
    }));
  },
  store: async (tx, { key, place, sealed }, email) =>
    did(
      await tx.account.updateMany({
        where: { id: key, emailSealed: sealed },
        data: {
          emailSealed: seal(email, place),
          emailIndex: keyedHash('blind-index', `email:${email.toLowerCase()}`),
        },
      }),
    ),
};

const totpSecrets: SealedColumn = {
  name: 'Totp.secret',
  async read(after, take, newest) {
    const rows = await (
      await database()
    ).totp.findMany({
      where: { accountId: { gt: after }, NOT: { secret: { startsWith: newest } } },
      orderBy: { accountId: 'asc' },
      take,
      select: { accountId: true, secret: true },
    });
    return rows.map((row) => ({ key: row.accountId, place: `Totp.secret:${row.accountId}`, sealed: row.secret }));
  },
  store: async (tx, { key, place, sealed }, text) =>
    did(await tx.totp.updateMany({ where: { accountId: key, secret: sealed }, data: { secret: seal(text, place) } })),
};

// why by account: a child has few consents, and all of them are read with it.
const guardians: SealedColumn = {
  name: 'Consent.guardian',
  async read(after, take, newest) {
    const db = await database();
    const where = { accountId: { gt: after }, guardian: { not: '' }, NOT: { guardian: { startsWith: newest } } };
    const page = await db.consent.findMany({
      where,
      orderBy: { accountId: 'asc' },
      distinct: ['accountId'],
      take,
      select: { accountId: true },
    });
    const last = page.at(-1)?.accountId;
    if (last === undefined) return [];
    const rows = await db.consent.findMany({
      where: { ...where, accountId: { gt: after, lte: last } },
      orderBy: { accountId: 'asc' },
      select: { accountId: true, guardian: true },
    });
    return rows.map((row) => ({
      key: row.accountId,
      place: `Consent.guardian:${row.accountId}`,
      sealed: row.guardian,
    }));
  },
  store: async (tx, { key, place, sealed }, text) =>
    did(
      await tx.consent.updateMany({
        where: { accountId: key, guardian: sealed },
        data: { guardian: seal(text, place) },
      }),
    ),
};

/** @param column a sealed column of messages that wait or were sent */
const ofMessage = (column: 'recipient' | 'body'): SealedColumn => ({
  name: `OutgoingMessage.${column}`,
  async read(after, take, newest) {
    const rows = await (
      await database()
    ).outgoingMessage.findMany({
      where: { id: { gt: after }, [column]: { not: '' }, NOT: { [column]: { startsWith: newest } } },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, recipient: true, body: true },
    });
    return rows.map((row) => ({ key: row.id, place: `OutgoingMessage.${column}:${row.id}`, sealed: row[column] }));
  },
  store: async (tx, { key, place, sealed }, text) =>
    did(
      await tx.outgoingMessage.updateMany({
        where: { id: key, [column]: sealed },
        data: { [column]: seal(text, place) },
      }),
    ),
});

/** Every column that holds sealed texts for longer than an hour. Whoever adds such a column adds it here. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  phones,
  emails,
  totpSecrets,
  guardians,
  ofMessage('recipient'),
  ofMessage('body'),
];

/** Accounts whose phone number still stands in clear, in the order of their ids. */
export async function findPlainPhones(after: string, take: number): Promise<{ id: string; signInName: string }[]> {
  return (await database()).account.findMany({
    where: { id: { gt: after }, signInName: { startsWith: '0' } },
    orderBy: { id: 'asc' },
    take,
    select: { id: true, signInName: true },
  });
}

/** Keeps a phone number sealed that stood in clear. @returns whether it did: the row may have changed meanwhile */
export async function sealPlainPhone(tx: Tx, { id, signInName }: { id: string; signInName: string }): Promise<boolean> {
  if (!isPhone(signInName)) return false;
  const sealed = storedName(signInName);
  if (await tx.account.findUnique({ where: { signInName: sealed }, select: { id: true } })) return false;
  const data = { signInName: sealed, phoneSealed: seal(signInName, phonePlace(id)) };
  return did(await tx.account.updateMany({ where: { id, signInName }, data }));
}
