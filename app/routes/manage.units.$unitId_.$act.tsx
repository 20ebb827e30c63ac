import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayStart, dayText } from '#app/domain/units/unit-day.ts';
import { listContests } from '#app/features/contests/index.server.ts';
import { requireTopRight } from '#app/features/identity/guard.server.ts';
import { statusOfChange } from '#app/features/units/changing/change-status.ts';
import { commandOfForm } from '#app/features/units/changing/command-of-form.ts';
import { isUnitAct, UnitActForm } from '#app/features/units/changing/unit-act.schema.ts';
import { UnitActView, type UnitActAnswer } from '#app/features/units/changing/unit-act-view.tsx';
import * as units from '#app/features/units/index.server.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.server.ts';
import { hasFaults, noteFaults } from '#app/platform/http/fault-title.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { refusalPage } from '#app/platform/http/respond.server.ts';
import { manageText } from '#app/text/manage.ts';
import { unitActsText } from '#app/text/unit-acts.ts';
import { unitChangesText } from '#app/text/unit-changes.ts';
import { useText } from '#app/ui/locale.tsx';
import { formTitle } from '#app/ui/page-title.ts';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import { unitChangeStyles } from '#app/ui/unit-change-styles.ts';

export const links = unitChangeStyles;
export const meta = formTitle<typeof loader>(
  (locale, page) => page && `${unitActsText[locale].actNames[page.act]}: ${page.unit.name}`,
);

/** The act and the unit that the address names, for who may change the tree. */
async function subjectOf({ request, params }: LoaderFunctionArgs) {
  const at = now();
  const actor = await requireTopRight(request, 'change-units', at);
  const unit = await units.getManagedUnit(params['unitId'] ?? '', at);
  const act = params['act'];
  if (!unit || !isUnitAct(act) || unit.state === 'ended') throw refusalPage('not-found');
  return { at, actor, unit, act };
}

export async function loader(args: LoaderFunctionArgs) {
  const { at, unit, act } = await subjectOf(args);
  const { id, name, kind, block, code, guidance, takesPeople, above } = unit;
  const blocks = [...new Set([...(await units.getUnitIndex(at)).values()].flatMap((each) => each.block ?? []))];
  const day = dayText(at);
  const what = { name, kind, block: block ?? '', code: code ?? '', guidance, takesPeople: takesPeople ? 'yes' : '' };
  const initial =
    act === 'correct'
      ? { day, ...what }
      : { day, kind: act === 'found' ? 'commune' : kind, ...(act === 'merge' ? { block: what.block } : {}) };
  return { unit: { id, name }, above, act, blocks, initial, isFaulted: hasFaults(args.context) };
}

export async function action(args: ActionFunctionArgs) {
  const { at, actor, unit, act } = await subjectOf(args);
  const form = await readForm(args.request, UnitActForm);
  const refused = (answer: UnitActAnswer, status: number) => {
    noteFaults(args.context);
    return data(answer, { status });
  };
  if (!form.ok) return refused({ values: form.error.raw, chosen: [], refusal: { code: 'invalid' } }, 422);
  const { intent, with: withIds, seen, ...values } = form.value;
  const ids = act === 'merge' ? withIds : [values.unitId];
  const chosen = (await Promise.all(ids.filter(Boolean).map((id) => units.findUnitHit(id)))).flatMap(
    (hit) => hit ?? [],
  );
  const base = { values, chosen };
  if (intent === 'find-unit')
    return data<UnitActAnswer>({
      ...base,
      hits: await units.findUnits({ query: values.unitQuery, now: at, only: 'all' }),
    });
  const effectiveAt = dayStart(values.day, at);
  if (effectiveAt === undefined) return refused({ ...base, refusal: { code: 'day-out-of-bounds' } }, 422);
  const subject = { id: unit.id, parentId: unit.parent?.id, kind: unit.kind, block: unit.block };
  const command = commandOfForm(act, form.value, subject);
  if (!command.ok) return refused({ ...base, faults: command.error }, 422);
  const asked = { actor, command: command.value, effectiveAt, now: at };
  if (intent === 'confirm') {
    const done = await units.changeTree({ ...asked, reason: values.reason, seen });
    if (!done.ok) return refused({ ...base, refusal: done.error }, statusOfChange(done.error));
    throw redirect(`${paths.unitChange(done.value.changeId)}?saved=1`);
  }
  const preview = await units.previewChange(asked);
  if (!preview.ok) return refused({ ...base, refusal: preview.error }, statusOfChange(preview.error));
  const contests = await listContests(at);
  const openContests = contests.filter(({ phase }) => phase === 'open').map(({ contest }) => contest.title);
  return data<UnitActAnswer>({ ...base, preview: preview.value, openContests });
}

export default function UnitActPage() {
  const t = useText(unitActsText);
  const words = useText(unitChangesText);
  const manage = useText(manageText);
  const { unit, above, act, blocks, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const steps = [
    { to: paths.manage(), name: manage.title },
    { to: paths.manageUnits(), name: words.title },
    ...[...above, unit].map(({ id, name }) => ({ to: paths.manageUnit(id), name, lang: 'vi' as const })),
  ];
  return (
    <div className="stack-l">
      <Breadcrumb steps={steps} here={t.actNames[act]} />
      <header className="narrow stack-s">
        <h1 lang="vi">{`${t.actNames[act]}: ${unit.name}`}</h1>
        <p>{t.actLeads[act]}</p>
      </header>
      <UnitActView act={act} unit={unit} initial={initial} blocks={blocks} answer={answer} />
    </div>
  );
}
