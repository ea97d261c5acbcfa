import { randomInt } from 'node:crypto';
import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import { newId } from '../../src/cloud/platform/ids';
import { statement } from '../../src/cloud/platform/database';
import { makeCorrection, makeRecord } from '../support/made-service';
import {
  aboutBoth,
  days,
  elsewhere,
  here,
  inBoth,
  member,
  type Sample,
  type World,
} from './policy-sample-kit';

type Community = typeof here;

const span = { from: '2026-11-01', to: '2026-11-23' };

/** A record of the caller's own. */
const withRecord = async ({ cloud, caller }: World, { communityId }: Community) =>
  makeRecord(cloud, { communityId, personId: caller.id });

const othersRecord = async (world: World, community: Community) => {
  const { id: personId } = await member(world, community);
  return makeRecord(world.cloud, { ...community, personId });
};

const ownAndElsewhere = (rest: object = {}) => ({
  own: () => ({ ...here, ...rest }),
  elsewhere: () => ({ ...elsewhere, ...rest }),
});

const ofRecord = (rest: object = {}) => ({
  own: async (world: World) => ({ ...here, recordId: await withRecord(world, here), ...rest }),
  'other’s': async (world: World) => ({ ...here, recordId: await othersRecord(world, here), ...rest }),
});

const aboutOthers =
  (rest: object = {}) =>
  (community: Community): Sample =>
  async (world) => ({ ...community, recordId: await othersRecord(world, community), ...rest });

const aboutCorrection =
  (rest: object) =>
  (community: Community): Sample =>
  async (world) => {
    const recordId = await othersRecord(world, community);
    const correctionId = await makeCorrection(world.cloud, recordId, community.communityId);
    return { ...community, correctionId, version: 1, ...rest };
  };

const insertCertificate = statement<object>(
  'test_made_certificate',
  `insert into certificates (community_id, id, year, number, code, person_id, volunteer_number, is_real_name, state,
     from_day, to_day, minutes, times, records, issuer, head, contact, issued_at)
   select $1, $2, 2026, coalesce(max(number), 0) + 1, $3, $4, 1, false, 'platform', '2026-11-01', '2026-11-23', 120, 1,
     '[]', '藕塘社区居民委员会', '', '', $5 from certificates where community_id = $1`,
);
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

async function makeCertificate({ cloud }: World, communityId: string, personId: string) {
  const certificateId = newId();
  const code = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('');
  const values = [communityId, certificateId, code, personId, cloud.clock.now()];
  await cloud.database.run(insertCertificate, values);
  return { certificateId, code };
}

const ofCertificate = {
  own: async (world: World) => {
    const { certificateId } = await makeCertificate(world, here.communityId, world.caller.id);
    return { ...here, certificateId };
  },
  'other’s': async (world: World) => {
    const { id } = await member(world, here);
    const { certificateId } = await makeCertificate(world, here.communityId, id);
    return { ...here, certificateId };
  },
};

const aboutCertificate =
  (rest: object) =>
  (community: Community): Sample =>
  async (world) => {
    const { id } = await member(world, community);
    const { certificateId } = await makeCertificate(world, community.communityId, id);
    return { ...community, certificateId, version: 1, ...rest };
  };

const insertHonour = statement<object>(
  'test_made_honour',
  `insert into volunteer_honours (community_id, id, person_id, kind, title, given_by, given_on, entered_at)
   values ($1, $2, $3, 'training', '急救培训', '社区', '2026-11-20', $4)`,
);

const aboutMember =
  (rest: object = {}) =>
  (community: Community): Sample =>
  async (world) => ({ ...community, personId: (await member(world, community)).id, ...rest });

const aboutHonour =
  (community: Community): Sample =>
  async (world) => {
    const { id: personId } = await member(world, community);
    const honourId = newId();
    const { database, clock } = world.cloud;
    await database.run(insertHonour, [community.communityId, honourId, personId, clock.now()]);
    return { ...community, personId, honourId };
  };

const currentVersion = statement<{ version: number }>(
  'test_service_settings_version',
  'select version from service_settings where community_id = $1',
);
const aboutSettings =
  ({ communityId }: Community): Sample =>
  async ({ cloud }) => {
    const version = (await cloud.database.row(currentVersion, [communityId]))?.version ?? 0;
    const columns = [{ header: '姓名', field: 'real_name' }];
    return { communityId, issuer: '居民委员会', head: '', contact: '', columns, version };
  };

const honour = { kind: 'training', title: '急救培训', givenBy: '社区', givenOn: '2026-11-20' };

export const serviceSamples = {
  getMyService: ownAndElsewhere(),
  listMyServiceRecords: ownAndElsewhere(),
  getMyServiceRecord: ofRecord(),
  updateMyVolunteer: ownAndElsewhere({ skills: ['修自行车'] }),
  setMyVolunteerName: ownAndElsewhere({ name: '陈小明', noticeVersion }),
  removeMyVolunteerName: ownAndElsewhere(),
  askServiceCorrection: ofRecord({ proposedMinutes: 180, reason: '少记了一小时' }),
  withdrawServiceCorrection: {
    own: async (world: World) => {
      const correctionId = await makeCorrection(world.cloud, await withRecord(world, here));
      return { ...here, correctionId, version: 1 };
    },
    'other’s': aboutCorrection({})(here),
  },
  listServiceRecords: inBoth(days),
  listActivityService: aboutBoth((community) => () => ({ ...community, activityId: newId() })),
  gradeService: aboutBoth(aboutOthers({ grade: 'good', version: 1 })),
  listServiceCorrections: inBoth(),
  decideServiceCorrection: aboutBoth(aboutCorrection({ decision: 'grant', reply: '核对过了' })),
  getVolunteerService: aboutBoth(aboutMember()),
  addHonour: aboutBoth(aboutMember(honour)),
  removeHonour: aboutBoth(aboutHonour),
  getServiceSettings: inBoth(),
  setServiceSettings: aboutBoth(aboutSettings),
  previewServiceExport: inBoth(days),
  exportServiceRecords: inBoth(days),
  issueCertificate: {
    own: async (world: World) => {
      await withRecord(world, here);
      return { ...here, ...span };
    },
    elsewhere: () => ({ ...elsewhere, ...span }),
  },
  listMyCertificates: ownAndElsewhere(),
  getCertificate: ofCertificate,
  getCertificatePdf: ofCertificate,
  verifyCertificate: {
    public: async (world: World) => {
      const { id } = await member(world, here);
      return { code: (await makeCertificate(world, here.communityId, id)).code };
    },
  },
  listCertificates: inBoth(),
  sealCertificate: aboutBoth(aboutCertificate({ sealNumber: '2026-001', handler: '王敏' })),
  revokeCertificate: aboutBoth(aboutCertificate({ reason: '开错了' })),
};
