const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom has no layout, so nothing comes into view later than it is looked for: all of it is seen. */
class EverythingInView {
  constructor(callback) {
    this.callback = callback;
  }
  observe(target) {
    void Promise.resolve().then(() => this.callback([{ target, isIntersecting: true }], this));
  }
  unobserve() {}
  disconnect() {}
}

/** jsdom, with Node's way to the network: pages are tested against the real cloud, which is another origin to jsdom. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Headers, Request, Response, TextDecoder, TextEncoder });
    this.global.IntersectionObserver = EverythingInView;
  }
};
