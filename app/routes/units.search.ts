import type { LoaderFunctionArgs } from '@remix-run/node';
import { findUnits, type UnitSearchAnswer } from '#app/features/units/index.server.ts';
import { UnitQuery } from '#app/features/units/unit.schema.ts';
import { now } from '#app/platform/clock.server.ts';

/** What the unit chooser asks while a person types (?q=…), and when a branch is opened (?below=…). */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const query = UnitQuery.parse(asked.get('q'));
  const only = asked.get('only') === 'all' ? 'all' : 'leaves';
  const below = UnitQuery.parse(asked.get('below')) || undefined;
  const answer: UnitSearchAnswer = { query, hits: await findUnits({ query, now: now(), only, below }) };
  return Response.json(answer);
}
