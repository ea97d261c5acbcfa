export const pinImage = () => ({});
