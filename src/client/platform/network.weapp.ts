import Taro from '@tarojs/taro';
import type { Network } from './network';

/** WeChat tells it later than the first page is drawn; until then there is one. */
let isConnected = true;
const listeners: ((isOnline: boolean) => void)[] = [];

function tell(isOnline: boolean): void {
  if (isOnline === isConnected) return;
  isConnected = isOnline;
  for (const listener of listeners) listener(isOnline);
}

Taro.onNetworkStatusChange((status) => tell(status.isConnected));
void Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') });

export const network: Network = {
  isOnline: () => isConnected,
  onChange: (listener) => void listeners.push(listener),
};
