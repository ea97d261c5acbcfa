import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { agendaJobs } from './agendas/jobs';
import { attendanceJobs } from './attendances/jobs';
import { attendanceRoutes } from './attendances/routes';
import { createAttendances } from './attendances/service';
import { bulletinJobs } from './bulletins/jobs';
import { bulletinRoutes } from './bulletins/routes';
import { createBulletins } from './bulletins/service';
import { activityJobs } from './activities/jobs';
import { activityRoutes } from './activities/routes';
import { createActivities, serveActivityCalendar } from './activities/service';
import { checkInJobs } from './check-ins/jobs';
import { checkInRoutes } from './check-ins/routes';
import { createCheckIns } from './check-ins/service';
import { codeRoutes, serveDoor } from './codes/routes';
import { createCodes } from './codes/service';
import { communityRoutes } from './communities/routes';
import { createCommunities } from './communities/service';
import { serveHealth } from './platform/health';
import { serveOnly } from './platform/doors';
import type { Log } from './platform/log';
import { answerWithProblems } from './platform/problems';
import { sendSafeHeaders } from './platform/headers';
import type { Limits } from './platform/rate-limit';
import { serveReference } from './platform/reference';
import { createRouter, trafficOf, type Router } from './platform/router';
import { acceptEmptyBodies, useStrictValidation } from './platform/validation';
import { serveWeb } from './platform/web';
import { acceptBytes } from './platform/bytes';
import { serveWechatMessages } from './platform/wechat/messages';
import { mediaJobs } from './media/jobs';
import { mediaRoutes, serveMedia } from './media/routes';
import { createMedia } from './media/service';
import { memberJobs } from './members/jobs';
import { memberRoutes } from './members/routes';
import { createMembers, createPartyReports } from './members/service';
import { merchantJobs } from './merchants/jobs';
import { merchantRoutes } from './merchants/routes';
import { createCoupons } from './coupons/service';
import { couponJobs } from './coupons/jobs';
import { couponRoutes } from './coupons/routes';
import { redemptionJobs } from './redemptions/jobs';
import { redemptionRoutes } from './redemptions/routes';
import { createRedemptions } from './redemptions/service';
import { createMerchants, serveMerchantPhotos } from './merchants/service';
import { consultationJobs } from './consultations/jobs';
import { consultationRoutes } from './consultations/routes';
import { createConsultations } from './consultations/service';
import { hearOfSubscriptions, noticeJobs } from './notices/jobs';
import { noticeRoutes } from './notices/routes';
import { createNotices } from './notices/service';
import { personRoutes, servePeople } from './people/routes';
import { createPeople } from './people/service';
import { personJobs } from './people/jobs';
import { consentRoutes } from './consents/routes';
import { createConsents } from './consents/service';
import { openDoors } from './open-doors';
import { policy } from './policy';
import { createLeaving, personalDataOf } from './personal-data';
import type { Parts } from './start';
import { auditJobs } from './audit/jobs';
import { auditRoutes } from './audit/routes';
import { createAudit } from './audit/service';
import { openDataRoutes } from './open-data/routes';
import { createOpenData, serveOpenData } from './open-data/service';
import { pointJobs } from './points/jobs';
import { pointRoutes } from './points/routes';
import { createPoints } from './points/service';
import { reportJobs } from './reports/jobs';
import { reportRoutes } from './reports/routes';
import { reportDeskRoutes } from './reports/desk-routes';
import { createReportDesk } from './reports/desk-service';
import { createReports } from './reports/service';
import { requestJobs } from './requests/jobs';
import { requestDeskRoutes } from './requests/desk-routes';
import { createRequestDesk } from './requests/desk-service';
import { requestRoutes } from './requests/routes';
import { createRequests } from './requests/service';
import { serviceRecordJobs } from './service-records/jobs';
import { serviceDeskRoutes, serviceFileRoutes, serviceRecordRoutes } from './service-records/routes';
import { createServiceRecords } from './service-records/service';
import { certificateJobs } from './certificates/jobs';
import { certificateRoutes } from './certificates/routes';
import { createCertificates, serveVerifyDoor } from './certificates/service';
import { screeningJobs } from './screenings/jobs';
import { screeningRoutes } from './screenings/routes';
import { createScreenings } from './screenings/service';
import { stationRoutes } from './stations/routes';
import { createStations } from './stations/service';
import { createIdentify } from './sessions/identify';
import { sessionRoutes } from './sessions/routes';
import { sessionJobs } from './sessions/jobs';
import { createSessions, phoneSubjectOf } from './sessions/service';
import { serveWechatWeb } from './sessions/wechat-web';
import { visitJobs } from './visits/jobs';
import { visitRoutes } from './visits/routes';
import { createVisits } from './visits/service';
import { wechatRoutes } from './wechat/routes';
import { workingDayRoutes } from './working-days/routes';
import { createWorkingDays } from './working-days/service';

