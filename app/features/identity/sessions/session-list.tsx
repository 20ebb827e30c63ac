import { Form } from '@remix-run/react';
import { sessionsText } from '#app/text/sessions.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { SessionLine } from './list-sessions.server.ts';

/** The devices that are signed in, each with the way to sign it out; this one first. */
export function SessionList({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useText(sessionsText);
  return (
    <section className="panel stack" aria-label={t.title}>
      <ul className="key-list">
        {sessions.map((session) => (
          <SessionItem key={session.handle} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <button className="button" name="intent" value="others">
            {t.signOutOthers}
          </button>
        </Form>
      ) : (
        <p className="quiet">{t.onlyThis}</p>
      )}
    </section>
  );
}

function SessionItem({
  session: { handle, device, createdAt, lastSeenAt, expiresAt, isThis },
}: {
  session: SessionLine;
}) {
  const t = useText(sessionsText);
  const locale = useLocale();
  const name = t.device(device.browser, device.system);
  const signedIn = formatInstant(createdAt, locale);
  return (
    <li>
      <div className="key-list__words">
        <strong>{name}</strong> {isThis && <span className="badge badge--good">{t.thisOne}</span>}
        <div className="small quiet">
          {t.signedInAt(signedIn)}, {t.lastSeen(formatInstant(lastSeenAt, locale))},{' '}
          {t.endsAt(formatInstant(expiresAt, locale))}
        </div>
      </div>
      {!isThis && (
        <Form method="post">
          <input type="hidden" name="handle" value={handle} />
          <button
            className="button button--quiet"
            name="intent"
            value="one"
            aria-label={t.signOutNamed(name, signedIn)}
          >
            {t.signOut}
          </button>
        </Form>
      )}
    </li>
  );
}
