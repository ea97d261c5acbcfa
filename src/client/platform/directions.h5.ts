import type { Directions } from './directions';

export const directions: Directions = {
  /** Tencent's map: in its app where there is one, else on its page. Takes GCJ-02 as it is. */
  open({ name, address, position }) {
    const marker = `coord:${position.lat},${position.lng};title:${name};addr:${address}`;
    const query = `marker=${encodeURIComponent(marker)}&referer=nuanxin`;
    window.open(`https://apis.map.qq.com/uri/v1/marker?${query}`, '_blank', 'noopener');
  },
};
