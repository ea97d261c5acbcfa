/** Roles a person can hold in a community. */
export const roles = [
  'rider',
  'grid_member',
  'merchant_clerk',
  'activity_leader',
  'department_officer',
  'staff',
  'organiser',
  'admin',
  'auditor',
] as const;

export type Role = (typeof roles)[number];
