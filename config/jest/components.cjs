/** Taro's components and its router require each other: what is asked for here is loaded when it is called. */
module.exports = new Proxy(
  {},
  {
    get: (_target, name) =>
      name === '__esModule' ||
      ((...parts) => jest.requireActual('@tarojs/components/dist/components/index.js')[name](...parts)),
  },
);
