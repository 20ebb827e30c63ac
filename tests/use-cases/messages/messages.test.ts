// Messages from the act to the mailbox: against a mail server and a gateway that run here, and that misbehave.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';
import { dropOldMessages, listMessages, queueMessage, resendMessage } from '#app/features/messages/index.server.ts';
import { sendMessages, type Breakers } from '#app/features/messages/send-messages.server.ts';
import type { Senders } from '#app/features/messages/senders/choose-senders.server.ts';
import { httpSender } from '#app/features/messages/senders/http-sender.server.ts';
import { outboxSender } from '#app/features/messages/senders/outbox-sender.server.ts';
import { smtpSender } from '#app/features/messages/senders/smtp-sender.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { afterOpening } from '#tests/support/clock.ts';
import { useTestDatabase } from '#tests/support/database.ts';

useTestDatabase({ per: 'test' });

const NOW = afterOpening({ hours: 5 });
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const queue = (given: Partial<Parameters<typeof queueMessage>[1]> = {}): Promise<string> =>
  inTransaction((tx) =>
    queueMessage(tx, {
      channel: 'email',
      recipient: 'nguoi@example.vn',
      purpose: 'recoveryCode',
      subject: 'Mã lấy lại mật khẩu',
      text: 'Mã của bạn: ABCDE-12345',
      values: { code: 'ABCDE-12345' },
      now: NOW,
      ...given,
    }),
  );

const row = async (id: string) => (await database()).outgoingMessage.findUniqueOrThrow({ where: { id } });
const round = (senders: Senders, at = NOW, breakers: Breakers = new Map()) =>
  sendMessages({ senders, breakers, clock: () => at });

interface Mailbox {
  readonly url: string;
  readonly mails: { to: string[]; text: string }[];
  connections: number;
}

/** A mail server on this machine. @param refuse the status with which it refuses recipients */
async function aMailServer({
  refuse,
  isSilent = false,
}: { refuse?: number; isSilent?: boolean } = {}): Promise<Mailbox> {
  const box: Mailbox = { url: '', mails: [], connections: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect: (_session, done) => {
      box.connections += 1;
      if (!isSilent) done();
    },
    onRcptTo: (_address, _session, done) =>
      done(refuse === undefined ? null : Object.assign(new Error('no'), { responseCode: refuse })),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        box.mails.push({ to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise<void>((closed) => server.close(closed)));
  return Object.assign(box, { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
}

const FROM = 'Tìm Hiểu <tim-hieu@example.vn>';
const mailTo = (box: Mailbox, timeoutMs = 2_000): Senders => ({
  email: smtpSender({ url: box.url, from: FROM, timeoutMs }),
});

describe('a mail', () => {
  test('goes out once, and nothing of it stays in the table', async () => {
    const box = await aMailServer();
    const id = await queue();
    const before = await row(id);
    expect(before.recipient + before.body).not.toMatch(/nguoi|ABCDE/u);
    expect(await round(mailTo(box))).toBe(1);
    expect(await round(mailTo(box))).toBe(0);
    expect(box.mails).toHaveLength(1);
    expect(box.mails[0]?.to).toEqual(['nguoi@example.vn']);
    expect(box.mails[0]?.text).toContain(`Message-ID: <${id}@example.vn>`);
    expect(box.mails[0]?.text).toContain('ABCDE-12345');
    expect(await row(id)).toMatchObject({ state: 'sent', body: '', tries: 1, sentAt: new Date(NOW) });
  });

  test('has no header that whoever wrote it has smuggled in', async () => {
    const box = await aMailServer();
    await queue({ subject: 'Mã\r\nBcc: ke-xau@example.com\r\n\r\nxin chào' });
    const bad = await queue({ recipient: 'a@example.vn\r\nBcc: ke-xau@example.com' });
    const two = await queue({ recipient: 'a@example.vn,ke-xau@example.com' });
    await round(mailTo(box));
    expect(box.mails).toHaveLength(1);
    expect(box.mails[0]?.to).toEqual(['nguoi@example.vn']);
    expect(box.mails[0]?.text).not.toMatch(/^Bcc:/imu);
    for (const id of [bad, two]) expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'recipient' });
  });

  test('that the server refuses for good is not tried again, and keeps its text for a second try by hand', async () => {
    const box = await aMailServer({ refuse: 550 });
    const id = await queue();
    expect(await round(mailTo(box))).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'smtp 550' });
    const actor = { accountId: 'quan-tri', unitId: 't', unitPath: '/t/', birthYear: 1980, grants: [] };
    expect(await resendMessage({ actor, messageId: id, now: NOW })).toEqual({ ok: true, value: undefined });
    expect(await resendMessage({ actor, messageId: id, now: NOW })).toEqual({ ok: false, error: 'message-not-failed' });
    expect(await round(mailTo(await aMailServer()))).toBe(1);
    expect(await (await database()).auditEntry.count({ where: { action: 'message.resent' } })).toBe(1);
  });

  test('that the server cannot take now is tried again later', async () => {
    const id = await queue();
    await round(mailTo(await aMailServer({ refuse: 451 })));
    const waiting = await row(id);
    expect(waiting).toMatchObject({ state: 'waiting', lastError: 'smtp 451', nextTryAt: new Date(NOW + 30_000) });
    const box = await aMailServer();
    expect(await round(mailTo(box), NOW + 29_999)).toBe(0);
    expect(await round(mailTo(box), NOW + 30_000)).toBe(1);
    expect(box.mails).toHaveLength(1);
  });

  test('is not lost to a server that never answers, nor to one that is not there', async () => {
    const silent = await aMailServer({ isSilent: true });
    const id = await queue();
    await round(mailTo(silent, 300));
    expect(silent.connections).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 1 });
    await round({ email: smtpSender({ url: 'smtp://127.0.0.1:1', from: FROM }) }, NOW + 30_000);
    expect(await row(id)).toMatchObject({ state: 'waiting', tries: 2 });
    expect(await round(mailTo(await aMailServer()), NOW + DAY)).toBe(1);
  });

  test('whose code is over is not sent any more', async () => {
    const box = await aMailServer();
    const id = await queue({ expiresAt: NOW + 30 * MINUTE });
    await round(mailTo(box), NOW + 30 * MINUTE);
    expect(box.mails).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'expired', body: '' });
  });

  test('of an act that was taken back never goes out', async () => {
    const taken = inTransaction(async (tx) => {
      await queueMessage(tx, { ...OF_TAKEN_BACK, now: NOW });
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect(await (await database()).outgoingMessage.count()).toBe(0);
  });
});

