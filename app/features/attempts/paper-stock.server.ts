import type { Instant } from '#app/domain/kernel/time.ts';
import { whenForgotten } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { takePrepared, type PaperSource, type PreparedPaper } from './prepared-form.repo.server.ts';

/** So many are taken from the database at once: one short transaction for as many starts. */
const BATCH = 64;
/** After a look that found nothing, starts draw for themselves this long before the next look. */
const EMPTY_MS = 2_000;

interface Stock {
  readonly papers: PreparedPaper[];
  /** The look at the database that is under way. */
  filling?: Promise<void> | undefined;
  emptyAt?: Instant | undefined;
}

/** Papers that this process has taken for starts to come, by their source. A process that dies takes some with it. */
const stocks = new Map<string, Stock>();

whenForgotten(() => stocks.clear());

const keyOf = ({ roundId, poolHash, ruleMark }: PaperSource): string => `${roundId} ${poolHash} ${ruleMark}`;

function stockOf(source: PaperSource): Stock {
  const key = keyOf(source);
  const known = stocks.get(key);
  if (known) return known;
  // why: what was drawn from another state of the bank, or by another rule, is of no more use.
  for (const other of stocks.keys()) if (other.startsWith(`${source.roundId} `)) stocks.delete(other);
  const stock: Stock = { papers: [] };
  stocks.set(key, stock);
  return stock;
}

/**
 * A paper that was drawn ahead, for one start; undefined where there is none left. To be asked for outside of a transaction:
 * it may need one of its own.
 */
export async function takePaper(source: PaperSource, now: Instant): Promise<PreparedPaper | undefined> {
  const stock = stockOf(source);
  for (;;) {
    const paper = stock.papers.pop();
    if (paper) return paper;
    const isEmpty = stock.emptyAt !== undefined && now >= stock.emptyAt && now - stock.emptyAt < EMPTY_MS;
    if (isEmpty) return undefined;
    // why one for all: thousands who start together must not all look.
    stock.filling ??= fill(stock, source, now).finally(() => (stock.filling = undefined));
    await stock.filling;
  }
}

async function fill(stock: Stock, source: PaperSource, now: Instant): Promise<void> {
  const taken = await inTransaction((tx) => takePrepared(tx, source, BATCH, now));
  stock.papers.push(...taken);
  stock.emptyAt = taken.length === 0 ? now : undefined;
}

/** Gives back a paper that surely nobody has got. */
export const giveBack = (source: PaperSource, paper: PreparedPaper): void => void stockOf(source).papers.push(paper);
