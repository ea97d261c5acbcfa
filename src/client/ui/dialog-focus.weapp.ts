export function useDialogFocus(_onEscape: () => void): null {
  return null;
}
