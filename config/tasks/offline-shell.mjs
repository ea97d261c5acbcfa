/**
 * Writes the service worker that opens the web app without a network: its pages, styles and pictures, each by its
 * hash. A new version takes over when the last page of the old one is closed, so that no page loses its chunks.
 */
export async function writeOfflineShell(folder) {
  const { generateSW } = await import('workbox-build');
  await generateSW({
    globDirectory: folder,
    // The reader of the camera's pictures is large and of no use without a camera at hand: it comes when asked for.
    globPatterns: ['index.html', 'js/*.js', 'css/*.css', 'static/**/*'],
    globIgnores: ['**/*.wasm'],
    dontCacheBustURLsMatching: /[.-][0-9a-f]{8,}\./,
    swDest: `${folder}/sw.js`,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    cleanupOutdatedCaches: true,
  });
}
