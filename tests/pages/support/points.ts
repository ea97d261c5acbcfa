import { correctPoints } from '../../../src/contract/points';
import { newKey } from '../../../src/client/idempotency-key';
import { communityOf } from './community';
import { signedInRider } from './rider';

/** As an organiser does, without a page. */
export async function givePoints(personId: string, amounts: readonly number[]): Promise<void> {
  const organiser = await signedInRider('organiser');
  const communityId = communityOf(organiser);
  const corrections = amounts.map((amount) => {
    const input = { communityId, personId, amount, reason: '漏记' };
    return organiser.root.api.call(correctPoints, input, { key: newKey(Date.now()) });
  });
  await Promise.all(corrections);
}
