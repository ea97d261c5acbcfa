export function useWebFrame(): void {}
