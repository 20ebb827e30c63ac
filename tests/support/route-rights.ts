// Who may ask what of every route: the table that tests/routes/matrix.test.ts holds the application to.
import type { Asker } from './rights-world.ts';

/**
 * everybody: visitors too. nobody: there is nothing, and nobody is told why. signed-in: whoever has a session.
 * proved: whoever has a session, and has said again in it who they are.
 * none-there: a thing of persons that is not there; who has a session is told so.
 * owner: the person whose thing it is; to everybody else there is no such thing.
 * A list: those, and nobody else; where the address names a unit, at the unit itself and at another one.
 */
export type Access =
  | 'everybody'
  | 'nobody'
  | 'signed-in'
  | 'proved'
  | 'none-there'
  | 'owner'
  | readonly Asker[]
  | { readonly here: readonly Asker[]; readonly elsewhere: readonly Asker[] };

export interface RouteRights {
  readonly get?: Access;
  readonly post?: Access;
  /** A post with an empty form is the whole act: only those ask it who are refused. */
  readonly isAct?: boolean;
}

/** Accounts of everybody are for those alone. */
const ADMINISTRATORS = ['administrator'] as const;
const ORGANIZERS = ['organizer', 'administrator'] as const;
/** Auditors see what results rest on, and change nothing. */
const OVERSEERS = [...ORGANIZERS, 'auditor'] as const;
const BANK = [...ORGANIZERS, 'itemAuthor', 'itemReviewer', 'itemApprover'] as const;
const WRITERS = [...ORGANIZERS, 'itemAuthor'] as const;
/** In charge of the unit of the address, by its own grant, by one for its block, or from the top. */
const HEADS = {
  here: [...ORGANIZERS, 'manager', 'blockManager'],
  elsewhere: [...ORGANIZERS, 'neighbour'],
} as const;
/** A list of names that never leaves the unit: not for the organizers either. */
const ROSTER_KEEPERS = { here: ['manager'], elsewhere: ['neighbour'] } as const;
/** Whoever decides about contests may not enter one. */
const ENTRANTS = ['owner', 'contestant', 'manager', 'blockManager', 'neighbour'] as const;

const organizersOnly = { get: ORGANIZERS, post: ORGANIZERS } as const;
const headsOnly = { get: HEADS, post: HEADS } as const;
const rosterOnly = { get: ROSTER_KEEPERS, post: ROSTER_KEEPERS } as const;
const open = { get: 'everybody', post: 'everybody' } as const;
const own = { get: 'owner', post: 'owner' } as const;
const signedIn = { get: 'signed-in', post: 'signed-in' } as const;

