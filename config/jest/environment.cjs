const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom, with Node's way to the network: pages are tested against the real cloud, which is another origin to jsdom. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Headers, Request, Response, TextDecoder, TextEncoder });
  }
};