const OF_TAKEN_BACK = { channel: 'email', recipient: 'a@b.vn', purpose: 'x', subject: 'x', text: 'x' } as const;

describe('several at once', () => {
  test('of two processes that send at the same time, each message goes out by one of them', async () => {
    const box = await aMailServer();
    for (let i = 0; i < 8; i += 1) await queue({ recipient: `nguoi${i}@example.vn` });
    const rounds = await Promise.all(Array.from({ length: 6 }, () => round(mailTo(box))));
    let sent = rounds.reduce((sum, count) => sum + count, 0);
    while (sent < 8) sent += await round(mailTo(box));
    expect(box.mails.map(({ to }) => String(to[0])).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, i) => `nguoi${i}@example.vn`),
    );
  });

  test('a message of a process that died in the middle goes out after its lease, under the same id', async () => {
    const id = await queue();
    const { dying, tried } = neverEnds();
    void round({ email: dying });
    await tried;
    const box = await aMailServer();
    expect(await round(mailTo(box), NOW + MINUTE)).toBe(0);
    expect(await round(mailTo(box), NOW + 2 * MINUTE)).toBe(1);
    expect(box.mails[0]?.text).toContain(`Message-ID: <${id}@`);
  });

  test('a sender that is out of order is left alone for a while, and does not hold up the others', async () => {
    for (let i = 0; i < 9; i += 1) await queue();
    const text = await queue({ channel: 'sms', recipient: '0912345678' });
    let calls = 0;
    const broken: Senders['email'] = {
      name: 'broken',
      send: () => ((calls += 1), Promise.resolve({ kind: 'failed', error: 'timeout' })),
    };
    const breakers: Breakers = new Map();
    const sms: Senders['sms'] = { name: 'good', send: () => Promise.resolve({ kind: 'sent' }) };
    for (let i = 0; i < 5; i += 1) await round({ email: broken, sms }, NOW, breakers);
    expect(calls).toBeLessThanOrEqual(8);
    expect(await row(text)).toMatchObject({ state: 'sent' });
  });
});

function neverEnds(): { dying: NonNullable<Senders['email']>; tried: Promise<void> } {
  let begin: () => void = () => undefined;
  const tried = new Promise<void>((resolve) => (begin = resolve));
  return { dying: { name: 'dying', send: () => (begin(), new Promise(() => undefined)) }, tried };
}

