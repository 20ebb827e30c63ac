/** Letters of Vietnamese that only Unicode has: a text with one of them is not in an old code. */
const UNICODE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;

/** VNI writes a mark as a letter of its own behind the vowel: "Haø Noäi". These pairs stand in no Vietnamese word. */
const VNI_PAIR = /[aeouyôö][øåäõ]|[aeuyôö][ûï]|oû(?!t)|[aeo]â|[aeuyôö]ù|[aâ]á|aê|aé|[ôö]ø/iu;
/** "ñöôïc", "ñaây", "ngöôøi": two of its letters beside each other are proof. */
const VNI_PROOF = /öô|ñö|aâ[uy]|oâi|(?<!\p{L})ñ[aeiouyô][øåäûõïùâáàãéèêë]/iu;

/** TCVN3 puts its letters where Western codes have signs: "C©u hái", "lµ", "®­îc". */
const TCVN3_PAIR = /\p{L}[µ¸¶¹¨©ª«¬][\p{Ll}\u00ad]|\p{Ll}µ/u;
const TCVN3_PROOF = /\p{L}©\p{Ll}|(?<!\p{L})®[\p{Ll}¸¶·¹¨©«¬\u00ad]/u;

/**
 * Whether a text was typed in VNI or TCVN3 (ABC), the codes from before Unicode, whatever its font: one pair that nothing else
 * has, or two words with pairs that are rare elsewhere ("Noël" alone is French). Single words without such a pair pass.
 */
export function isLegacyText(text: string): boolean {
  if (UNICODE.test(text) || !/[^\u0000-\u007f]/u.test(text)) return false;
  if (VNI_PROOF.test(text) || TCVN3_PROOF.test(text)) return true;
  const words = new Set(text.toLowerCase().split(/[\s.,;:?!()"“”]+/u));
  return [VNI_PAIR, TCVN3_PAIR].some((pair) => [...words].filter((word) => pair.test(word)).length >= 2);
}
