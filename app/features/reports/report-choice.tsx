import { Form, Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { reportsText } from '#app/text/reports.ts';
import { useText } from '#app/ui/locale.tsx';
import type { HeldSetting } from './settings/report-setting.server.ts';

interface ReportChoiceProps {
  readonly contests: readonly { readonly slug: string; readonly title: string }[];
  readonly contest: string;
  readonly blocks: readonly string[];
  readonly block: string | undefined;
  readonly isWhole: boolean;
}

/** Of which contest, and of what part of the unit; nothing where there is nothing to choose. */
export function ReportChoice({ contests, contest, blocks, block, isWhole }: ReportChoiceProps) {
  const t = useText(reportsText);
  const choosesBlock = blocks.length > (isWhole ? 0 : 1);
  if (contests.length < 2 && !choosesBlock) return null;
  return (
    <Form method="get" className="report-choice no-print">
      <div className="field">
        <label className="field__label" htmlFor="contest">
          {t.contest}
        </label>
        <select className="input" id="contest" name="contest" defaultValue={contest}>
          {contests.map(({ slug, title }) => (
            <option key={slug} value={slug} lang="vi">
              {title}
            </option>
          ))}
        </select>
      </div>
      {choosesBlock && (
        <div className="field">
          <label className="field__label" htmlFor="block">
            {t.part}
          </label>
          <select className="input" id="block" name="block" defaultValue={block ?? ''}>
            {isWhole && <option value="">{t.whole}</option>}
            {blocks.map((each) => (
              <option key={each} value={each} lang="vi">
                {each}
              </option>
            ))}
          </select>
        </div>
      )}
      <button className="button button--quiet">{t.choose}</button>
    </Form>
  );
}

/** By whose rules reports are laid out, and where to change it. */
export function SettingNote({ held, unitId, mayChange }: { held: HeldSetting; unitId: string; mayChange: boolean }) {
  const t = useText(reportsText);
  const { setting, setAt } = held;
  return (
    <section className="panel stack-s" aria-labelledby="setting">
      <h2 id="setting">{t.setting}</h2>
      <p>{t.settingOf(t.forms[setting.form])}</p>
      <p className="quiet">
        {setAt === undefined ? t.settingNobody : setAt.id === unitId ? t.settingOwn : t.settingFrom(setAt.name)}
      </p>
      {mayChange && (
        <p className="no-print">
          <Link className="button button--quiet" to={paths.reportSetting(unitId)}>
            {t.changeSetting}
          </Link>
        </p>
      )}
    </section>
  );
}
