/** Pixels each side at most: what the cloud keeps. */
export const pictureSize = 192;
