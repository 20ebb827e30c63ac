import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { CategoryFields } from '#app/features/contests/category-fields.tsx';
import { CategoriesForm } from '#app/features/contests/entry.schema.ts';
import { changeCategories, getOwnCategories } from '#app/features/contests/index.server.ts';
import { requireActor } from '#app/features/identity/guard.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage, statusOf } from '#app/platform/http/respond.server.ts';
import { categoriesText } from '#app/text/categories.ts';
import { contestsText } from '#app/text/contests.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';

export const meta = formTitle<typeof loader>((locale) => categoriesText[locale].title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const own = await getOwnCategories(actor, params['contestSlug'] ?? '');
  if (!own) throw refusalPage('not-found');
  return { ...own, done: new URL(request.url).searchParams.get('done'), isFaulted: hasFaults(context) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = now();
  const actor = await requireActor(request);
  const contestSlug = params['contestSlug'] ?? '';
  const form = await readForm(request, CategoriesForm);
  if (!form.ok) throw refusalPage('invalid');
  const { intent, categories, agreesToCategories } = form.value;
  const wish =
    intent === 'withdraw' ? { categories: [], agreesToCategories: false } : { categories, agreesToCategories };
  const changed = await changeCategories({ actor, contestSlug, ...wish, now: at });
  if (changed.ok) {
    throw redirect(`${paths.ownCategories(contestSlug)}?done=${changed.value ? 'saved' : 'withdrawn'}`);
  }
  if (changed.error === 'not-found') throw refusalPage('not-found');
  noteFaults(context);
  return data({ chosen: categories }, { status: statusOf(changed.error) });
}

export default function CategoriesPage() {
  const t = useText(categoriesText);
  const contests = useText(contestsText);
  const { contest, asked, chosen, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer ? undefined : { saved: t.saved, withdrawn: t.withdrawn }[done ?? ''];
  const kept = chosen ?? [];
  return (
    <div className="narrow stack-l">
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: contests.listTitle },
          { to: paths.contest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={t.title}
      />
      <h1>{t.title}</h1>
      {said && (
        <p className="notice notice--good" role="status">
          {said}
        </p>
      )}
      {answer && (
        <p className="notice notice--bad" role="alert">
          {t.consentMissing}
        </p>
      )}
      {chosen === undefined ? (
        <p className="notice">{asked.length === 0 ? t.notAsked : t.notEntered}</p>
      ) : (
        <section className="panel stack" aria-label={t.title}>
          <p>
            {t.now}: <strong>{kept.length === 0 ? t.none : kept.map((each) => t.names[each]).join('; ')}</strong>
          </p>
          <p className="quiet">{asked.length === 0 ? t.notAsked : t.lead}</p>
          <Form method="post" className="stack" key={`${done ?? ''}${kept.join()}`}>
            {asked.length > 0 && (
              <CategoryFields asked={asked} chosen={answer?.chosen ?? kept} agrees={kept.length > 0} of="own" />
            )}
            <div className="row">
              {asked.length > 0 && (
                <button className="button" name="intent" value="save">
                  {t.save}
                </button>
              )}
              {kept.length > 0 && (
                <button className="button button--quiet" name="intent" value="withdraw">
                  {t.withdraw}
                </button>
              )}
            </div>
          </Form>
        </section>
      )}
      <p>
        <Link to={paths.contest(contest.slug)}>{t.toContest}</Link>
      </p>
    </div>
  );
}