/** Every concept, spelled out: each is given those it needs. */
function createConcepts(parts: Parts) {
  const communities = createCommunities(parts);
  const audit = createAudit({ ...parts, communities });
  const workingDays = createWorkingDays({ ...parts, audit });
  const consents = createConsents({
    ...parts,
    whenWithdrawn: {
      phone: (tx, personId) => people.forgetPhone(tx, personId),
      volunteer_name: (tx, personId) => serviceRecords.forgetNames(tx, personId),
      party_report_in: (tx, personId) => createPartyReports(parts.sealing).removeAll(tx, personId),
    },
  });
  const notices = createNotices({ ...parts, audit, communities });
  const { notify } = notices;
  const people = createPeople({ ...parts, consents, notify, personalData: personalDataOf(parts) });
  const sessions = createSessions({ ...parts, people });
  const known = { audit, communities, consents, notify, people };
  const phoneSubject = (phone: string) => phoneSubjectOf(parts.sealing, phone);
  const media = createMedia({ ...parts, audit });
  const leaveElsewhere = createLeaving(parts.clock);
  const members = createMembers({ ...parts, ...known, phoneSubject, leaveElsewhere });
  const stations = createStations({ ...parts, communities });
  const merchants = createMerchants({ ...parts, ...known, join: members.join });
  const codes = createCodes({ ...parts, communities, stations, merchants });
  const checkIns = createCheckIns({ ...parts, communities, stations, codes, join: members.join });
  const attendances = createAttendances({ ...parts, ...known, join: members.join });
  const points = createPoints({ ...parts, ...known });
  const coupons = createCoupons({ ...parts, communities, merchants, codes, points });
  const screenings = createScreenings({ ...parts, ...known, pictures: media });
  const redemptions = createRedemptions({ ...parts, ...known, merchants, coupons });
  const reports = createReports({ ...parts, ...known, media, points, screenings, workingDays });
  const requests = createRequests({ ...parts, ...known, media, screenings, workingDays });
  const requestDesk = createRequestDesk({ ...parts, ...known, media, requests });
  const activities = createActivities({
    ...parts,
    ...known,
    media,
    join: members.join,
    pauseOf: attendances.pauseOf,
  });
  const consultations = createConsultations({ ...parts, ...known, activities, requests, workingDays });
  const visits = createVisits({ ...parts, ...known, activities });
  const openData = createOpenData({ ...parts, ...known, media, reports });
  const places = { stations, merchants, codes, checkIns, attendances, points, coupons, redemptions };
  const others = { communities, workingDays, audit, consents, notices, people, members, sessions, media };
  const serviceRecords = createServiceRecords({
    ...parts,
    ...known,
    points,
    whenChanged: (tx, communityId, recordId) => certificates.supersede(tx, communityId, recordId),
  });
  const certificates = createCertificates({ ...parts, ...known, serviceRecords });
  const reportDesk = createReportDesk({ ...parts, ...known, media, reports });
  const bulletins = createBulletins({ ...parts, ...known, media });
  const desks = { reports, reportDesk, requests, requestDesk, consultations, activities, visits };
  return { ...others, ...places, serviceRecords, certificates, screenings, ...desks, openData, bulletins };
}

type Concepts = ReturnType<typeof createConcepts>;

function serveConcepts(router: Router, concepts: Concepts, parts: Parts): void {
  auditRoutes(router, concepts.audit);
  personRoutes(router, concepts.people);
  consentRoutes(router, concepts.consents);
  noticeRoutes(router, concepts.notices);
  memberRoutes(router, concepts.members);
  mediaRoutes(router, concepts.media);
  wechatRoutes(router, parts);
  sessionRoutes(router, concepts.sessions);
  communityRoutes(router, concepts.communities);
  workingDayRoutes(router, concepts.workingDays);
  stationRoutes(router, concepts.stations);
  merchantRoutes(router, concepts.merchants);
  codeRoutes(router, concepts.codes);
  checkInRoutes(router, concepts.checkIns);
  attendanceRoutes(router, concepts.attendances);
  pointRoutes(router, concepts.points);
  couponRoutes(router, concepts.coupons);
  redemptionRoutes(router, concepts.redemptions);
  screeningRoutes(router, concepts.screenings);
  serviceRecordRoutes(router, concepts.serviceRecords);
  serviceDeskRoutes(router, concepts.serviceRecords);
  serviceFileRoutes(router, concepts.serviceRecords);
  certificateRoutes(router, concepts.certificates);
  reportRoutes(router, concepts.reports);
  reportDeskRoutes(router, concepts.reportDesk);
  requestRoutes(router, concepts.requests);
  requestDeskRoutes(router, concepts.requestDesk);
  consultationRoutes(router, concepts.consultations);
  activityRoutes(router, concepts.activities);
  visitRoutes(router, concepts.visits);
  openDataRoutes(router, concepts.openData);
  bulletinRoutes(router, concepts.bulletins);
}

