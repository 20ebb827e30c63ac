/** How many accounts were made lately, where a new one comes from. */
export interface Registered {
  /** By this device within an hour; 0 for a device without a number. */
  readonly fromDevice: number;
  /** From its network within ten minutes. */
  readonly fromNetwork: number;
  /** By everybody within ten minutes. */
  readonly inAll: number;
}

/** A device of a family, a classroom or a commune office makes some accounts, one after the other. */
const CALM_DEVICE = 5;
/** A class that registers together. */
const CALM_NETWORK = 40;
/** What a whole province does on an ordinary evening; more is a great day, or a flood. */
const CALM_ALL = 400;

/**
 * Whether a device does a small task before it may register: not in calm times, and for everybody in a rush, as people do not
 * notice two seconds and whoever makes accounts by the thousand does.
 */
export const asksTask = ({ fromDevice, fromNetwork, inAll }: Registered): boolean =>
  fromDevice >= CALM_DEVICE || fromNetwork >= CALM_NETWORK || inAll >= CALM_ALL;
