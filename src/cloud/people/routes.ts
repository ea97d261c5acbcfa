import type { FastifyInstance } from 'fastify';
import {
  cancelMyDeletion,
  createMyExport,
  getMe,
  listMyExports,
  removeMyAvatar,
  requestMyDeletion,
  setMyAvatar,
  updateMe,
} from '../../contract/people';
import {
  cancelMyDeletionSchemas,
  createMyExportSchemas,
  getMeSchemas,
  listMyExportsSchemas,
  removeMyAvatarSchemas,
  requestMyDeletionSchemas,
  setMyAvatarSchemas,
  updateMeSchemas,
} from '../../contract/people.schema';
import type { Database } from '../platform/database';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import { serveAvatars } from './avatars';
import { serveExports } from './export-links';
import type { People } from './service';

export function personRoutes({ on }: Router, people: People): void {
  on(getMe, getMeSchemas, policy.getMe, ({ asker }) => people.getMe(asker));
  on(updateMe, updateMeSchemas, policy.updateMe, ({ input, asker }) => people.updateMe(input, asker));
  on(setMyAvatar, setMyAvatarSchemas, policy.setMyAvatar, ({ input, asker }) =>
    people.setMyAvatar(input, asker),
  );
  on(removeMyAvatar, removeMyAvatarSchemas, policy.removeMyAvatar, ({ asker }) =>
    people.removeMyAvatar(asker),
  );
  on(createMyExport, createMyExportSchemas, policy.createMyExport, ({ asker, tx }) =>
    people.exports.createMyExport(asker, tx),
  );
  on(listMyExports, listMyExportsSchemas, policy.listMyExports, ({ asker }) =>
    people.exports.listMyExports(asker),
  );
  on(requestMyDeletion, requestMyDeletionSchemas, policy.requestMyDeletion, ({ asker }) =>
    people.requestMyDeletion(asker),
  );
  on(cancelMyDeletion, cancelMyDeletionSchemas, policy.cancelMyDeletion, ({ asker }) =>
    people.cancelMyDeletion(asker),
  );
}

/** Pictures, and the files of an export. */
export function servePeople(app: FastifyInstance, database: Database, people: People): void {
  serveAvatars(app, database);
  serveExports(app, people);
}
