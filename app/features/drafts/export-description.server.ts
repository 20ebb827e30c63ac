import { findContest } from '#app/features/contests/index.server.ts';
import { findPublished, finalOf } from './check-description.server.ts';
import { descriptionOf } from './description-of.ts';
import { toYaml } from './description-yaml.server.ts';
import { findDraft } from './draft.repo.server.ts';

/** A description as a text to download. */
export interface ExportedDescription {
  readonly slug: string;
  readonly yaml: string;
}

/** A published contest as YAML; undefined when there is none. The access code is in it: for organizers only. */
export async function exportContest(slug: string): Promise<ExportedDescription | undefined> {
  const contest = await findContest({ slug });
  return contest && { slug: contest.slug, yaml: toYaml(descriptionOf(contest)) };
}

/** A draft as YAML, as far as it goes; undefined when there is none. */
export async function exportDraft(draftId: string): Promise<ExportedDescription | undefined> {
  const draft = await findDraft(draftId);
  if (!draft) return undefined;
  const published = await findPublished(draft.contestSlug);
  return { slug: draft.description.slug ?? 'ban-nhap', yaml: toYaml(finalOf(draft.description, published)) };
}
