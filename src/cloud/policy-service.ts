import type { Role } from '../contract/roles';
import { anyone, inCommunity, member } from './platform/rules';

const staff: Role[] = ['staff', 'organiser', 'admin'];
const readers: Role[] = [...staff, 'auditor'];

/** Of volunteers, their hours and proofs of them; a part of the policy. Who led an activity is known by its records. */
export const servicePolicy = {
  getMyService: member,
  listMyServiceRecords: member,
  getMyServiceRecord: member,
  updateMyVolunteer: member,
  setMyVolunteerName: member,
  removeMyVolunteerName: member,
  askServiceCorrection: member,
  withdrawServiceCorrection: member,
  listServiceRecords: inCommunity(...readers),
  listActivityService: member,
  gradeService: member,
  listServiceCorrections: member,
  decideServiceCorrection: member,
  getVolunteerService: inCommunity(...readers),
  addHonour: inCommunity(...staff),
  removeHonour: inCommunity(...staff),
  getServiceSettings: inCommunity(...readers),
  setServiceSettings: inCommunity('organiser', 'admin'),
  previewServiceExport: inCommunity(...staff),
  exportServiceRecords: inCommunity(...staff),

  issueCertificate: member,
  listMyCertificates: member,
  getCertificate: member,
  getCertificatePdf: member,
  verifyCertificate: anyone,
  listCertificates: inCommunity(...readers),
  sealCertificate: inCommunity('organiser', 'admin'),
  revokeCertificate: inCommunity('organiser', 'admin'),
} as const;
