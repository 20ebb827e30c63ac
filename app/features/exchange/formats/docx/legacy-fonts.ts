const TCVN_CODES = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦';
const TCVN_SIGNS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';

const TCVN = new Map(Array.from(TCVN_CODES, (code, at) => [code, Array.from(TCVN_SIGNS)[at] ?? code]));

/** Fonts of the time before Unicode, by their names: .VnTime and its kin (TCVN3), VNI-Times and its kin. */
export function legacyFont(name: string): 'tcvn' | 'vni' | undefined {
  if (/^\.Vn/iu.test(name)) return 'tcvn';
  return /^VNI[- ]/iu.test(name) ? 'vni' : undefined;
}

/** The Unicode text of what was typed in a font of TCVN3; fonts whose names end with H show capitals only. */
export function fromTcvn(text: string, font: string): string {
  const read = Array.from(text, (sign) => TCVN.get(sign) ?? sign).join('');
  return /H$/u.test(font) ? read.toUpperCase() : read;
}
