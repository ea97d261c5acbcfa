import { CameraError } from './camera-error';

/** Shows the camera behind the phone in a video. Returns how to switch it off; throws CameraError. */
export async function openCamera(video: HTMLVideoElement): Promise<() => void> {
  // There is none without HTTPS, and none in some web views.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraError('unavailable');
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 1280 } },
    });
    video.srcObject = stream;
    await video.play();
    return () => {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    };
  } catch (error) {
    const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
    throw new CameraError(isRefused ? 'refused' : 'unavailable');
  }
}
