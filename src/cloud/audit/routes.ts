import { exportAuditLog, listAuditEntries } from '../../contract/audit';
import { exportAuditLogSchemas, listAuditEntriesSchemas } from '../../contract/audit.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Audit } from './service';

export function auditRoutes({ on }: Router, audit: Audit): void {
  on(listAuditEntries, listAuditEntriesSchemas, policy.listAuditEntries, ({ input }) =>
    audit.listAuditEntries(input),
  );
  on(exportAuditLog, exportAuditLogSchemas, policy.exportAuditLog, ({ input, asker }) =>
    audit.exportAuditLog(input, asker),
  );
}
