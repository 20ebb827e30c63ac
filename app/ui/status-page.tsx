import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { paths, withReturn } from '#app/paths.ts';
import { contestantRefusalText } from '#app/text/contestant-refusals.ts';
import { shellText } from '#app/text/shell.ts';
import { useText } from './locale.tsx';

/** The whole page for a request that has no page: what happened, what is kept, what to do. */
export function StatusPage() {
  const t = useText(shellText);
  const sentences = useText(contestantRefusalText);
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const body: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  const refusal = typeof body === 'object' && body !== null && 'refusal' in body ? String(body.refusal) : '';
  // why the fallback: refusals of staff pages are told on those pages, and their words do not travel to every phone.
  const sentence = Object.hasOwn(sentences, refusal) ? sentences[refusal as keyof typeof sentences] : undefined;
  const [title, fallback] = wordsOf(status, t);
  return (
    <div className="narrow stack">
      <title>{t.titleOf(title)}</title>
      <p className="badge badge--quiet number">{status}</p>
      <h1>{title}</h1>
      <p className="lead">{sentence && status !== 404 ? sentence : fallback}</p>
      <p className="row">
        <Link className="button" to={paths.home()}>
          {t.backHome}
        </Link>
        {status === 401 && (
          <Link className="button button--quiet" to={withReturn(paths.signIn(), paths.contests())}>
            {t.signIn}
          </Link>
        )}
      </p>
    </div>
  );
}

function wordsOf(status: number, t: ReturnType<typeof useText<(typeof shellText)['vi']>>): [string, string] {
  switch (status) {
    case 400:
    case 422:
      return [t.status.badRequestTitle, t.status.badRequest];
    case 401:
      return [t.status.signedOutTitle, t.status.forbidden];
    case 403:
      return [t.status.forbiddenTitle, t.status.forbidden];
    case 404:
      return [t.status.notFoundTitle, t.status.notFound];
    case 405:
      return [t.status.methodTitle, t.status.badRequest];
    case 409:
    case 410:
      return [t.status.conflictTitle, t.status.conflict];
    case 429:
      return [t.status.tooManyTitle, t.status.tooMany];
    default:
      return [t.status.errorTitle, t.status.error];
  }
}
