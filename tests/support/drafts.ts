// Drafts in tests: somebody who manages contests, a draft with everything that publishing needs, and saving a section.
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { createDraft, getDraft, getSection, saveSection } from '#app/features/drafts/index.server.ts';
import type { DraftOrigin } from '#app/features/drafts/index.server.ts';
import { sectionOf } from '#app/features/drafts/sections/section-of.ts';
import type { SectionName } from '#app/features/drafts/sections/section.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Description } from '#app/features/drafts/description.ts';
import { OPENING } from './clock.ts';
import { aUnit, anAccount, anItem } from './factories.ts';

export const NO_LESSONS = { topics: {}, lessons: {} };

/** A province with somebody who manages its contests. */
export async function aManager(): Promise<Actor> {
  const root = await aUnit({ id: 'tinh', name: 'Tỉnh' });
  const account = await anAccount({ unit: root, grants: [{ role: 'organizer', unit: root }] });
  const grants = [{ role: 'organizer', unitId: root.id, unitPath: root.path }] as const;
  return { accountId: account.id, unitId: root.id, unitPath: root.path, birthYear: account.birthYear, grants };
}

/** A draft that begins as asked; creating it must not be refused. */
export async function begun(actor: Actor, origin: DraftOrigin = { from: 'blank' }, now = OPENING): Promise<string> {
  const created = await createDraft({ actor, origin, now });
  if (!created.ok) throw new Error(`the draft was refused: ${created.error}`);
  return created.value;
}

/** What is stored of a draft. */
export async function storedDraft(draftId: string): Promise<{ description: Description; version: number }> {
  const row = await (await database()).contestDraft.findUniqueOrThrow({ where: { id: draftId } });
  return { description: JSON.parse(row.description) as Description, version: row.updatedAt.getTime() };
}

/** Fields of a section as a browser would send them: those that stand, with some changed. */
export type Fields = Record<string, unknown>;

/** Saves a section with some of its fields changed, as a person does who has just opened its page. */
export async function save(
  actor: Actor,
  draftId: string,
  section: SectionName,
  change: (form: never) => Fields,
  { round = 0, now = OPENING, base }: { round?: number; now?: Instant; base?: string } = {},
): ReturnType<typeof saveSection> {
  const view = await getSection(draftId, { section, round }, { lessonNames: NO_LESSONS, now });
  if (!view) throw new Error(`there is no section ${section} of ${draftId}`);
  const form = change(view.form as never);
  const value: unknown = sectionOf(section).schema.parse(form);
  const place = { section, round: view.round };
  return saveSection({ actor, draftId, place, value, base: base ?? view.base, now });
}

/** A draft of a whole new contest, with questions enough in the bank. */
export async function aWholeDraft(actor: Actor, title = 'Hội thi tìm hiểu biên giới'): Promise<string> {
  const draftId = await begun(actor);
  for (let item = 0; item < 20; item += 1) await anItem();
  const saved = await save(actor, draftId, 'general', () => ({
    title,
    organizer: 'Ban Tuyên giáo và Dân vận',
    audience: 'Mọi người trong tỉnh',
  }));
  if (!saved.ok) throw new Error(`saving was refused: ${saved.error}`);
  return draftId;
}

/** Errors and warnings of a draft, as sentences. */
export async function faultsOf(draftId: string, now: Instant = OPENING): Promise<string[]> {
  const draft = await getDraft(draftId, { lessonNames: NO_LESSONS, now });
  return (draft?.faults ?? []).map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message}`);
}
