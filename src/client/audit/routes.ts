import { definePage } from '../ui/route';

export const auditRoutes = { log: definePage('audit/desk/log', 'communityId') };
