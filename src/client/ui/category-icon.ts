import type { MerchantCategory } from '../../contract/merchants';
import type { IconName } from './icon';

/** The picture of a kind of shop. */
export const categoryIcons: Record<MerchantCategory, IconName> = {
  catering: 'bowl',
  health: 'medicine-box',
  education: 'books',
  other: 'shop',
};
