/** Standard templates of QTI 2. */
export const MATCH =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
export const MAP =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response.xml"/>';

/** One item of QTI 2 with its response R. */
export const qtiItem = (declaration: string, body: string, rest = MATCH, title = 'Một'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="mot" title="${title}" adaptive="false" timeDependent="false">
${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody>${body}</itemBody>${rest}</assessmentItem>`;

/** What R may be, and what is right. */
export const declared = (cardinality: string, baseType: string, values: readonly string[], mapping = ''): string => {
  const written = values.map((value) => `<value>${value}</value>`).join('');
  const correct = values.length > 0 ? `<correctResponse>${written}</correctResponse>` : '';
  return `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${baseType}">${correct}${mapping}</responseDeclaration>`;
};

/** Choices C0, C1, … with their texts. */
export const choices = (...texts: readonly string[]): string =>
  `<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Chọn gì?</prompt>${texts
    .map((text, at) => `<simpleChoice identifier="C${at}">${text}</simpleChoice>`)
    .join('')}</choiceInteraction>`;

/** A field within a sentence. */
export const FIELD = '<p>Điền: <textEntryInteraction responseIdentifier="R"/>.</p>';

/** A mapping of keys to marks. */
export const mapping = (entries: Readonly<Record<string, number>>, attributes = ''): string =>
  `<mapping defaultValue="0"${attributes}>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;

export const ANSWER = '<variable identifier="R"/>';
export const CORRECT = '<correct identifier="R"/>';
export const value = (text: string | number, baseType = 'float'): string =>
  `<baseValue baseType="${baseType}">${text}</baseValue>`;
export const earns = (expression: string | number, outcome = 'SCORE'): string =>
  `<setOutcomeValue identifier="${outcome}">${typeof expression === 'number' ? value(expression) : expression}</setOutcomeValue>`;

/** One condition: each test with what it sets, in their order. */
export const condition = (...branches: readonly (readonly [string, string])[]): string =>
  `<responseCondition>${branches
    .map(([test, sets], at) =>
      at === 0 ? `<responseIf>${test}${sets}</responseIf>` : `<responseElseIf>${test}${sets}</responseElseIf>`,
    )
    .join('')}</responseCondition>`;
export const rules = (...statements: readonly string[]): string =>
  `<responseProcessing>${statements.join('')}</responseProcessing>`;
