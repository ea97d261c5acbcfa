import Taro from '@tarojs/taro';

const quality = 80;

export interface TargetSize {
  compressedWidth?: number;
  compressedHeight?: number;
}

/** As a JPEG in a temporary file; null where it is no picture. */
export async function compressed(src: string, size: TargetSize): Promise<string | null> {
  try {
    return (await Taro.compressImage({ src, quality, ...size })).tempFilePath;
  } catch {
    return null;
  }
}

/** The whole picture with its longer side no longer than so many pixels: one side is named, the other follows. */
export async function fitted(src: string, size: number): Promise<string | null> {
  try {
    const { width, height } = await Taro.getImageInfo({ src });
    if (Math.max(width, height) <= size) return await compressed(src, {});
    return await compressed(src, width >= height ? { compressedWidth: size } : { compressedHeight: size });
  } catch {
    return null;
  }
}
