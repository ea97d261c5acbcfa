/** Reads QR codes out of a picture or a video frame; empty when there is none. */
export interface QrReader {
  read(source: ImageBitmapSource): Promise<string | null>;
}

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: 'qr_code'[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

async function native(): Promise<DetectorClass | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    return (await BarcodeDetector?.getSupportedFormats())?.includes('qr_code')
      ? (BarcodeDetector ?? null)
      : null;
  } catch {
    return null;
  }
}

/** ZXing in WebAssembly, from our own host. */
async function own(): Promise<DetectorClass> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  const wasm = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return BarcodeDetector;
}

/** The browser's own where it knows QR codes. */
export async function createQrReader(): Promise<QrReader> {
  const detector = new ((await native()) ?? (await own()))({ formats: ['qr_code'] });
  return {
    async read(source) {
      const found = await detector.detect(source).catch(() => []);
      return found[0]?.rawValue || null;
    },
  };
}
