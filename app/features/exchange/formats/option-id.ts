/** The id of the option at a place, from 0: a, b, …, z, n26, … */
export const optionIdAt = (index: number): string => (index < 26 ? String.fromCharCode(0x61 + index) : `n${index}`);
