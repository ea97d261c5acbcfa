import { getMe } from '../../../contract/people';
import type { RootStore } from '../../root-store';

/** Memberships or roles have just changed: asks who I am at once. */
export async function askWhoIAm({ api, sessions }: RootStore): Promise<void> {
  try {
    sessions.showMe(await api.call(getMe, {}));
  } catch {
    // What was changed is done; what is shown of it comes with the next answer.
  }
}
