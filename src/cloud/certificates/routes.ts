import * as certificates from '../../contract/certificates';
import * as schemas from '../../contract/certificates.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Certificates } from './service';

export function certificateRoutes({ on }: Router, service: Certificates): void {
  on(
    certificates.issueCertificate,
    schemas.issueCertificateSchemas,
    policy.issueCertificate,
    ({ input, asker, tx }) => service.issueCertificate(input, asker, tx),
  );
  on(
    certificates.listMyCertificates,
    schemas.listMyCertificatesSchemas,
    policy.listMyCertificates,
    ({ input, asker }) => service.listMyCertificates(input, asker),
  );
  on(certificates.getCertificate, schemas.getCertificateSchemas, policy.getCertificate, ({ input, asker }) =>
    service.getCertificate(input, asker),
  );
  on(
    certificates.getCertificatePdf,
    schemas.getCertificatePdfSchemas,
    policy.getCertificatePdf,
    ({ input, asker }) => service.getCertificatePdf(input, asker),
  );
  on(
    certificates.verifyCertificate,
    schemas.verifyCertificateSchemas,
    policy.verifyCertificate,
    ({ input, caller }) => service.verifyCertificate(input, caller),
  );
  on(
    certificates.listCertificates,
    schemas.listCertificatesSchemas,
    policy.listCertificates,
    ({ input, asker }) => service.listCertificates(input, asker),
  );
  on(
    certificates.sealCertificate,
    schemas.sealCertificateSchemas,
    policy.sealCertificate,
    ({ input, asker }) => service.sealCertificate(input, asker),
  );
  on(
    certificates.revokeCertificate,
    schemas.revokeCertificateSchemas,
    policy.revokeCertificate,
    ({ input, asker }) => service.revokeCertificate(input, asker),
  );
}
