import type { FastifyInstance } from 'fastify';

/** No code of ours is longer. */
const longestCode = 40;

/** The door of a paper's code, `/verify/<code>`, for a phone's camera: to the page that checks it. */
export function serveVerifyDoor(app: FastifyInstance): void {
  app.get('/verify/:code', { schema: { hide: true } }, (request, reply) => {
    const code = (request.params as { code: string }).code.slice(0, longestCode);
    return reply
      .header('cache-control', 'no-store')
      .redirect(`/#/certificates/public/verify?code=${encodeURIComponent(code)}`, 302);
  });
  app.get('/verify', { schema: { hide: true } }, (_request, reply) =>
    reply.redirect('/#/certificates/public/verify', 302),
  );
}
