import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unitPagesOf } from '#app/domain/identity/unit-pages.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireUnitRight } from '#app/features/identity/guard.server.ts';
import { listPeopleOfUnit } from '#app/features/identity/index.server.ts';
import { listTopics } from '#app/features/lessons/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import {
  getMissingPage,
  getReminder,
  missingSubject,
  scopeChoiceOf,
  subjectDetail,
  subjectQuery,
} from '#app/features/participation/index.server.ts';
import { MissingOnPaper } from '#app/features/participation/missing/missing-names.tsx';
import { MissingView } from '#app/features/participation/missing/missing-view.tsx';
import { SubjectChoice } from '#app/features/participation/missing/subject-choice.tsx';
import { ContestScopeChoice } from '#app/features/participation/scope-choice.tsx';
import { rosterCounts } from '#app/features/rosters/index.server.ts';
import { getUnit } from '#app/features/units/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { pageOf, requireReason } from '#app/platform/http/query.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { missingText } from '#app/text/missing.ts';
import { headsStyles } from '#app/ui/heads-styles.ts';
import { useText } from '#app/ui/locale.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { UnitHead } from '#app/ui/unit-head.tsx';

export const links = headsStyles;
export const meta = pageTitle<typeof loader>((locale, page) => page && missingText[locale].pageTitle(page.unit.name));

/** A list of more people than this is given for a reason. */
const MANY = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const unitId = params['unitId'] ?? '';
  const { actor, place } = await requireUnitRight(request, 'see-people-of-unit', { unitId, now: at });
  const url = new URL(request.url);
  const [found, contests, topics] = await Promise.all([
    getUnit({ unitId, now: at }),
    listContests(at),
    listTopics({ actor: undefined }),
  ]);
  const subject = missingSubject(url.searchParams, contests, topics);
  if (!found.ok || !subject.ok) throw refusalPage('not-found');
  const { unit, ancestors } = found.value;
  const head = {
    unit: { id: unit.id, name: unit.name },
    ancestors: ancestors.map(({ id, name }) => ({ id, name })),
    pages: unitPagesOf(actor, place),
    topics: topics.map(({ slug, title }) => ({ slug, title })),
    now: at,
  };
  if (!subject.value) return { ...head, shown: undefined };
  const isWhole = url.searchParams.get('view') === 'print';
  const query = isWhole ? '' : (url.searchParams.get('q') ?? '').slice(0, 100);
  const page = await getMissingPage({
    unitId,
    subject: subject.value,
    people: await listPeopleOfUnit(unitId),
    query,
    page: pageOf(request),
    unitsPage: Math.max(1, Math.floor(Number(url.searchParams.get('units')) || 1)),
    isWhole,
    now: at,
  });
  if (page.list.rows.length > 0) {
    const purpose = isWhole ? 'print' : 'list';
    const detail = { ...subjectDetail(subject.value), purpose, people: page.list.rows.length };
    const reason = page.list.rows.length > MANY ? requireReason(request) : '';
    await recordLook({ actor, action: 'people-of-unit.seen', subject: `unit:${unitId}`, detail, reason, now: at });
  }
  const roster = (await rosterCounts([unitId], contests[0]?.contest.id ?? '')).get(unitId);
  const origin = env().APP_ORIGIN ?? url.origin;
  const asked = { subject: subject.value, branch: page.branch, origin, now: at };
  return {
    ...head,
    shown: {
      page,
      query,
      isWhole,
      subject: subjectQuery(subject.value),
      topicSlug: subject.value.kind === 'topic' ? subject.value.topic.slug : undefined,
      choice: subject.value.kind === 'contest' ? scopeChoiceOf(contests, subject.value.chosen) : undefined,
      reminder: await getReminder({ ...asked, unit }),
      roster: roster && { withoutAccount: roster.people - roster.matched },
    },
  };
}

export default function MissingPage() {
  const t = useText(missingText);
  const { unit, ancestors, pages, topics, now: at, shown } = useLoaderData<typeof loader>();
  if (shown?.isWhole) {
    const { reminder, page, subject } = shown;
    return <MissingOnPaper unitName={unit.name} title={reminder.title} list={page.list} at={at} back={`?${subject}`} />;
  }
  return (
    <div className="stack-l">
      <UnitHead unit={unit} ancestors={ancestors} pages={pages} here="missing" title={t.title} />
      <SubjectChoice topics={topics} topicSlug={shown?.topicSlug} />
      {shown?.choice && <ContestScopeChoice {...shown.choice} />}
      {shown ? <MissingView unit={unit} {...shown} /> : <p className="notice">{t.noContest}</p>}
    </div>
  );
}
