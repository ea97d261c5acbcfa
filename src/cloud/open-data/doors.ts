import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../../contract/http';
import { openDataPaths } from '../../contract/open-data';
import { reportCategories } from '../../contract/reports';
import { sendProblem } from '../platform/problems';
import { Open311Refusal, type Query } from './asked';
import { discoveryOf, serviceOf } from './discovery';
import { sendList, sendOne, type Format } from './formats';
import type { OpenData, OpenDataParts } from './service';
import { errors } from './texts';

const { base } = openDataPaths;
/** Public answers may be this old, seconds. */
const maxAge = 60;
/** What a photo's signed address is good for, seconds. */
const photoSeconds = 600;
const hidden = { schema: { hide: true } };
const anyFormat = '.:format(^(?:json|xml)$)';

const lists = {
  services: { list: 'services', item: 'service' },
  requests: { list: 'service_requests', item: 'request' },
  errors: { list: 'errors', item: 'error' },
};

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

const formatOf = (request: FastifyRequest) => (request.params as { format: Format }).format;
const queryOf = (request: FastifyRequest) => request.query as Query;
const partOf = (request: FastifyRequest, name: string) =>
  (request.params as Record<string, string>)[name] ?? '';
const cached = (reply: FastifyReply) => reply.header('cache-control', `public, max-age=${maxAge}`);
const uncached = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

/** Refusals leave in the format that was asked for. */
const answering =
  (handle: Handle): Handle =>
  async (request, reply) => {
    try {
      return await handle(request, reply);
    } catch (error) {
      if (!(error instanceof Open311Refusal)) throw error;
      const { status: code, description } = error;
      const refused = uncached(reply).code(code);
      return sendList(refused, formatOf(request), lists.errors, [{ code, description }]);
    }
  };

interface DoorParts extends OpenDataParts {
  openData: OpenData;
}

function serveServices(app: FastifyInstance, { settings, communities, openData }: DoorParts): void {
  const get = (path: string, handle: Handle) => app.get(path + anyFormat, hidden, answering(handle));

  get('/open311/discovery', async (request, reply) => {
    const { json, xml } = discoveryOf(settings.publicUrl, [...(await communities.known()).values()]);
    return sendOne(cached(reply), formatOf(request), 'discovery', json, xml);
  });
  get(`${base}/services`, async (request, reply) => {
    await openData.communityOf(queryOf(request));
    return sendList(cached(reply), formatOf(request), lists.services, reportCategories.map(serviceOf));
  });
  get(`${base}/services/:code`, async (request, reply) => {
    await openData.communityOf(queryOf(request));
    const code = reportCategories.find((one) => one === partOf(request, 'code'));
    if (!code) throw new Open311Refusal(404, errors.serviceUnknown);
    const definition = { service_code: code, attributes: [] };
    return sendOne(cached(reply), formatOf(request), 'service_definition', definition);
  });
}

function serveRequests(app: FastifyInstance, { openData }: DoorParts): void {
  const get = (path: string, handle: Handle) => app.get(path + anyFormat, hidden, answering(handle));

  get(`${base}/requests`, async (request, reply) => {
    const found = await openData.search(queryOf(request));
    return sendList(cached(reply), formatOf(request), lists.requests, found);
  });
  get(`${base}/requests/:number`, async (request, reply) => {
    const found = await openData.one(partOf(request, 'number'), queryOf(request));
    return sendList(cached(reply), formatOf(request), lists.requests, found);
  });
  get(`${base}/tokens/:token`, async (request, reply) => {
    const { id } = await openData.communityOf(queryOf(request));
    const found = await openData.find(partOf(request, 'token'), id);
    return sendList(uncached(reply), formatOf(request), lists.requests, [found]);
  });
  app.get(`${base}/requests.geojson`, hidden, async (request, reply) => {
    try {
      const text = JSON.stringify(await openData.searchFeatures(queryOf(request)));
      return await cached(reply).type('application/geo+json; charset=utf-8').send(text);
    } catch (error) {
      if (!(error instanceof Open311Refusal)) throw error;
      const problem = error.status === 404 ? problems.not_found : problems.invalid_input;
      return sendProblem(reply, problem, { detail: error.description });
    }
  });
}

/** A photo that everybody may see, by an address that stays: it leads to one that is good for minutes. */
function servePhotos(app: FastifyInstance, { openData, media }: DoorParts): void {
  app.get(`${base}/photos/:number/:mediaId`, hidden, async (request, reply) => {
    const mediaId = partOf(request, 'mediaId');
    const shown = openData.isShown(partOf(request, 'number'), mediaId, queryOf(request));
    if (!(await shown.catch(() => false))) return sendProblem(reply, problems.not_found);
    return uncached(reply).redirect(await media.signedUrlFor(mediaId, 'photo', photoSeconds), 302);
  });
}

function takeRequests(app: FastifyInstance, { openData }: DoorParts): void {
  void app.register((scope, _options, done) => {
    scope.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(body))),
    );
    scope.post(
      `${base}/requests${anyFormat}`,
      hidden,
      answering(async (request, reply) => {
        const sent = { ...queryOf(request), ...(request.body as Record<string, string> | null) };
        const answer = await openData.send(sent, await openData.communityOf(sent));
        return sendList(uncached(reply).code(201), formatOf(request), lists.requests, [answer]);
      }),
    );
    done();
  });
}

/** GeoReport v2 in JSON and XML, and the same requests as GeoJSON. */
export function serveOpenData(app: FastifyInstance, parts: DoorParts): void {
  serveServices(app, parts);
  serveRequests(app, parts);
  servePhotos(app, parts);
  takeRequests(app, parts);
}
