/** Names of elements that people and editors write in questions. Whatever else stands behind "<" is a sign: "x<y". */
const NAMES =
  'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form frame frameset h[1-6] head header hr html i iframe image img input ins kbd label legend li link main map mark math meta nav nolink noscript object ol optgroup option p param picture pre q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr';
/** Parts of formulas and drawings, and names with a prefix or a hyphen. */
const PARTS =
  'annotation|maction|menclose|merror|mfenced|mfrac|mi|mmultiscripts|mn|mo|mover|mpadded|mphantom|mprescripts|mroot|mrow|ms|mspace|msqrt|mstyle|msub|msubsup|msup|mtable|mtd|mtext|mtr|munder|munderover|none|semantics|circle|defs|ellipse|g|line|path|polygon|polyline|rect|text|tspan|use|[a-z][a-z0-9]*[:-][a-z][\\w:.-]*';
/** Attributes that need no value. */
const ALONE =
  'allowfullscreen|autoplay|checked|controls|default|disabled|download|hidden|itemscope|loop|multiple|muted|noshade|nowrap|open|playsinline|readonly|required|reversed|selected';
const VALUE = `"[^"]*"|'[^']*'|[^\\s"'<>]+`;
const TAG = `</?(?:${NAMES.replaceAll(' ', '|')}|${PARTS})(?:\\s+(?:[a-z_:@][\\w:.@-]*\\s*=\\s*(?:${VALUE})|(?:${ALONE})(?=[\\s/>])))*\\s*/?>`;

const HAS_TAG = new RegExp(`${TAG}|<!--|&(?:#\\d|#x|[a-z]+;)`, 'iu');
const SIGN = new RegExp(`<(?!${TAG.slice(1)}|!--|!\\[CDATA\\[|\\?)`, 'giu');

/** Whether a text that may be plain or HTML has a tag, a comment or an entity. */
export const isHtml = (text: string): boolean => HAS_TAG.test(text);

/** HTML in which "<" that begins no tag is a sign, where browsers would swallow what stands behind it. */
export const withSignsKept = (html: string): string => html.replaceAll(SIGN, '&lt;');
