/** Karst towers above still water: the land, in three distances. Decoration only. */
export function Karst() {
  return (
    <svg className="karst" viewBox="0 0 1200 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path
        className="karst__far"
        d="M0 210c36-4 52-70 78-74 24-4 34 44 58 46 30 2 40-96 74-100 32-4 40 78 66 84 22 4 32-40 56-42 26-2 36 56 62 60 34 4 44-128 82-132 36-4 46 106 76 114 22 6 34-52 58-54 26-2 36 64 66 66 34 2 46-110 82-114 34-4 46 92 76 98 24 4 36-46 60-48 28-2 38 62 66 64 30 2 42-88 76-90 30-2 42 70 70 76 22 4 34-38 56-38 24 0 34 36 70 40v134H0z"
      />
      <path
        className="karst__near"
        d="M0 262c30-2 50-58 84-62 34-4 44 48 74 50 36 2 52-92 92-96 38-4 50 80 84 88 26 6 42-34 70-36 34-2 48 48 84 50 44 2 62-40 102-42 36-2 52 30 90 32 42 2 58-72 98-76 40-4 52 66 88 70 34 4 46-98 88-102 40-4 54 88 90 94 34 6 46-50 78-52 34-2 44 46 78 48v72H0z"
      />
      <g className="karst__water" fill="none" strokeLinecap="round">
        <path d="M60 276c24-5 48-5 72 0s48 5 72 0 48-5 72 0" />
        <path d="M430 286c24-5 48-5 72 0s48 5 72 0 48-5 72 0 48 5 72 0" />
        <path d="M860 274c24-5 48-5 72 0s48 5 72 0" />
      </g>
    </svg>
  );
}
