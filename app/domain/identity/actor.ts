/** What a person may be beside a contestant. Everybody who is signed in may sit contests. */
export const ROLES = [
  'administrator',
  'organizer',
  'unitManager',
  'auditor',
  'itemAuthor',
  'itemReviewer',
  'itemApprover',
] as const;
export type Role = (typeof ROLES)[number];

/** A role at a unit; it holds for the whole branch below. */
export interface Grant {
  readonly role: Role;
  readonly unitId: string;
  readonly unitPath: string;
  /** Only for the units of this block in the branch; left out, for all of it. */
  readonly block?: string | undefined;
}

/** Who acts. */
export interface Actor {
  readonly accountId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly birthYear: number;
  readonly grants: readonly Grant[];
  /** The person has roles, which this session does not give before it has shown the second factor; grants is empty then. */
  readonly isHeldBack?: boolean;
  /** The roles that are held back: only to keep the person from something, never to allow it. */
  readonly heldRoles?: readonly Role[];
}
