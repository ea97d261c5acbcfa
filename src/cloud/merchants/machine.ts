import type { MerchantStatus } from '../../contract/merchants';

/** What becomes of a merchant; an application that is declined ends as well. `ended` is for good. */
const merchantMachine: readonly { readonly from: MerchantStatus; readonly to: MerchantStatus }[] = [
  { from: 'draft', to: 'active' },
  { from: 'draft', to: 'ended' },
  { from: 'active', to: 'paused' },
  { from: 'active', to: 'ended' },
  { from: 'paused', to: 'active' },
  { from: 'paused', to: 'ended' },
];

/** The statuses from which one comes to another. */
export const statusesBefore = (to: MerchantStatus): MerchantStatus[] =>
  merchantMachine.filter((step) => step.to === to).map(({ from }) => from);
