/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';

// Code for inside the page, where `document` exists; the other tests have none.

/** Pastes as Ctrl V does, with the clipboard content of a spreadsheet. */
export const pasteInto = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** Whether neither the page nor these parts of it scroll sideways. */
export const fitsItsWidth = (page: Page, parts = 'html'): Promise<boolean> =>
  page.evaluate(
    (selector) =>
      [document.documentElement, ...document.querySelectorAll(selector)].every(
        ({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth,
      ),
    parts,
  );
