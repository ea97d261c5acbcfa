import type { FastifyInstance } from 'fastify';
import { parseDayCode, resolveCode } from '../../contract/codes';
import { resolveCodeSchemas } from '../../contract/codes.schema';
import { getMerchantCodes, getMerchantMiniProgramCode, replaceMerchantCode } from '../../contract/merchants';
import {
  getMerchantCodesSchemas,
  getMerchantMiniProgramCodeSchemas,
  replaceMerchantCodeSchemas,
} from '../../contract/merchants.schema';
import { getStationCodes, getStationMiniProgramCode, replaceStationCode } from '../../contract/stations';
import {
  getStationCodesSchemas,
  getStationMiniProgramCodeSchemas,
  replaceStationCodeSchemas,
} from '../../contract/stations.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Codes } from './service';

export function codeRoutes({ on }: Router, codes: Codes): void {
  on(resolveCode, resolveCodeSchemas, policy.resolveCode, ({ input }) => codes.resolveCode(input));
  on(getStationCodes, getStationCodesSchemas, policy.getStationCodes, ({ input }) =>
    codes.getStationCodes(input),
  );
  on(replaceStationCode, replaceStationCodeSchemas, policy.replaceStationCode, ({ input, tx }) =>
    codes.replaceStationCode(input, tx),
  );
  on(getMerchantCodes, getMerchantCodesSchemas, policy.getMerchantCodes, ({ input }) =>
    codes.getMerchantCodes(input),
  );
  on(replaceMerchantCode, replaceMerchantCodeSchemas, policy.replaceMerchantCode, ({ input, tx }) =>
    codes.replaceMerchantCode(input, tx),
  );
  on(
    getStationMiniProgramCode,
    getStationMiniProgramCodeSchemas,
    policy.getStationMiniProgramCode,
    ({ input }) => codes.getStationMiniProgramCode(input),
  );
  on(
    getMerchantMiniProgramCode,
    getMerchantMiniProgramCodeSchemas,
    policy.getMerchantMiniProgramCode,
    ({ input }) => codes.getMerchantMiniProgramCode(input),
  );
}

/** No code of ours is longer. */
const longestCode = 100;

/**
 * The door of every printed code, `/q/<code>`, for a phone's camera: to the page of the web app that takes it from
 * there. Whatever was scanned lands there and nowhere else; that page says what is wrong with it.
 */
export function serveDoor(app: FastifyInstance): void {
  app.get('/q/*', { schema: { hide: true } }, (request, reply) => {
    const code = (request.params as { '*': string })['*'].slice(0, longestCode);
    const page = parseDayCode(`/q/${code}`) === null ? 'check-ins/rider/new' : 'attendances/rider/check';
    return reply
      .header('cache-control', 'no-store')
      .redirect(`/#/${page}?code=${encodeURIComponent(code)}`, 302);
  });
}