function doJobs(parts: Parts, concepts: Concepts): void {
  const { people, notices, media, merchants, checkIns, points, coupons, screenings, reports, activities } =
    concepts;
  const { jobs, clock, sealing, wechatMessages } = parts;
  noticeJobs(jobs, notices, clock);
  hearOfSubscriptions(wechatMessages);
  memberJobs(jobs, sealing);
  mediaJobs(jobs, media, clock);
  merchantJobs(jobs, clock);
  personJobs(jobs, people, clock);
  auditJobs(jobs, clock);
  sessionJobs(jobs, clock);
  checkInJobs(jobs, clock);
  attendanceJobs({ ...parts, attendances: concepts.attendances });
  pointJobs({ ...parts, checkIns, points });
  couponJobs({ ...parts, merchants, coupons });
  redemptionJobs(jobs, clock);
  serviceRecordJobs({ ...parts, serviceRecords: concepts.serviceRecords });
  certificateJobs(jobs, sealing);
  screeningJobs({ ...parts, screenings });
  reportJobs({ ...parts, reports });
  bulletinJobs({ ...parts, notify: notices.notify });
  requestJobs({ ...parts, requests: concepts.requests });
  consultationJobs({ ...parts, consultations: concepts.consultations });
  activityJobs({ ...parts, activities });
  agendaJobs(jobs, clock);
  visitJobs({ ...parts, activities });
}

/** One line a request: by route, never by address or query. */
function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onRoute', (route) => {
    const { url } = route;
    route.onResponse = (request, reply, done) => {
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      log.info({ method: request.method, route: url, status: reply.statusCode, ms }, 'request');
      done();
    };
  });
}

/** Before anything is read of the request. */
function limitAddresses(app: FastifyInstance, limits: Limits): void {
  app.addHook('onRequest', (request, _reply, done) => {
    limits.count(trafficOf(request.method), 'address', request.ip);
    done();
  });
}

const bodyLimit = 64 * 1024;

export async function createServer(parts: Parts): Promise<FastifyInstance> {
  const { settings, database, clock, changes, log, limits } = parts;
  const options: FastifyServerOptions = {
    // Its own would make a logger for every request; lines are written by the hooks below.
    logger: false,
    trustProxy: settings.trustedProxies > 0 && ((_address, hop) => hop < settings.trustedProxies),
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  };
  const app = Fastify(options);
  useStrictValidation(app);
  acceptEmptyBodies(app);
  acceptBytes(app);
  answerWithProblems(app, log);
  serveOnly(app, openDoors);
  logRequests(app, log);
  await sendSafeHeaders(app, settings);
  limitAddresses(app, limits);
  await serveReference(app, settings.publicUrl);
  serveHealth(app, database);
  const identify = createIdentify({ database, changes, clock });
  const concepts = createConcepts(parts);
  const router = createRouter({
    app,
    database,
    clock,
    limits,
    identify: (request) => identify(request.headers.authorization),
    policy,
    communityOf: {
      communityId: (id) => id,
      stationId: async (id) => (await concepts.stations.describe(id)).communityId,
      merchantId: async (id) => (await concepts.merchants.shopById(id)).communityId,
    },
  });
  serveConcepts(router, concepts, parts);
  doJobs(parts, concepts);
  serveDoor(app);
  serveVerifyDoor(app);
  serveWechatWeb(app, { ...parts, sessions: concepts.sessions });
  servePeople(app, database, concepts.people);
  serveMerchantPhotos(app, database);
  serveMedia(app, concepts.media);
  serveActivityCalendar(app, parts);
  serveOpenData(app, { ...parts, ...concepts });
  await serveWechatMessages(app, parts.wechatMessages);
  const hasJsSdk = settings.officialAccount !== null;
  if (settings.h5Dir) await serveWeb(app, { folder: settings.h5Dir, hasJsSdk, log });
  return app;
}
