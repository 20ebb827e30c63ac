import { actText, linkText, NO_HASH, sealText } from '#app/domain/audit/canonical.ts';
import { MentionLedger, mentionsOf, shortMac, type Mention } from '#app/domain/audit/mentions.ts';
import { isMacOf } from '#app/platform/db/macs.server.ts';
import { idOfPublicKey, isSignedBy } from '#app/platform/signing-key.server.ts';
import { keptHead } from '../kept-head.server.ts';
import { findPublicKeys, KEY_ADDED, SEALING_BEGUN, type LogRow } from '../log.repo.server.ts';
import { findSeals } from '../rows.repo.server.ts';
import { sha256 } from '../seal-log.server.ts';
import { findLastSteps, pageLog, pageUnsealed, findSignatures } from './check.repo.server.ts';
import type { Findings } from './finding.ts';

const PAGE = 1_000;
/** The greatest number that the column holds. */
const LAST_PLACE = 2 ** 31 - 1;

/** Goes through the log from its beginning: keyed hashes, chain, signatures, and what acts say of rows and of ends of attempts. */
export class LogCheck {
  readonly #findings: Findings;
  readonly #ledger = new MentionLedger();
  readonly #signers = new Set<string>();
  readonly #known = new Set<string>();
  #keys = new Map<string, string>();
  #previous = NO_HASH;
  #sequence = 0;
  #lastSigned = 0;
  acts = 0;
  before = 0;
  unsealed = 0;
  signatures = 0;
  hasBegun = false;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  get head(): { sequence: number; hash: string } | undefined {
    return this.#sequence === 0 ? undefined : { sequence: this.#sequence, hash: this.#previous };
  }

  /** Runs it. Acts that come meanwhile are gone through too. */
  async run(): Promise<void> {
    this.#keys = new Map((await findPublicKeys()).map(({ id, publicKey }) => [id, publicKey]));
    await this.#chain();
    for (let after = ''; ;) {
      const page = await pageUnsealed(after, PAGE);
      this.unsealed += page.length;
      for (const act of page) this.#checkAct(act);
      await this.#follow(page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = last.id;
    }
    await this.#chain();
    await this.#checkEnd();
  }

  /** Rows that are not as the last act left them. */
  unexplained(): Mention[] {
    return this.#ledger.unexplained();
  }

  async #chain(): Promise<void> {
    const kept = keptHead();
    for (;;) {
      const page = await pageLog(this.#sequence, PAGE);
      const from = this.#sequence;
      for (const act of page) {
        this.#link(act);
        if (kept?.sequence === act.sequence && kept.hash !== act.hash) {
          this.#findings.add({ code: 'log-cut', table: 'AuditEntry', rowId: act.id, sequence: kept.sequence });
        }
      }
      await this.#checkSignatures(from, page);
      await this.#follow(page);
      if (page.length < PAGE) return;
    }
  }

  #link(act: LogRow): void {
    const sequence = act.sequence ?? 0;
    this.acts += 1;
    const isSound = this.#checkAct(act);
    for (let missing = this.#sequence + 1; missing < sequence && missing < this.#sequence + PAGE; missing += 1) {
      this.#findings.add({ code: 'act-missing', table: 'AuditEntry', rowId: '', sequence: missing });
    }
    const isNext = sequence === this.#sequence + 1;
    if (isSound && isNext && sha256(linkText(this.#previous, sequence, act)) !== act.hash) {
      this.#findings.add({ code: 'act-moved', table: 'AuditEntry', rowId: act.id, sequence });
    }
    this.#sequence = sequence;
    this.#previous = act.hash;
  }

  /** @returns whether the act is as the application wrote it, as far as its keyed hash tells */
  #checkAct(act: LogRow): boolean {
    const { id, mac, action, subject } = act;
    const sequence = act.sequence ?? undefined;
    if (mac === '' && !this.hasBegun) {
      this.before += 1;
      return true;
    }
    if (!isMacOf('audit', actText(act), mac)) {
      this.#findings.add({ code: mac === '' ? 'act-added' : 'act-changed', table: 'AuditEntry', rowId: id, sequence });
      return false;
    }
    if (action === SEALING_BEGUN) this.hasBegun = true;
    if (action === KEY_ADDED) this.#known.add(subject.slice('signing-key:'.length));
    return true;
  }

