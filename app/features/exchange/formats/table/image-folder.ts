/** The folder of images beside a table, within a .zip. */
export const IMAGE_FOLDER = 'hinh';
