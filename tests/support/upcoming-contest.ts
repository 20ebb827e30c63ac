// A contest that has not opened yet, put into the database of the demonstration: content has none at every time of the year.
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DAY, MINUTE } from '#app/domain/kernel/time.ts';

/** Copies a contest and its rounds under another slug, with every round opening that much later than now. */
export function anUpcomingContest(slug: string, like: string, opensIn = 30 * MINUTE): void {
  const db = new BetterSqlite3(join(process.env['E2E_FOLDER'] ?? '', 'demo.db'));
  try {
    const at = (ms: number): string => new Date(Date.now() + ms).toISOString().replace('Z', '+00:00');
    const known = db.prepare('SELECT id FROM Contest WHERE slug = ?').get(slug);
    if (known) return;
    const contest = db.prepare('SELECT * FROM Contest WHERE slug = ?').get(like) as Row;
    const rounds = db.prepare('SELECT * FROM Round WHERE contestId = ?').all(contest['id']) as Row[];
    const id = `cuoc-thi-${slug}`;
    insert(db, 'Contest', { ...contest, id, slug, title: 'Cuộc thi sắp mở', isEdited: 1 });
    for (const round of rounds) {
      const times = { opensAt: at(opensIn), closesAt: at(opensIn + DAY) };
      insert(db, 'Round', {
        ...round,
        ...times,
        id: `${id}-${String(round['number'])}`,
        contestId: id,
        settledAt: null,
      });
    }
  } finally {
    db.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

function insert(db: BetterSqlite3.Database, table: 'Contest' | 'Round', row: Row): void {
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
}
