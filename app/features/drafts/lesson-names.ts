/** Titles of topics by slug, and of lessons by "topic/lesson": the lessons room knows them, and pages bring them along. */
export interface LessonNames {
  readonly topics: Readonly<Record<string, string>>;
  readonly lessons: Readonly<Record<string, string>>;
}

/** A topic with its lessons, by name. */
export interface TopicName {
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly { readonly slug: string; readonly title: string }[];
}

/** Every topic with its lessons, in the order in which they are given. */
export const topicsOf = ({ topics, lessons }: LessonNames): TopicName[] =>
  Object.entries(topics).map(([slug, title]) => ({
    slug,
    title,
    lessons: Object.entries(lessons).flatMap(([name, lesson]) =>
      name.startsWith(`${slug}/`) ? [{ slug: name.slice(slug.length + 1), title: lesson }] : [],
    ),
  }));
