import type { Prisma } from '#prisma/generated/sqlite/client.ts';
import { rowIdOf, type SealedRow } from './macs.server.ts';
import type { RowSeals } from './row-seals.server.ts';
import type { SealedModel } from './sealed-model.ts';
import { SEALED_MODELS } from './sealed-models.ts';
import { orderedId } from './uuid.server.ts';

type Tx = Prisma.TransactionClient;
interface Args {
  readonly data?: SealedRow | readonly SealedRow[];
  readonly create?: SealedRow;
  readonly update?: SealedRow;
  readonly where?: object;
}
type Call = (verb: string, args: Args) => Promise<unknown>;

/**
 * The client of a transaction, by which whatever acts write to rows that results rest on is noted for sealing. It stands around the
 * client, so that no act can forget it. Statements that are written by hand are not seen: who writes one notes its rows.
 */
export function watchWrites(tx: Tx, seals: RowSeals): Tx {
  const delegates = new Map<string, unknown>();
  return new Proxy(tx, {
    get(target, name) {
      const real: unknown = Reflect.get(target, name);
      const model = typeof name === 'string' && Object.hasOwn(SEALED_MODELS, name) ? SEALED_MODELS[name] : undefined;
      if (!model || typeof name !== 'string') return typeof real === 'function' ? (real.bind(target) as unknown) : real;
      if (!delegates.has(name)) delegates.set(name, watchModel(model, real as object, seals));
      return delegates.get(name);
    },
  });
}

function watchModel(model: SealedModel, real: object, seals: RowSeals): object {
  const call: Call = (verb, args) => (Reflect.get(real, verb) as (args: Args) => Promise<unknown>).call(real, args);
  const verbs: Readonly<Record<string, (args: Args) => Promise<unknown>>> = {
    create: (args) => create(model, call, seals, args),
    createMany: (args) => create(model, call, seals, args, 'createMany'),
    update: (args) => change(model, call, seals, args, 'update'),
    updateMany: (args) => change(model, call, seals, args, 'updateMany'),
    upsert: (args) => upsert(model, call, seals, args),
    delete: (args) => remove(model, call, seals, args, 'delete'),
    deleteMany: (args) => remove(model, call, seals, args, 'deleteMany'),
  };
  return new Proxy(real, {
    get(target, name) {
      const own = typeof name === 'string' && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
      if (own) return (args: Args = {}) => own(args);
      if (typeof name === 'string' && UNWATCHED.has(name)) throw new Error(`${model.kind}.${name} would leave no seal`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Verbs of the client that nobody needs here, and that would write unseen. */
const UNWATCHED: ReadonlySet<string> = new Set(['createManyAndReturn', 'updateManyAndReturn']);

/** Gives a new row the id that the database would give it, so that it can be sealed without reading it back. */
const withId = ({ key }: SealedModel, row: SealedRow): SealedRow =>
  key[0] === 'id' && row['id'] === undefined ? { ...row, id: orderedId() } : row;

async function create(
  model: SealedModel,
  call: Call,
  seals: RowSeals,
  args: Args,
  verb: 'create' | 'createMany' = 'create',
): Promise<unknown> {
  const rows = [args.data ?? []].flat().map((row) => withId(model, row));
  const result = await call(verb, { ...args, data: verb === 'create' ? (rows[0] ?? {}) : rows });
  for (const row of rows) seals.note(model, { ...model.defaults, ...without(row) });
  return result;
}

async function change(
  model: SealedModel,
  call: Call,
  seals: RowSeals,
  args: Args,
  verb: 'update' | 'updateMany',
): Promise<unknown> {
  const data = without(args.data as SealedRow);
  const touches = Object.keys(data).some((name) => model.columns.includes(name) || model.key.includes(name));
  if (!touches) return call(verb, args);
  const before = await seals.sound(model, await found(call, verb, args));
  const result = await call(verb, args);
  await noteChanged(model, call, seals, { before, data });
  return result;
}

async function upsert(model: SealedModel, call: Call, seals: RowSeals, args: Args): Promise<unknown> {
  const before = await found(call, 'upsert', args);
  const row = withId(model, args.create as SealedRow);
  const sound = await seals.sound(model, before);
  const result = await call('upsert', { ...args, create: row });
  if (before.length === 0) seals.note(model, { ...model.defaults, ...without(row) });
  else await noteChanged(model, call, seals, { before: sound, data: without(args.update ?? {}) });
  return result;
}

async function remove(
  model: SealedModel,
  call: Call,
  seals: RowSeals,
  args: Args,
  verb: 'delete' | 'deleteMany',
): Promise<unknown> {
  const before = await seals.sound(model, await found(call, verb, args));
  const result = await call(verb, args);
  for (const row of before) seals.noteGone(model, row);
  return result;
}

/** The rows that a change is about; those of one by its key, those of many by what they have. */
async function found(call: Call, verb: string, { where = {} }: Args): Promise<SealedRow[]> {
  if (verb.endsWith('Many')) return (await call('findMany', { where })) as SealedRow[];
  const row = (await call('findUnique', { where })) as SealedRow | null;
  return row ? [row] : [];
}

/** What an act says; a column that it leaves undefined stays. */
const without = (data: SealedRow): SealedRow =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object' || value instanceof Date;

async function noteChanged(
  model: SealedModel,
  call: Call,
  seals: RowSeals,
  { before, data }: { before: readonly SealedRow[]; data: SealedRow },
): Promise<void> {
  // why not always read again: a finished attempt has its whole paper in its row.
  const isKnown = Object.values(data).every(isPlain);
  for (const was of before) {
    const merged = { ...was, ...data };
    const key = Object.fromEntries(model.key.map((column) => [column, merged[column]]));
    const [is] = isKnown ? [merged] : ((await call('findMany', { where: key })) as SealedRow[]);
    if (!is) continue;
    if (rowIdOf(model, is) !== rowIdOf(model, was)) seals.noteGone(model, was);
    seals.note(model, is);
  }
}
