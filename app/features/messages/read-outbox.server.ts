import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '#app/platform/env.server.ts';
import { OUTBOX } from './senders/choose-senders.server.ts';

const MOST = 20;

/** The newest messages of the local outbox in full. In the demonstration only: nobody gets them there. */
export async function readDemoOutbox(): Promise<{ name: string; text: string }[]> {
  if (env().DEMO !== '1') return [];
  const names = await readdir(OUTBOX).catch(() => []);
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(OUTBOX, name))).mtimeMs })));
  const newest = dated.toSorted((a, b) => b.at - a.at).slice(0, MOST);
  return Promise.all(
    newest.map(async ({ name }) => ({ name, text: readable(await readFile(join(OUTBOX, name), 'utf8')) })),
  );
}

/** A mail without the headers that only machines read, and its text decoded. */
function readable(mail: string): string {
  const [head = '', ...rest] = mail.split('\n\n');
  if (!/^Content-Type: text\/plain/mu.test(head)) return mail;
  const encoding = /^Content-Transfer-Encoding: (\S+)/mu.exec(head)?.[1];
  const body = rest.join('\n\n');
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : body;
  const to = /^To: .*$/mu.exec(head)?.[0] ?? '';
  return `${to}\n\n${text}`;
}

const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/gu, '')
      .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