  /** What acts say of rows, and of how attempts ended, against what is stored. */
  async #follow(acts: readonly LogRow[]): Promise<void> {
    const mentions = acts.flatMap(({ detail }) => safeMentions(detail));
    const now = new Map<string, ReadonlyMap<string, string>>();
    for (const kind of new Set(mentions.map((mention) => mention.kind))) {
      const ids = mentions.flatMap((mention) => (mention.kind === kind ? [mention.rowId] : []));
      now.set(kind, await sealsOfAll(kind, ids));
    }
    for (const mention of mentions) {
      this.#ledger.take(mention, shortMac(now.get(mention.kind)?.get(mention.rowId) ?? ''));
    }
    const ends = acts.flatMap((act) => endOf(act) ?? []);
    const last = await findLastSteps(ends.map(({ attemptId }) => attemptId));
    for (const { attemptId, steps, mac } of ends) {
      const stored = last.get(attemptId);
      if (stored?.sequence === steps && shortMac(stored.mac) === mac) continue;
      this.#findings.add({ code: 'steps-cut', table: 'AttemptStep', rowId: attemptId, sequence: steps });
    }
  }

  async #checkSignatures(from: number, page: readonly LogRow[]): Promise<void> {
    const hashes = new Map(page.map(({ sequence, hash }) => [sequence, hash]));
    const to = page.at(-1)?.sequence;
    for (const seal of to === undefined || to === null ? [] : await findSignatures(from, to)) {
      const { sequence, hash, keyId, signature } = seal;
      const pem = this.#keys.get(keyId);
      const isRight =
        pem !== undefined &&
        idOfPublicKey(pem) === keyId &&
        isSignedBy(pem, sealText(seal, this.#lastSigned), signature);
      this.signatures += 1;
      this.#signers.add(keyId);
      this.#lastSigned = sequence;
      if (isRight && hashes.get(sequence) === hash) continue;
      const field = isRight ? 'hash' : 'signature';
      this.#findings.add({ code: 'seal-wrong', table: 'AuditSeal', rowId: String(sequence), sequence, field });
    }
  }

  async #checkEnd(): Promise<void> {
    const kept = keptHead();
    const beyond = await findSignatures(this.#sequence, LAST_PLACE);
    const longest = Math.max(kept?.sequence ?? 0, ...beyond.map(({ sequence }) => sequence));
    if (longest > this.#sequence) {
      this.#findings.add({ code: 'log-cut', table: 'AuditEntry', rowId: '', sequence: this.#sequence + 1 });
    }
    if (this.#lastSigned < this.#sequence) {
      const rowId = String(this.#sequence);
      this.#findings.add({ code: 'seal-missing', table: 'AuditSeal', rowId, sequence: this.#sequence });
    }
    const rowId = (id: string): { table: string; rowId: string } => ({ table: 'SigningKey', rowId: id });
    for (const id of new Set([...this.#signers, ...this.#keys.keys()])) {
      if (!this.#known.has(id)) this.#findings.add({ code: 'key-unknown', ...rowId(id) });
    }
    for (const id of this.#known) {
      const pem = this.#keys.get(id);
      if (pem === undefined) this.#findings.add({ code: 'row-removed', ...rowId(id) });
      else if (idOfPublicKey(pem) !== id) this.#findings.add({ code: 'row-changed', ...rowId(id), field: 'publicKey' });
    }
  }
}

async function sealsOfAll(kind: string, rowIds: readonly string[]): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (let from = 0; from < rowIds.length; from += PAGE) {
    for (const [rowId, mac] of await findSeals(kind, rowIds.slice(from, from + PAGE))) all.set(rowId, mac);
  }
  return all;
}

/** why: a detail that somebody changed by hand may be anything; its act is found by its keyed hash. */
function safeMentions(detail: string): Mention[] {
  try {
    return mentionsOf(detail);
  } catch {
    return [];
  }
}

function endOf({ action, subject, detail }: LogRow): { attemptId: string; steps: number; mac: string } | undefined {
  if (action !== 'attempt.submitted' && action !== 'attempt.expired') return undefined;
  try {
    const { steps, last } = JSON.parse(detail) as { steps?: unknown; last?: unknown };
    if (typeof steps !== 'number' || typeof last !== 'string') return undefined;
    return { attemptId: subject.slice('attempt:'.length), steps, mac: last };
  } catch {
    return undefined;
  }
}
