/** Published with every new visit: `{ communityId, checkInId }`. */
export const visitRecorded = 'check_in.recorded';
