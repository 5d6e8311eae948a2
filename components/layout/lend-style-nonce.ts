declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * The scroll lock behind menus and dialogs writes a style element, which our policy lets in by
 * nonce alone. It takes the nonce from this global; the page's own scripts know it.
 */
export function lendStyleNonce(): void {
  if (typeof document === 'undefined') return;
  globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}
