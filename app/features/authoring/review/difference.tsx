import { authoringReviewText } from '#app/text/authoring-review.ts';
import { useText } from '#app/ui/locale.tsx';
import type { PartDifference } from './compare-texts.server.ts';

/** "option:b" is told as "Phương án B". */
function usePartNames(): (name: string) => string {
  const { parts } = useText(authoringReviewText);
  return (name) => {
    const [kind = '', id = ''] = name.split(':');
    const words = Object.hasOwn(parts, kind) ? parts[kind as keyof typeof parts] : kind;
    return id === '' ? words : `${words} ${id.toUpperCase()}`;
  };
}

/** What differs between two versions, part by part. Words and strokes say what colours say. */
export function Difference({ parts }: { parts: readonly PartDifference[] }) {
  const t = useText(authoringReviewText);
  const nameOf = usePartNames();
  if (parts.length === 0) return <p className="notice">{t.sameText}</p>;
  return (
    <dl className="stack">
      {parts.map(({ name, stretches }) => (
        <div key={name} className="panel stack-s">
          <dt className="field__label">{nameOf(name)}</dt>
          <dd lang="vi" className="difference">
            {stretches.map(({ text, is }, index) => {
              const key = `${index} ${is}`;
              if (is === 'same') return <span key={key}>{text}</span>;
              const Tag = is === 'inserted' ? 'ins' : 'del';
              return (
                <Tag key={key}>
                  <span className="visually-hidden">[{is === 'inserted' ? t.inserted : t.deleted}: </span>
                  {text}
                  <span className="visually-hidden">]</span>
                </Tag>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
