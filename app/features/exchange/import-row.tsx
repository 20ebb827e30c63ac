import { Link } from '@remix-run/react';
import type { FilePlace } from '#app/domain/exchange/parsed-file.ts';
import { paths } from '#app/paths.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { noteSentence, placeWords } from '#app/text/file-notes.ts';
import { findingsText } from '#app/text/findings.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { OptionView, RowView } from './report/row-view.server.ts';

const BADGES: Readonly<Record<RowView['verdict'], string>> = {
  new: 'badge badge--good',
  changed: 'badge badge--gold',
  same: 'badge badge--quiet',
  twin: 'badge badge--quiet',
  locked: 'badge badge--quiet',
  faulty: 'badge badge--bad',
};

interface RowProps {
  readonly row: RowView;
  readonly topicNames: Readonly<Record<string, string>>;
}

/** A question of the file: where it stands, what was read of it, and what would be done with it. */
export function ImportRow({ row, topicNames }: RowProps) {
  const t = useText(exchangeText);
  const findings = useText(findingsText);
  const locale = useLocale();
  const { place } = row;
  return (
    <li className="panel stack-s">
      <p className="row row--apart">
        <span>
          <strong className="number">{row.number}.</strong>{' '}
          <span className={BADGES[row.verdict]}>{t.verdicts[row.verdict]}</span>{' '}
          <span className="small quiet">{t.interactions[row.interaction]}</span>
        </span>
        <span className="small quiet">{placeWords(row.at, locale)}</span>
      </p>
      <p lang="vi">{row.prompt}</p>
      <ul className="stack-s small">
        {row.options.map((option, index) => (
          <ReadOption key={`${index} ${option.text}`} option={option} index={index} interaction={row.interaction} />
        ))}
      </ul>
      {place && (
        <p className="small quiet">
          {t.belongs(
            topicNames[place.topicSlug] ?? place.topicSlug,
            topicNames[`${place.topicSlug}/${place.lessonSlug}`] ?? '',
          )}
          {' · '}
          {t.difficulties[place.difficulty]}
          {place.tags.length > 0 && ` · ${place.tags.join(', ')}`}
        </p>
      )}
      {row.contested && <p className="small">{t.contested}</p>}
      {row.parts.length > 0 && (
        <p className="small">{t.changedParts(row.parts.map((part) => t.parts[part]).join(', '))}</p>
      )}
      {row.itemId !== undefined && (
        <p className="small">
          <Link to={paths.manageItem(row.itemId)}>{t.existing(row.itemId)}</Link>
        </p>
      )}
      {row.twinOf !== undefined && <p className="small">{t.twinOf(String(row.twinOf))}</p>}
      <ul className="stack-s small">
        {row.notes.map((note, index) => (
          <li key={`${index} ${note.code}`}>
            <strong>{t.levels[note.level]}:</strong> {noteSentence(note, locale)}{' '}
            {!isAt(row.at, note.at) && <span className="quiet">{placeWords(note.at, locale)}</span>}
          </li>
        ))}
        {row.findings.map((finding, index) => (
          <li key={`${index} ${finding.code}`}>
            <strong>{t.levels.warning}:</strong> {findings.finding[finding.code]}
          </li>
        ))}
        {row.similar.map((each) => (
          <li key={each.itemId} lang="vi">
            <Link to={paths.manageItem(each.itemId)}>
              {t.similarTo(`${formatNumber(100 * each.likeness, locale)} %`, each.prompt)}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Whether a note is about the place that stands above it anyway. */
const isAt = (row: FilePlace, note: FilePlace): boolean => placeWords(row, 'vi') === placeWords(note, 'vi');

interface ReadOptionProps {
  readonly option: OptionView;
  readonly index: number;
  readonly interaction: RowView['interaction'];
}

function ReadOption({ option, index, interaction }: ReadOptionProps) {
  const t = useText(exchangeText);
  const locale = useLocale();
  const isTyped = interaction === 'textEntry' || interaction === 'numericEntry';
  const words = [
    option.isKey ? (isTyped ? t.accepted : t.key) : '',
    option.goesTo === undefined || option.goesTo === ''
      ? ''
      : interaction === 'order'
        ? t.atPosition(option.goesTo)
        : t.goesTo(option.goesTo),
    option.fraction === undefined ? '' : t.fraction(`${formatNumber(100 * option.fraction, locale, 2)} %`),
    option.tolerance === undefined ? '' : t.tolerance(option.tolerance),
  ].filter((word) => word !== '');
  return (
    <li>
      <span lang="vi" className={option.isKey ? 'is-key' : undefined}>
        {isTyped ? '' : `${String.fromCodePoint(0x41 + index)}. `}
        {option.isKey ? <strong>{option.text}</strong> : option.text}
      </span>
      {words.length > 0 && <span className="quiet"> ({words.join('; ')})</span>}
    </li>
  );
}
