/** How the cloud signs codes that change, for what phones make by themselves. */
export { rotatingCode, wasShown } from '../../src/cloud/platform/rotating';
