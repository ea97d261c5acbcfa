import Fastify from 'fastify';
import { serveOnly } from './doors';

const doors = { 'GET /healthz': 'anyone', 'GET /api/docs/**': 'anyone' };
const answer = () => 'ok';

test.each(['/healthz', '/api/docs', '/api/docs/static/logo.svg'])('%s is a door', (url) => {
  const app = Fastify();
  serveOnly(app, doors);
  expect(() => app.get(url, answer)).not.toThrow();
});

test.each(['/api/people', '/healthz/more', '/api/docsecret'])('%s without a policy is not served', (url) => {
  const app = Fastify();
  serveOnly(app, doors);
  expect(() => app.get(url, answer)).toThrow(`GET ${url} is served without a stated policy`);
});

test('a door for reading is none for writing', () => {
  const app = Fastify();
  serveOnly(app, doors);
  expect(() => app.post('/healthz', answer)).toThrow('POST /healthz');
});

test('an endpoint of the contract is served: the router has looked it up in the policy', () => {
  const app = Fastify();
  serveOnly(app, doors);
  expect(() => app.get('/api/people', { config: { endpoint: 'listPeople' } }, answer)).not.toThrow();
});
