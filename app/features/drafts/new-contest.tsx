import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { draftsText } from '#app/text/drafts.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { LineFault } from './import-description.server.ts';
import { placeOfPath } from './sections/section.ts';
import { useFaultWords } from './use-fault-words.ts';
import { useStableFaults } from './use-stable-faults.ts';

/** What a new contest may begin from, by name. */
export interface Beginning {
  readonly slug: string;
  readonly title: string;
  /** What it is like, in a sentence. */
  readonly about: string;
}

/** What the check of a file said. */
export interface CheckedFile {
  readonly text: string;
  readonly title: string;
  readonly isUsable: boolean;
  /** Slug of the contest that has the address already. */
  readonly contestSlug: string | undefined;
  readonly faults: readonly LineFault[];
}

interface NewContestProps {
  readonly templates: readonly Beginning[];
  readonly contests: readonly Beginning[];
  readonly checked: CheckedFile | undefined;
  /** Why nothing was begun, in a sentence. */
  readonly fault: string | undefined;
}

/** The ways to begin a contest, each a form of its own. */
export function NewContest({ templates, contests, checked, fault }: NewContestProps) {
  const t = useText(draftsText);
  const summary = useStableFaults(fault === undefined ? undefined : { 'file-text': fault }, fault);
  return (
    <div className="stack-l">
      <FaultSummary faults={summary} />
      {checked && <Checked checked={checked} />}
      <div className="beginnings">
        <Way title={t.startBlank} hint={t.startBlankHint}>
          <Form method="post">
            <button className="button" name="from" value="blank">
              {t.begin}
            </button>
          </Form>
        </Way>
        {templates.length > 0 && (
          <Way title={t.startTemplate} hint={t.startTemplateHint}>
            <Folded isFolded={templates.length > FEW} summary={t.chooseOf(templates.length)}>
              <Choices from="template" beginnings={templates} />
            </Folded>
          </Way>
        )}
        {contests.length > 0 && (
          <Way title={t.startCopy} hint={t.startCopyHint}>
            <Folded isFolded={contests.length > FEW} summary={t.chooseOf(contests.length)}>
              <Choices from="copy" beginnings={contests} />
            </Folded>
          </Way>
        )}
        <Way title={t.startFile} hint={t.startFileHint}>
          <Folded isFolded={!checked} summary={t.startFileOpen}>
            <Form method="post" encType="multipart/form-data" className="stack">
              <label className="field">
                <span className="field__label">{t.file}</span>
                <input className="input" type="file" name="file" accept=".yml,.yaml,text/yaml" />
              </label>
              <div className="field">
                <label className="field__label" htmlFor="file-text">
                  {t.fileText}
                </label>
                <textarea
                  className="input yaml-text"
                  id="file-text"
                  name="text"
                  rows={4}
                  spellCheck={false}
                  maxLength={200_000}
                  defaultValue={checked && !checked.isUsable ? checked.text : ''}
                />
              </div>
              <button className="button button--quiet" name="from" value="check">
                {t.checkFile}
              </button>
            </Form>
          </Folded>
        </Way>
      </div>
    </div>
  );
}

function Way({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="way stack" aria-label={title}>
      <div>
        <h2 className="form-group__title">{title}</h2>
        <p className="field__hint">{hint}</p>
      </div>
      {children}
    </section>
  );
}

/** More choices than this are folded away, so that the other ways stay in sight. */
const FEW = 3;

function Folded({ isFolded, summary, children }: { isFolded: boolean; summary: string; children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details className="more">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

function Choices({ from, beginnings }: { from: 'template' | 'copy'; beginnings: readonly Beginning[] }) {
  const t = useText(draftsText);
  return (
    <Form method="post" className="stack">
      <fieldset className="options">
        <legend className="visually-hidden">{t.choose}</legend>
        {beginnings.map(({ slug, title, about }, index) => (
          <label className="option" key={slug} lang="vi">
            <input type="radio" name="slug" value={slug} defaultChecked={index === 0} />
            <span>
              {title}
              <span className="field__hint">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button className="button" name="from" value={from}>
        {t.begin}
      </button>
    </Form>
  );
}

/** What a file holds and what is wrong with it; nothing has been written. */
function Checked({ checked }: { checked: CheckedFile }) {
  const t = useText(draftsText);
  const words = useFaultWords([]);
  const { faults, isUsable, title, text, contestSlug } = checked;
  const look = !isUsable ? 'notice--bad' : faults.length > 0 ? 'notice--warn' : 'notice--good';
  return (
    <section className={`notice ${look} stack`} role="status">
      <h2 className="form-group__title">{faults.length > 0 ? t.fileFaults(faults.length) : t.fileGood}</h2>
      {title !== '' && <p lang="vi">{title}</p>}
      {faults.length > 0 && <p>{isUsable ? t.fileUsable : t.fileRefused}</p>}
      {faults.length > 0 && (
        <div className="table-scroll" role="region" aria-label={t.fileFaults(faults.length)} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="is-number">
                  {t.line}
                </th>
                <th scope="col">{t.fieldColumn}</th>
                <th scope="col">{t.faultColumn}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ line, path, message }) => {
                const { section, roundIndex, field } = placeOfPath(path);
                return (
                  <tr key={`${line} ${path.map(String).join('.')} ${message}`}>
                    <td className="is-number">{line}</td>
                    <td>{path.length > 0 && words.placeOf(section, roundIndex, field)}</td>
                    <td lang="vi">{message}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {isUsable && (
        <Form method="post" className="row">
          <textarea name="text" defaultValue={text} hidden readOnly />
          {contestSlug !== undefined && (
            <button className="button" name="from" value="file-change">
              {t.importChange}
            </button>
          )}
          <button
            className={contestSlug === undefined ? 'button' : 'button button--quiet'}
            name="from"
            value="file-new"
          >
            {t.importNew}
          </button>
        </Form>
      )}
    </section>
  );
}
