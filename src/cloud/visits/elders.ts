import type { Elder } from '../../contract/visits';
import type { Sealing } from '../platform/sealing';
import type { ElderRecord } from './queries';

/** What is sealed of one. */
export type Facts = Omit<Elder, 'id' | 'version' | 'volunteerIds'>;

export const contextOf = (communityId: string, elderId: string) => `elder_visits:${communityId}:${elderId}`;

export function openFacts(
  sealing: Sealing,
  communityId: string,
  { id, sealed, keyId }: Pick<ElderRecord, 'id' | 'sealed' | 'keyId'>,
): Facts {
  return JSON.parse(sealing.open({ bytes: sealed, keyId }, contextOf(communityId, id))) as Facts;
}

/** 王＊＊ */
export const masked = (name: string): string => `${Array.from(name)[0] ?? ''}＊＊`;
