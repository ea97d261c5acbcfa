import type { PushPermission } from './push-permission';

/** Browsers get no messages from WeChat: the inbox is what there is. */
export const pushPermission: PushPermission = { isAvailable: false, ask: () => Promise.resolve(null) };
