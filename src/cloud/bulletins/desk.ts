import { bulletinProblems, type ManagedBulletin } from '../../contract/bulletins';
import type { updateBulletinSchemas } from '../../contract/bulletins.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuseMove, stepFor } from '../platform/moves';
import { refuse } from '../platform/refusal';
import { mayReachAll } from './access';
import { mediaIdsOf } from './blocks';
import * as desk from './desk-queries';
import { createManagedView, type Ids } from './looking';
import { bulletinMachine } from './machine';
import type { BulletinsParts } from './service';
import { changedText } from './texts';
import { columnsOf, demandDepartment, isEmpty, kept, type Kept, type Written } from './writing';

type UpdateInput = InputOf<typeof updateBulletinSchemas>;

/** Who may not speak to every community neither begins to nor changes what does. */
export async function demandReach(
  tx: Queries,
  communityId: string,
  reach: Written['reach'],
  asker: Asker,
): Promise<void> {
  if (reach === 'community') return;
  const publisher = await tx.row(desk.findPublisher, [communityId]);
  if (!mayReachAll(asker.roles.get(communityId), publisher?.mayPublishEverywhere ?? false))
    throw refuse(bulletinProblems.bulletin_reach, {
      fields: { reach: bulletinProblems.bulletin_reach.title },
    });
}

/** What staff write. */
export function createDesk(parts: BulletinsParts) {
  const { database, clock, media, audit } = parts;
  const view = createManagedView(parts);

  /** Pictures that are new to it are its own from now on. */
  async function claim(tx: Queries, { communityId, bulletinId }: Ids, { blocks }: Kept, asker: Asker) {
    const known = await tx.rows(desk.listMediaIds, [communityId, bulletinId]);
    const ids = mediaIdsOf(blocks).filter((id) => !known.some(({ mediaId }) => mediaId === id));
    const { personId } = asker;
    const subject = { kind: 'bulletin', id: bulletinId };
    await media.claim(tx, { communityId, personId, purpose: 'bulletin', ids, subject });
  }

  async function write(tx: Queries, input: UpdateInput, content: Kept, asker: Asker): Promise<void> {
    const { communityId, bulletinId, version, departmentId, reach } = input;
    const ids = [communityId, bulletinId];
    const current = await tx.row(desk.find, ids);
    if (current && current.version !== version) {
      const { state, version: theirs } = current;
      const details = { current: { state, version: theirs }, detail: changedText(theirs) };
      throw refuse(problems.conflict, details);
    }
    const step = stepFor(bulletinMachine, current, { action: 'edit', actors: ['staff'], version, given: {} });
    await demandReach(tx, communityId, current?.reach === 'all' ? 'all' : reach, asker);
    await demandDepartment(tx, communityId, departmentId);
    if (step.from !== 'draft' && isEmpty(content.blocks)) throw refuse(bulletinProblems.bulletin_empty);
    await claim(tx, input, content, asker);
    const values = [...ids, ...columnsOf(content), version, step.from, clock.now()];
    if (!(await tx.run(desk.update, values))) throw refuseMove(await tx.row(desk.find, ids));
    if (step.from !== 'published') return;
    const details = { bulletinId, version: version + 1 };
    await audit.record(tx, { communityId, actorId: asker.personId, action: 'bulletin_edited', details });
  }

  return {
    /** Staff, organiser or admin: a draft. */
    async createBulletin(input: Written, asker: Asker, tx: Queries): Promise<ManagedBulletin> {
      const { communityId, departmentId, reach } = input;
      const ids = { communityId, bulletinId: newId() };
      const content = kept(input);
      await demandReach(tx, communityId, reach, asker);
      await demandDepartment(tx, communityId, departmentId);
      await tx.run(desk.insert, [communityId, ids.bulletinId, ...columnsOf(content), clock.now()]);
      const { personId } = asker;
      const subject = { kind: 'bulletin', id: ids.bulletinId };
      const mediaIds = mediaIdsOf(content.blocks);
      await media.claim(tx, { communityId, personId, purpose: 'bulletin', ids: mediaIds, subject });
      return view(tx, ids, asker);
    },

    /** Staff, organiser or admin. */
    async updateBulletin(input: UpdateInput, asker: Asker): Promise<ManagedBulletin> {
      const content = kept(input);
      return database.transaction(async (tx) => {
        await write(tx, input, content, asker);
        return view(tx, input, asker);
      });
    },
  };
}
