/** Every address of the application, typed. The file names under app/routes are the other half. */
export const paths = {
  home: () => '/',
  topics: () => '/topics',
  topic: (topicSlug: string) => `/topics/${topicSlug}`,
  lesson: (topicSlug: string, lessonSlug: string) => `/topics/${topicSlug}/${lessonSlug}`,
  contests: () => '/contests',
  contest: (contestSlug: string) => `/contests/${contestSlug}`,
  /** A contest as people of a unit are invited to it: who registers on the way finds the unit chosen. */
  contestForUnit: (contestSlug: string, unitId: string) =>
    `/contests/${contestSlug}?unit=${encodeURIComponent(unitId)}`,
  rules: (contestSlug: string) => `/contests/${contestSlug}/rules`,
  leaderboard: (contestSlug: string) => `/contests/${contestSlug}/leaderboard`,
  unitBoard: (contestSlug: string) => `/contests/${contestSlug}/units`,
  blockBoard: (contestSlug: string) => `/contests/${contestSlug}/blocks`,
  attempt: (attemptId: string) => `/attempts/${attemptId}`,
  responses: (attemptId: string) => `/attempts/${attemptId}/responses`,
  attemptState: (attemptId: string, device: string) => `/attempts/${attemptId}/state?device=${device}`,
  attemptEvents: (attemptId: string, device: string) => `/attempts/${attemptId}/events?device=${device}`,
  submitAttempt: (attemptId: string) => `/attempts/${attemptId}/submit`,
  checkAttempt: (attemptId: string) => `/attempts/${attemptId}/check`,
  result: (attemptId: string) => `/attempts/${attemptId}/result`,
  units: () => '/units',
  unit: (unitId: string) => `/units/${unitId}`,
  unitPage: (
    unitId: string,
    page: 'missing' | 'headcounts' | 'roster' | 'targets' | 'charges' | 'transfers' | 'reports' | 'recovery',
  ) => `/units/${unitId}/${page}`,
  headcountsFile: (unitId: string) => `/units/${unitId}/headcounts.xlsx`,
  headcountsImport: (unitId: string) => `/units/${unitId}/headcounts/import`,
  /** @param query which contest and round, or which topic: "?contest=…" */
  missingFile: (unitId: string, query: string) => `/units/${unitId}/missing.xlsx${query}`,
  /** A code that leads to the contest or topic, as a picture. @param query which: "?contest=…", "?topic=…" */
  unitCode: (unitId: string, query: string) => `/units/${unitId}/code.png${query}`,
  /** The units below a unit with their figures, as a file. */
  unitFigures: (unitId: string, type: 'csv' | 'xlsx') => `/units/${unitId}/figures/${type}`,
  importRoster: (unitId: string) => `/units/${unitId}/roster/import`,
  reviewRoster: (unitId: string) => `/units/${unitId}/roster/review`,
  rosterTemplate: (unitId: string) => `/units/${unitId}/roster/template.xlsx`,
  /** @param query which people, as the roster's own address says it: "?contest=…&state=noAccount" */
  rosterFile: (unitId: string, query: string) => `/units/${unitId}/roster/file.xlsx${query}`,
  unitSearch: () => '/units/search',
  /** Reports of a unit, and what belongs to one: @param query "?contest=…&block=…" */
  unitReports: (unitId: string, query = '') => `/units/${unitId}/reports${query}`,
  reportFile: (unitId: string, query: string) => `/units/${unitId}/reports/file${query}`,
  reportPreview: (unitId: string, query: string) => `/units/${unitId}/reports/preview${query}`,
  reportSetting: (unitId: string) => `/units/${unitId}/reports/setting`,
  manageReports: (contestSlug: string) => `/manage/contests/${contestSlug}/reports`,
  /** Units that have others below them too. */
  unitSearchAll: () => '/units/search?only=all',
  confirmation: (contestSlug: string) => `/contests/${contestSlug}/confirmation`,
  /** Where anybody checks a confirmation. */
  /** Where a person says, changes and withdraws what they are counted as. */
  ownCategories: (contestSlug: string) => `/contests/${contestSlug}/categories`,
  confirm: (code: string) => `/confirm/${code}`,
  confirmCode: () => '/confirm',
  /** Where a person asks for another unit. */
  changeUnit: () => '/account/unit',
  manageUnits: () => '/manage/units',
  manageUnit: (unitId: string) => `/manage/units/${unitId}`,
  importUnits: () => '/manage/units/import',
  unitImport: (importId: string) => `/manage/units/import/${importId}`,
  unitTemplate: () => '/manage/units/import/template.xlsx',
  /** The tree of today as a file that the import reads back. */
  unitTree: (type: 'xlsx' | 'csv') => `/manage/units/tree.${type}`,
  unitAct: (unitId: string, act: 'found' | 'rename' | 'move' | 'merge' | 'split' | 'end' | 'correct') =>
    `/manage/units/${unitId}/${act}`,
  unitChange: (changeId: string) => `/manage/units/changes/${changeId}`,
  unitChanges: () => '/manage/units/changes',
  register: () => '/register',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  account: () => '/account',
  /** Where a person sees own sessions and ends them. */
  sessions: () => '/account/sessions',
  /** Authenticator app, passkeys and spare codes. */
  secondFactor: () => '/account/second-factor',
  /** Where the second factor is asked for after the password. */
  signInSecond: () => '/sign-in/second-factor',
  /** Where a person proves again who they are before an act that asks it. */
  stepUp: () => '/account/step-up',
  /** Options and answers of passkey ceremonies, for scripts. */
  passkeys: (ceremony: 'register' | 'sign-in') => `/account/passkeys/${ceremony}`,
  ownData: () => '/account/data',
  ownDataFile: (type: 'json' | 'html') => `/account/data/file/${type}`,
  eraseOwnData: () => '/account/data/erase',
  ownLooks: () => '/account/data/looks',
  ownConsents: () => '/account/data/consents',
  /** An address for recovery. */
  ownEmail: () => '/account/email',
  /** What the person is asked about an attempt of the own, and the answer. */
  ownSignal: (signalId: string) => `/account/signals/${signalId}`,
  /** Who cannot sign in any more. */
  forgotten: () => '/forgotten',
  /** Where a code for recovery is used. */
  recover: () => '/recover',
  providerStart: () => '/sign-in/provider',
  providerCallback: () => '/sign-in/provider/callback',
  /** A task that costs a device some seconds, for registering in a rush; answered as JSON. */
  registrationTask: () => '/register/task',
  managePeople: () => '/manage/people',
  managePerson: (accountId: string) => `/manage/people/${accountId}`,
  manageDuplicates: () => '/manage/duplicates',
  manageDuplicate: (pairId: string) => `/manage/duplicates/${pairId}`,
  manageMerges: () => '/manage/duplicates/merges',
  manageProposals: () => '/manage/proposals',
  manageProposal: (proposalId: string) => `/manage/proposals/${proposalId}`,
  manageAudit: (query = '') => `/manage/audit${query}`,
  auditFile: (query = '') => `/manage/audit/file${query}`,
  manageDataRequests: () => '/manage/data-requests',
  manageMessages: () => '/manage/messages',
  signals: (contestSlug: string, query = '') => `/manage/contests/${contestSlug}/signals${query}`,
  signal: (contestSlug: string, signalId: string) => `/manage/contests/${contestSlug}/signals/${signalId}`,
  rulings: (contestSlug: string) => `/manage/contests/${contestSlug}/rulings`,
  /** An attempt as those see it who decide whether it counts. */
  managedAttempt: (contestSlug: string, attemptId: string) => `/manage/contests/${contestSlug}/attempts/${attemptId}`,
  sealedResults: (contestSlug: string) => `/manage/contests/${contestSlug}/sealed`,
  sealedFile: (contestSlug: string, exportId: string) => `/manage/contests/${contestSlug}/sealed/${exportId}.zip`,
  manage: () => '/manage',
  manageContest: (contestSlug: string) => `/manage/contests/${contestSlug}`,
  analysis: (contestSlug: string) => `/manage/contests/${contestSlug}/analysis`,
  itemAnalysis: (contestSlug: string, itemVersionId: string) =>
    `/manage/contests/${contestSlug}/analysis/${itemVersionId}`,
  analysisFile: (contestSlug: string, type: 'csv' | 'xlsx') => `/manage/contests/${contestSlug}/analysis.${type}`,
  analysisMethod: () => '/manage/analysis-method',
  conduct: (contestSlug: string) => `/manage/contests/${contestSlug}/conduct`,
  conductAct: (contestSlug: string, act: 'extend' | 'pause' | 'extra-time' | 'notices' | 'board' | 'hall') =>
    `/manage/contests/${contestSlug}/conduct/${act}`,
  undoAdjustment: (contestSlug: string, adjustmentId: string) =>
    `/manage/contests/${contestSlug}/conduct/undo/${adjustmentId}`,
  keys: (contestSlug: string) => `/manage/contests/${contestSlug}/keys`,
  /** An item of a contest, to look at and to correct. */
  keyOf: (contestSlug: string, itemVersionId: string) =>
    `/manage/contests/${contestSlug}/keys?item=${encodeURIComponent(itemVersionId)}`,
  previewKey: (contestSlug: string, itemVersionId: string) =>
    `/manage/contests/${contestSlug}/keys/preview?item=${encodeURIComponent(itemVersionId)}`,
  newContest: () => '/manage/contests/new',
  contestDescription: (contestSlug: string) => `/manage/contests/${contestSlug}/description.yml`,
  draft: (draftId: string) => `/manage/drafts/${draftId}`,
  draftSection: (draftId: string, section: string, round?: number) =>
    `/manage/drafts/${draftId}/sections/${section}${round === undefined ? '' : `?round=${round}`}`,
  draftDescription: (draftId: string) => `/manage/drafts/${draftId}/description.yml`,
  draftPreview: (draftId: string) => `/manage/drafts/${draftId}/preview`,
  draftRules: (draftId: string) => `/manage/drafts/${draftId}/preview?part=rules`,
  draftPaper: (draftId: string, round: number, draw = 1) =>
    `/manage/drafts/${draftId}/preview-paper?round=${round}&draw=${draw}`,
  publishDraft: (draftId: string) => `/manage/drafts/${draftId}/publish`,
  discardDraft: (draftId: string) => `/manage/drafts/${draftId}/discard`,
  manageResults: (contestSlug: string) => `/manage/contests/${contestSlug}/results`,
  resultsJson: (contestSlug: string) => `/manage/contests/${contestSlug}/results.json`,
  resultsCsv: (contestSlug: string, round: string, { hasNames = false }: { hasNames?: boolean } = {}) =>
    `/manage/contests/${contestSlug}/results.csv?round=${round}${hasNames ? '&names=1' : ''}`,
  /** The list of the question bank. @param query filters, as the list's own address has them: "?status=draft" */
  manageItems: (query = '') => `/manage/items${query}`,
  manageItem: (itemId: string) => `/manage/items/${itemId}`,
  saveItem: (itemId: string) => `/manage/items/${itemId}/save`,
  itemImage: (itemId: string) => `/manage/items/${itemId}/image`,
  reviewItem: (itemId: string) => `/manage/items/${itemId}/review`,
  itemHistory: (itemId: string) => `/manage/items/${itemId}/history`,
  /** A version in full. */
  itemVersion: (itemId: string, number: number) => `/manage/items/${itemId}/history?open=${number}`,
  manageItemNew: () => '/manage/items/new',
  manageItemsTeam: () => '/manage/items/team',
  manageItemsBatches: () => '/manage/items/batches',
  manageItemsCoverage: () => '/manage/items/coverage',
  manageItemsImport: () => '/manage/items/import',
  manageItemsImportJob: (jobId: string) => `/manage/items/import/${jobId}`,
  importReport: (jobId: string) => `/manage/items/import/${jobId}/report.csv`,
  exportFile: () => '/manage/items/export/file',
  importTemplate: () => '/manage/items/import/template.xlsx',
  /** @param query which items, as the list's own address says it, or "?ids=a,b,c" */
  manageItemsExport: (query = '') => `/manage/items/export${query}`,
  blueprint: (contestSlug: string) => `/manage/contests/${contestSlug}/blueprint`,
  papers: (contestSlug: string) => `/manage/contests/${contestSlug}/papers`,
  papersFile: (contestSlug: string) => `/manage/contests/${contestSlug}/papers.zip`,
  preferences: () => '/preferences',
  health: () => '/health',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
} as const;

/** The same address with a place to come back to afterwards. */
export const withReturn = (path: string, returnTo: string): string =>
  `${path}?returnTo=${encodeURIComponent(returnTo)}`;

/** Stands for this site, wherever it is. */
const HERE = 'https://here.invalid';

/**
 * A returnTo that stays on this site: a path, never another host, written as a header can carry it. Anything else gives the
 * fallback.
 */
export function safeReturn(returnTo: string | null | undefined, fallback: string): string {
  if (!returnTo || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/u.test(returnTo)) return fallback;
  try {
    const { origin, pathname, search, hash } = new URL(returnTo, HERE);
    // why again: "/.//host" is a path here, and would be a host in what it is shortened to.
    return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : fallback;
  } catch {
    return fallback;
  }
}
