/** Kinds of QTI by what is said of them, as a person has no use for names of interactions. */
const NOTES = {
  composite: 'kind-several-fields',
  template: 'kind-template',
  extendedText: 'kind-essay',
  gapMatch: 'kind-gaps',
  hottext: 'kind-hottext',
  hotspot: 'kind-graphic',
  selectPoint: 'kind-graphic',
  graphicOrder: 'kind-graphic',
  graphicAssociate: 'kind-graphic',
  graphicGapMatch: 'kind-graphic',
  positionObject: 'kind-graphic',
  drawing: 'kind-graphic',
  slider: 'kind-slider',
  upload: 'kind-upload',
  custom: 'kind-custom',
  portableCustom: 'kind-custom',
} as const;

/** The code of the note that says why a kind is not taken. */
export const kindNote = (kind: string): string =>
  new Map<string, string>(Object.entries(NOTES)).get(kind) ?? 'kind-not-supported';