export const ROUTE_RIGHTS: Readonly<Record<string, RouteRights>> = {
  '$.tsx': { get: 'nobody', post: 'nobody' },
  '_index.tsx': { get: 'everybody' },
  'accessibility.tsx': { get: 'everybody' },
  'account.tsx': signedIn,
  'account_.data.tsx': signedIn,
  'account_.data_.consents.tsx': signedIn,
  'account_.data_.erase.tsx': { get: 'signed-in', post: 'proved' },
  // An address that names no type of file.
  'account_.data_.file.$type.ts': { get: 'none-there' },
  'account_.data_.looks.tsx': { get: 'signed-in' },
  'account_.email.tsx': signedIn,
  // Who registers a key is signed in; the address for scripts leads people to the page.
  'account_.passkeys.$ceremony.ts': { get: 'everybody', post: 'proved' },
  'account_.second-factor.tsx': { get: 'signed-in', post: 'proved' },
  'account_.sessions.tsx': signedIn,
  // Nobody was asked anything.
  'account_.signals.$signalId.tsx': { get: 'none-there', post: 'none-there' },
  'account_.step-up.tsx': signedIn,
  'account_.unit.tsx': signedIn,
  'attempts.$attemptId.tsx': own,
  'attempts.$attemptId_.check.tsx': { ...own, isAct: true },
  'attempts.$attemptId_.events.ts': { get: 'owner' },
  // Addresses for scripts: who opens one is led to the sheet, which asks who it is; a body that is none is refused first.
  'attempts.$attemptId_.responses.ts': { get: 'everybody', post: 'signed-in' },
  'attempts.$attemptId_.result.tsx': { get: 'owner' },
  'attempts.$attemptId_.state.ts': { get: 'owner' },
  'attempts.$attemptId_.submit.ts': { get: 'everybody', post: 'signed-in' },
  // No confirmation has that code.
  'confirm.$code.tsx': { get: 'nobody', post: 'everybody' },
  'confirm._index.tsx': { get: 'everybody' },
  'contests.$contestSlug.tsx': { get: 'everybody', post: ENTRANTS, isAct: true },
  'contests.$contestSlug_.blocks.tsx': { get: 'everybody' },
  'contests.$contestSlug_.categories.tsx': signedIn,
  'contests.$contestSlug_.confirmation.tsx': { get: 'signed-in' },
  'contests.$contestSlug_.leaderboard.tsx': { get: 'everybody' },
  'contests.$contestSlug_.rules.tsx': { get: 'everybody' },
  'contests.$contestSlug_.units.tsx': { get: 'everybody' },
  'contests._index.tsx': { get: 'everybody' },
  'forgotten.tsx': open,
  'health.ts': { get: 'everybody' },
  'manage._index.tsx': { get: OVERSEERS },
  'manage.analysis-method.tsx': { get: OVERSEERS },
  'manage.audit.tsx': { get: OVERSEERS },
  'manage.audit_.file.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.analysis.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.analysis[.]csv.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug_.analysis[.]xlsx.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug_.analysis_.$itemVersionId.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.attempts.$attemptId.tsx': { get: OVERSEERS, post: ORGANIZERS },
  'manage.contests.$contestSlug_.blueprint.tsx': { get: BANK },
  'manage.contests.$contestSlug_.conduct.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.conduct_.board.tsx': organizersOnly,
  'manage.contests.$contestSlug_.conduct_.extend.tsx': organizersOnly,
  'manage.contests.$contestSlug_.conduct_.extra-time.tsx': organizersOnly,
  'manage.contests.$contestSlug_.conduct_.hall.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.conduct_.notices.tsx': organizersOnly,
  'manage.contests.$contestSlug_.conduct_.pause.tsx': organizersOnly,
  'manage.contests.$contestSlug_.conduct_.undo.$adjustmentId.tsx': organizersOnly,
  'manage.contests.$contestSlug_.description[.]yml.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.keys.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.keys_.preview.tsx': organizersOnly,
  'manage.contests.$contestSlug_.papers.tsx': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.papers[.]zip.ts': { get: ORGANIZERS },
  'manage.contests.$contestSlug_.reports.tsx': organizersOnly,
  'manage.contests.$contestSlug_.results.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.results[.]csv.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug_.results[.]json.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug_.rulings.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.sealed.tsx': { get: OVERSEERS, post: OVERSEERS },
  'manage.contests.$contestSlug_.sealed_.$exportId[.]zip.ts': { get: OVERSEERS },
  'manage.contests.$contestSlug_.signals.tsx': { get: OVERSEERS },
  'manage.contests.$contestSlug_.signals_.$signalId.tsx': { get: OVERSEERS, post: ORGANIZERS },
  'manage.contests.new.tsx': organizersOnly,
  'manage.drafts.$draftId.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.description[.]yml.ts': { get: ORGANIZERS },
  'manage.drafts.$draftId_.discard.tsx': organizersOnly,
  'manage.drafts.$draftId_.preview-paper.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.preview.tsx': { get: ORGANIZERS },
  'manage.drafts.$draftId_.publish.tsx': organizersOnly,
  'manage.drafts.$draftId_.sections.$section.tsx': organizersOnly,
  'manage.duplicates.tsx': { get: ORGANIZERS },
  'manage.duplicates_.$pairId.tsx': organizersOnly,
  'manage.duplicates_.merges.tsx': organizersOnly,
  'manage.items.$itemId.tsx': { get: BANK, post: WRITERS },
  'manage.items.$itemId_.history.tsx': { get: BANK },
  'manage.items.$itemId_.image.tsx': { get: WRITERS, post: WRITERS },
  // Which acts of a review are whose is decided by the item's own state, beneath the route.
  'manage.items.$itemId_.review.tsx': { get: BANK, post: BANK },
  'manage.items.$itemId_.save.ts': { get: 'everybody', post: WRITERS },
  'manage.items._index.tsx': { get: BANK, post: BANK },
  'manage.items.batches.tsx': { get: BANK, post: BANK },
  'manage.items.coverage.tsx': { get: BANK },
  'manage.items.export.tsx': { get: BANK },
  'manage.items.export_.file.ts': { get: BANK },
  'manage.items.import.tsx': { get: WRITERS, post: WRITERS },
  'manage.items.import_.$jobId.tsx': { get: WRITERS, post: WRITERS },
  'manage.items.import_.$jobId_.report[.]csv.ts': { get: WRITERS },
  'manage.items.import_.template[.]xlsx.ts': { get: BANK },
  'manage.items.new.tsx': { get: WRITERS, post: WRITERS },
  'manage.data-requests.tsx': organizersOnly,
  'manage.items.team.tsx': organizersOnly,
  'manage.messages.tsx': { get: ADMINISTRATORS, post: ADMINISTRATORS },
  'manage.people.$accountId.tsx': { get: ADMINISTRATORS, post: ADMINISTRATORS },
  'manage.people._index.tsx': { get: ADMINISTRATORS },
  'manage.proposals.tsx': { get: ORGANIZERS },
  'manage.proposals_.$proposalId.tsx': organizersOnly,
  'manage.units.$unitId.tsx': { get: ORGANIZERS },
  'manage.units.$unitId_.$act.tsx': organizersOnly,
  'manage.units._index.tsx': { get: ORGANIZERS },
  'manage.units.changes._index.tsx': { get: ORGANIZERS },
  'manage.units.changes_.$changeId.tsx': organizersOnly,
  'manage.units.import.tsx': organizersOnly,
  'manage.units.import_.$importId.tsx': organizersOnly,
  'manage.units.import_.template[.]xlsx.ts': { get: ORGANIZERS },
  'manage.units.tree[.]csv.ts': { get: ORGANIZERS },
  'manage.units.tree[.]xlsx.ts': { get: ORGANIZERS },
  // No picture has that address.
  'media.$mediaId.ts': { get: 'nobody' },
  'preferences.ts': open,
  'privacy.tsx': { get: 'everybody' },
  'ready.ts': { get: 'everybody' },
  'recover.tsx': open,
  'register.tsx': open,
  'register_.task.ts': { get: 'everybody' },
  'sign-in.tsx': open,
  // No provider is set up: nothing waits, and nothing comes back.
  'sign-in_.provider.tsx': open,
  'sign-in_.provider_.callback.tsx': { get: 'nobody' },
  'sign-in_.second-factor.tsx': signedIn,
  'sign-out.ts': { ...open, isAct: true },
  'topics.$topicSlug.tsx': { get: 'everybody' },
  'topics.$topicSlug_.$lessonSlug.tsx': open,
  'topics._index.tsx': { get: 'everybody' },
  'units.$unitId.tsx': { get: 'everybody' },
  'units.$unitId_.charges.tsx': headsOnly,
  'units.$unitId_.code[.]png.ts': { get: HEADS },
  'units.$unitId_.figures.$type.ts': { get: HEADS },
  'units.$unitId_.headcounts.tsx': headsOnly,
  'units.$unitId_.headcounts[.]xlsx.ts': { get: HEADS },
  'units.$unitId_.headcounts_.import.tsx': headsOnly,
  'units.$unitId_.missing.tsx': { get: HEADS },
  'units.$unitId_.missing[.]xlsx.ts': { get: HEADS },
  'units.$unitId_.recovery.tsx': headsOnly,
  'units.$unitId_.reports.tsx': headsOnly,
  'units.$unitId_.reports_.file.ts': { get: HEADS },
  'units.$unitId_.reports_.preview.tsx': { get: HEADS },
  'units.$unitId_.reports_.setting.tsx': headsOnly,
  'units.$unitId_.roster.tsx': rosterOnly,
  'units.$unitId_.roster_.file[.]xlsx.ts': { get: ROSTER_KEEPERS },
  'units.$unitId_.roster_.import.tsx': rosterOnly,
  'units.$unitId_.roster_.review.tsx': rosterOnly,
  'units.$unitId_.roster_.template[.]xlsx.ts': { get: ROSTER_KEEPERS },
  'units.$unitId_.targets.tsx': headsOnly,
  'units.$unitId_.transfers.tsx': headsOnly,
  'units._index.tsx': { get: 'everybody' },
  'units.search.ts': { get: 'everybody' },
};
