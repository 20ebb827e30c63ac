/** Every address of the application, typed. The file names under app/routes are the other half. */
export const paths = {
  home: () => '/',
  topics: () => '/topics',
  topic: (topicSlug: string) => `/topics/${topicSlug}`,
  lesson: (topicSlug: string, lessonSlug: string) => `/topics/${topicSlug}/${lessonSlug}`,
  contests: () => '/contests',
  contest: (contestSlug: string) => `/contests/${contestSlug}`,
  leaderboard: (contestSlug: string) => `/contests/${contestSlug}/leaderboard`,
  unitBoard: (contestSlug: string) => `/contests/${contestSlug}/units`,
  attempt: (attemptId: string) => `/attempts/${attemptId}`,
  responses: (attemptId: string) => `/attempts/${attemptId}/responses`,
  checkAttempt: (attemptId: string) => `/attempts/${attemptId}/check`,
  result: (attemptId: string) => `/attempts/${attemptId}/result`,
  units: () => '/units',
  unit: (unitId: string) => `/units/${unitId}`,
  unitSearch: () => '/units/search',
  register: () => '/register',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  account: () => '/account',
  manage: () => '/manage',
  manageContest: (contestSlug: string) => `/manage/contests/${contestSlug}`,
  preferences: () => '/preferences',
  health: () => '/health',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
} as const;

/** The same address with a place to come back to afterwards. */
export const withReturn = (path: string, returnTo: string): string =>
  `${path}?returnTo=${encodeURIComponent(returnTo)}`;

/** A returnTo that stays on this site: a path, never another host. Anything else gives the fallback. */
export function safeReturn(returnTo: string | null | undefined, fallback: string): string {
  return returnTo && /^\/(?![/\\])[^\\\u0000-\u001f]*$/u.test(returnTo) ? returnTo : fallback;
}
