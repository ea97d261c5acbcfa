module.exports = () => globalThis.stopCloudOfPages?.();
