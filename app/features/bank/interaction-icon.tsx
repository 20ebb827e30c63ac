import type { Interaction } from '#app/domain/items/item.ts';

/** Small pictures of the kinds of answer; the words stand beside them. */
const DRAWN: Record<Interaction, string> = {
  choice: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
  multipleChoice: 'M3 3h14v14H3z M6.5 10l2.5 2.5 4.5-5',
  trueFalse: 'M2.5 10.5l2.5 2.5 4-5 M12.5 7.5l5 5 M17.5 7.5l-5 5',
  order: 'M4 5h5 M4 10h8 M4 15h11 M16 3v9 M13.5 9.5L16 12l2.5-2.5',
  match: 'M3 5h4 M3 15h4 M13 5h4 M13 15h4 M7 5l6 10 M7 15l6-10',
  textEntry: 'M3 5h14v10H3z M6 8v4 M9 12h5',
  numericEntry: 'M7 3L5 17 M14 3l-2 14 M3 7.5h14 M2.5 12.5h14',
};

export const InteractionIcon = ({ of }: { readonly of: Interaction }) => (
  <svg
    className="bank-icon"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={DRAWN[of]} />
  </svg>
);
