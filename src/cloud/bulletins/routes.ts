import * as bulletins from '../../contract/bulletins';
import * as schemas from '../../contract/bulletins.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Bulletins } from './service';

function readerRoutes({ on }: Router, service: Bulletins): void {
  on(bulletins.listBulletins, schemas.listBulletinsSchemas, policy.listBulletins, ({ input, asker }) =>
    service.listBulletins(input, asker),
  );
  on(bulletins.getBulletin, schemas.getBulletinSchemas, policy.getBulletin, ({ input, asker }) =>
    service.getBulletin(input, asker),
  );
  on(bulletins.readBulletin, schemas.readBulletinSchemas, policy.readBulletin, ({ input, asker }) =>
    service.readBulletin(input, asker),
  );
}

function lookRoutes({ on }: Router, service: Bulletins): void {
  on(
    bulletins.listManagedBulletins,
    schemas.listManagedBulletinsSchemas,
    policy.listManagedBulletins,
    ({ input, asker }) => service.listManagedBulletins(input, asker),
  );
  on(
    bulletins.getManagedBulletin,
    schemas.getManagedBulletinSchemas,
    policy.getManagedBulletin,
    ({ input, asker }) => service.getManagedBulletin(input, asker),
  );
  on(
    bulletins.listBulletinVersions,
    schemas.listBulletinVersionsSchemas,
    policy.listBulletinVersions,
    ({ input }) => service.listBulletinVersions(input),
  );
  on(
    bulletins.getBulletinFigures,
    schemas.getBulletinFiguresSchemas,
    policy.getBulletinFigures,
    ({ input }) => service.getBulletinFigures(input),
  );
}

function deskRoutes({ on }: Router, service: Bulletins): void {
  on(bulletins.createBulletin, schemas.createBulletinSchemas, policy.createBulletin, ({ input, asker, tx }) =>
    service.createBulletin(input, asker, tx),
  );
  on(bulletins.updateBulletin, schemas.updateBulletinSchemas, policy.updateBulletin, ({ input, asker }) =>
    service.updateBulletin(input, asker),
  );
  on(
    bulletins.scheduleBulletin,
    schemas.scheduleBulletinSchemas,
    policy.scheduleBulletin,
    ({ input, asker }) => service.scheduleBulletin(input, asker),
  );
  on(bulletins.publishBulletin, schemas.publishBulletinSchemas, policy.publishBulletin, ({ input, asker }) =>
    service.publishBulletin(input, asker),
  );
  on(bulletins.pinBulletin, schemas.pinBulletinSchemas, policy.pinBulletin, ({ input, asker }) =>
    service.pinBulletin(input, asker),
  );
  on(
    bulletins.withdrawBulletin,
    schemas.withdrawBulletinSchemas,
    policy.withdrawBulletin,
    ({ input, asker }) => service.withdrawBulletin(input, asker),
  );
}

export function bulletinRoutes(router: Router, service: Bulletins): void {
  readerRoutes(router, service);
  lookRoutes(router, service);
  deskRoutes(router, service);
}
