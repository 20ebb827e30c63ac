import type { Actor } from '#app/domain/identity/actor.ts';
import { seededRandom, type Random } from '#app/domain/kernel/random.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Category } from '#app/domain/units/category.ts';
import { changeCategories, getOwnCategories } from '#app/features/contests/index.server.ts';

/** About half of the people are officials, a third the public; every fifth would rather not say. */
function drawnCategories(random: Random): Category[] {
  const drawn = random();
  if (drawn < 0.2) return [];
  if (drawn < 0.6) return ['official'];
  return drawn < 0.75 ? ['pupil'] : ['public'];
}

/** Lets made-up people say what they are, as far as the contest asks; who has said it before keeps it. */
export async function giveSampleCategories(contestSlug: string, actors: readonly Actor[], now: Instant): Promise<void> {
  const random = seededRandom(`categories-${contestSlug}`);
  for (const actor of actors) {
    const categories = drawnCategories(random);
    const own = await getOwnCategories(actor, contestSlug);
    if (categories.length === 0 || !own || own.asked.length === 0 || own.chosen?.length !== 0) continue;
    await changeCategories({ actor, contestSlug, categories, agreesToCategories: true, now });
  }
}
