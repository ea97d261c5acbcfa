/** A mini-program does not print. */
export const PosterSheets = () => null;
