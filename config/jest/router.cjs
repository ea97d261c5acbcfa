/** test-utils calls Taro 4's router with the arguments of Taro 3, which had no history. */
const router = require('@tarojs/router/dist/index.cjs.js');

function createRouter(...parts) {
  if (parts.length !== 3) return router.createRouter(...parts);
  const history = router.createHashHistory();
  router.setHistory(history);
  return router.createRouter(history, ...parts);
}

module.exports = new Proxy(router, {
  get: (target, key) => (key === 'createRouter' ? createRouter : target[key]),
});