/** A gateway on this machine. */
async function aGateway(
  answer: (request: IncomingMessage, body: string) => { status: number; location?: string } | undefined,
) {
  const asked: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      asked.push({ headers: request.headers, body });
      const said = answer(request, body);
      if (!said) return;
      response.writeHead(said.status, said.location === undefined ? {} : { Location: said.location });
      response.end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => (server.closeAllConnections(), server.close()));
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send` };
}

const TEMPLATE = '{"to":"{{international}}","text":"{{text}}","template_data":{"otp":"{{code}}"},"n":1}';
const text = { channel: 'sms', recipient: '0912345678' } as const;

describe('a text message', () => {
  test('goes to the gateway with its token and its id, filled into the template and nothing beside it', async () => {
    const gateway = await aGateway(() => ({ status: 200 }));
    const id = await queue({ ...text, text: 'a","to":"84999999999' });
    expect(await round({ sms: httpSender({ url: gateway.url, token: 'bi-mat', template: TEMPLATE }) })).toBe(1);
    expect(gateway.asked[0]?.headers).toMatchObject({ authorization: 'Bearer bi-mat', 'idempotency-key': id });
    expect(JSON.parse(gateway.asked[0]?.body ?? '')).toEqual({
      to: '84912345678',
      text: 'a","to":"84999999999',
      template_data: { otp: 'ABCDE-12345' },
      n: 1,
    });
  });

  test('is not carried on to where the gateway points', async () => {
    const elsewhere = await aGateway(() => ({ status: 200 }));
    const gateway = await aGateway(() => ({ status: 307, location: elsewhere.url }));
    const id = await queue(text);
    await round({ sms: httpSender({ url: gateway.url, template: TEMPLATE }) });
    expect(elsewhere.asked).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'waiting', lastError: 'http 307' });
  });

  test.each([
    [400, 'failed'],
    [401, 'waiting'],
    [429, 'waiting'],
    [500, 'waiting'],
  ])('that is answered with %i is %s', async (status, state) => {
    const gateway = await aGateway(() => ({ status }));
    const id = await queue(text);
    await round({ sms: httpSender({ url: gateway.url, template: TEMPLATE }) });
    expect(await row(id)).toMatchObject({ state, lastError: `http ${status}` });
  });

  test('waits for a gateway that does not answer, or is not there', async () => {
    const gateway = await aGateway(() => undefined);
    const id = await queue(text);
    await round({ sms: httpSender({ url: gateway.url, template: TEMPLATE, timeoutMs: 200 }) });
    expect(await row(id)).toMatchObject({ state: 'waiting', lastError: 'timeout' });
    await round({ sms: httpSender({ url: 'http://127.0.0.1:1/', template: TEMPLATE }) }, NOW + MINUTE);
    expect(await row(id)).toMatchObject({ state: 'waiting', lastError: 'unreachable' });
  });

  test('is never sent over a line that others can read', () => {
    expect(() => httpSender({ url: 'http://sms.example.vn/', template: TEMPLATE })).toThrow('https');
    expect(() => httpSender({ url: 'https://sms.example.vn/', template: '{' })).toThrow('JSON');
  });
});

describe('the local outbox', () => {
  test('has each message once, in a file that only the owner reads', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'outbox-')), 'outbox');
    closing.push(() => rmSync(folder, { recursive: true }));
    const outbox = outboxSender({ folder, from: FROM });
    const [mail, sms] = [await queue(), await queue(text)];
    await round({ email: outbox, sms: outbox });
    const again = {
      id: mail,
      channel: 'email',
      recipient: 'nguoi@example.vn',
      subject: 'x',
      text: 'y',
      values: {},
    } as const;
    expect(await outbox.send(again)).toEqual({ kind: 'sent' });
    expect(readdirSync(folder).toSorted()).toEqual([`${mail}.eml`, `${sms}.txt`].toSorted());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, `${mail}.eml`)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, `${mail}.eml`), 'utf8')).toContain('To: nguoi@example.vn');
    expect(readFileSync(join(folder, `${sms}.txt`), 'utf8')).toContain('ABCDE-12345');
  });
});

describe('the list of messages', () => {
  test('says how each fares, and neither what it says nor to whom', async () => {
    await queue();
    await queue(text);
    await round({ sms: { name: 'good', send: () => Promise.resolve({ kind: 'sent' }) } });
    const list = await listMessages({ state: undefined, page: 1 });
    expect(list.counts).toEqual({ waiting: 1, sent: 1, failed: 0 });
    expect(JSON.stringify(list)).not.toMatch(/nguoi@|0912345678|ABCDE/u);
    expect(list.rows.map(({ recipient }) => recipient).toSorted()).toEqual(['09•• ••• 678', 'n•••@e•••.vn']);
    expect((await listMessages({ state: 'sent', page: 1 })).count).toBe(1);
  });

  test('forgets what is older than thirty days', async () => {
    await queue();
    expect(await dropOldMessages({ now: NOW + 30 * DAY })).toBe(0);
    expect(await dropOldMessages({ now: NOW + 30 * DAY + 1, isDryRun: true })).toBe(1);
    expect(await dropOldMessages({ now: NOW + 30 * DAY + 1 })).toBe(1);
    expect(await (await database()).outgoingMessage.count()).toBe(0);
  });
});
