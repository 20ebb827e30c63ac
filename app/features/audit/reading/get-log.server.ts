import type { Instant } from '#app/domain/kernel/time.ts';
import { keyedHash } from '#app/platform/sealed-field.server.ts';
import { findAccountId } from '../../identity/index.server.ts';
import { findLastSeal, type LogRow } from '../log.repo.server.ts';
import { periodOf, type LogQuery } from './log-query.ts';
import {
  countUnsealed,
  findLastCheck,
  findOfficials,
  findTitles,
  pageActs,
  subjectsOfContest,
  type LogCursor,
  type LogFilter,
} from './log-view.repo.server.ts';

const PAGE = 50;
const FILE_PAGE = 500;

/** Who acted: an official by name, anybody else by a code that says no more than that it was the same one. */
export type ActPerson =
  | { readonly kind: 'system' }
  | { readonly kind: 'official'; readonly name: string }
  | { readonly kind: 'code'; readonly code: string };

/** An act as people read it. */
export interface ActView {
  readonly id: string;
  readonly at: Instant;
  readonly who: ActPerson;
  readonly action: string;
  /** The kind of what it is about: "attempt", "contest", … */
  readonly subjectKind: string;
  /** Its name, where it has one that is not a person's; else its id, or the code of an account. */
  readonly subject: string;
  /** The whole of it, to ask for all acts on the same. */
  readonly subjectKey: string;
  readonly detail: readonly (readonly [string, string])[];
  /** Its place in the chain; undefined until it is sealed. */
  readonly sequence: number | undefined;
}

/** A code for an account in the log: the same for the same person, and of no use elsewhere. */
const codeOf = (accountId: string): string => keyedHash('audit', `person:${accountId}`).slice(0, 8).toUpperCase();

/** why: ids of rows and their keyed hashes are for the check, not for people. */
const HIDDEN: ReadonlySet<string> = new Set(['rows', 'last']);

function detailOf(text: string): [string, string][] {
  try {
    const detail = JSON.parse(text) as Record<string, unknown>;
    return Object.entries(detail).flatMap(([name, value]) =>
      HIDDEN.has(name)
        ? []
        : [[name, name === 'accountId' ? codeOf(String(value)) : String(value)] as [string, string]],
    );
  } catch {
    return [['?', text.slice(0, 200)]];
  }
}

const idOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

async function viewsOf(rows: readonly LogRow[]): Promise<ActView[]> {
  const accounts = rows.flatMap(({ subject }) => (subject.startsWith('account:') ? [idOf(subject)] : []));
  const [names, titles] = await Promise.all([
    findOfficials([...rows.flatMap(({ actorId }) => actorId ?? []), ...accounts]),
    findTitles(rows.map(({ subject }) => subject)),
  ]);
  const personOf = (id: string | null): ActPerson => {
    if (id === null) return { kind: 'system' };
    const name = names.get(id);
    return name === undefined ? { kind: 'code', code: codeOf(id) } : { kind: 'official', name };
  };
  return rows.map(({ id, at, actorId, action, subject, detail, sequence }) => {
    const [subjectKind = ''] = subject.split(':');
    const isAccount = subjectKind === 'account';
    const name = isAccount ? (names.get(idOf(subject)) ?? codeOf(idOf(subject))) : titles.get(subject);
    return {
      id,
      at: at.getTime(),
      who: personOf(actorId),
      action,
      subjectKind,
      subject: name ?? (subject.includes(':') ? idOf(subject) : ''),
      subjectKey: subject,
      detail: detailOf(detail),
      sequence: sequence ?? undefined,
    };
  });
}

/** The question in the words of the table; undefined where nothing can answer it. */
async function filterOf(query: LogQuery): Promise<LogFilter | undefined> {
  const actorId = query.who === '' ? undefined : await findAccountId(query.who);
  if (query.who !== '' && actorId === undefined) return undefined;
  const ofContest = query.contest === '' ? undefined : await subjectsOfContest(query.contest);
  if (query.contest !== '' && !ofContest) return undefined;
  const asked = query.subject === '' ? undefined : subjectsAsked(query.subject);
  const subjects = asked && ofContest ? asked.filter((each) => ofContest.includes(each)) : (asked ?? ofContest);
  const action = query.act === '' ? undefined : query.act;
  return { actorId, action, subjects, ...periodOf(query) };
}

const KINDS = ['attempt', 'account', 'adjustment', 'contest', 'item', 'round', 'unit'] as const;
const subjectsAsked = (text: string): string[] =>
  text.includes(':') ? [text] : KINDS.map((kind) => `${kind}:${text}`);

const cursorText = ({ at, id }: { at: Date; id: string }): string => `${at.getTime()}.${id}`;

function readCursor(text: string): LogCursor | undefined {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/u.test(at) && id !== '' ? { at: Number(at), id } : undefined;
}

/** A page of the log. */
export interface LogPage {
  readonly acts: readonly ActView[];
  /** For going on behind the last of them; undefined at the end. */
  readonly next: string | undefined;
}

/** Acts that answer a question, the newest first. */
export async function getLog(query: LogQuery): Promise<LogPage> {
  const filter = await filterOf(query);
  if (!filter) return { acts: [], next: undefined };
  const rows = await pageActs(filter, readCursor(query.after), PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { acts: await viewsOf(shown), next: rows.length > PAGE && last ? cursorText(last) : undefined };
}

/** All acts that answer a question, page by page, the newest first. */
export async function* readLog(query: LogQuery): AsyncGenerator<readonly ActView[]> {
  const filter = await filterOf(query);
  for (let after: LogCursor | undefined; filter;) {
    const rows = await pageActs(filter, after, FILE_PAGE);
    yield await viewsOf(rows);
    const last = rows.at(-1);
    if (!last || rows.length < FILE_PAGE) return;
    after = { at: last.at.getTime(), id: last.id };
  }
}

/** How the log stands: its last signature, what waits, and the last check. */
export async function getLogState() {
  const [seal, waiting, check] = await Promise.all([findLastSeal(), countUnsealed(), findLastCheck()]);
  return { seal: seal && { sequence: seal.sequence, hash: seal.hash, at: seal.at.getTime() }, waiting, check };
}

export type LogState = Awaited<ReturnType<typeof getLogState>>;
