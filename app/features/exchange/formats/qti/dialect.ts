/** How a version of QTI writes its names, and what it calls itself. */
export interface Dialect {
  readonly format: 'qti21' | 'qti3';
  /** The name of an element or an attribute, from that of QTI 2. */
  element(name: string): string;
  attribute(name: string): string;
  readonly itemRoot: string;
  readonly itemType: string;
  readonly templates: string;
  readonly manifestRoot: string;
  readonly schema: string;
  readonly schemaVersion: string;
}

const same = (name: string): string => name;
const kebab = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** QTI 2.1, which readers of 2.2 take as well. */
export const QTI2: Dialect = {
  format: 'qti21',
  element: same,
  attribute: same,
  itemRoot: `xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" ${XSI} xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"`,
  itemType: 'imsqti_item_xmlv2p1',
  templates: 'http://www.imsglobal.org/question/qti_v2p1/rptemplates/',
  manifestRoot: `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" ${XSI} xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"`,
  schema: 'QTIv2.1 Package',
  schemaVersion: '1.0.0',
};

/** QTI 3.0. */
export const QTI3: Dialect = {
  format: 'qti3',
  element: (name) => `qti-${kebab(name)}`,
  attribute: kebab,
  itemRoot: `xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" ${XSI} xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"`,
  itemType: 'imsqti_item_xmlv3p0',
  templates: 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/',
  manifestRoot: `xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" ${XSI} xsi:schemaLocation="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"`,
  schema: 'QTI Package',
  schemaVersion: '3.0.0',
};
