import { connect, createServer } from 'node:net';

/** PORT as the cloud will read it; null when it is no port. */
export function portOf(text) {
  const given = text?.trim();
  if (!given) return 3000;
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535 ? Number(given) : null;
}

const answers = (port, host) =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.unref();
  });

const listens = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Some systems let two servers share a port by listening on different addresses: ask, then try. */
export async function isFree(port, host) {
  if (port === 0) return true;
  if (await answers(port, host)) return false;
  return listens(port, host);
}
