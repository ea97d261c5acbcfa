import type { Holds } from '../../contract/redemptions';
import { holdsChanged } from '../coupons/service';
import type { Changes } from '../platform/changes';
import type { Log } from '../platform/log';

interface WatchParts {
  changes: Changes;
  log: Log;
  listHolds(ids: { merchantId: string }): Promise<Holds>;
}

/** Tells the screens of a shop what waits there, at once and whenever it changes. */
export function createWatch({ changes, log, listHolds }: WatchParts) {
  const screens = new Map<string, Set<() => void>>();
  changes.on(holdsChanged, (merchantId) => {
    const told = merchantId === null ? [...screens.values()] : [screens.get(merchantId) ?? []];
    for (const shop of told) for (const tell of shop) tell();
  });

  return function watchHolds(ids: { merchantId: string }, send: (holds: Holds) => void): () => void {
    const { merchantId } = ids;
    const shop = screens.get(merchantId) ?? new Set();
    screens.set(merchantId, shop);
    let isReading = false;
    let asked = 0;
    let said = '';

    async function read(): Promise<void> {
      isReading = true;
      try {
        let answered: number;
        do {
          answered = asked;
          const holds = await listHolds(ids);
          const saying = JSON.stringify(holds);
          if (shop.has(tell) && saying !== said) send(holds);
          said = saying;
        } while (answered !== asked);
      } catch (error) {
        log.error({ err: error }, 'What waits in a shop could not be told');
      } finally {
        isReading = false;
      }
    }
    function tell(): void {
      asked += 1;
      if (!isReading) void read();
    }

    shop.add(tell);
    tell();
    return () => {
      shop.delete(tell);
      if (shop.size === 0 && screens.get(merchantId) === shop) screens.delete(merchantId);
    };
  };
}
