import type { AskedRoute } from '@crm/api-contract/wire';
import { askForFile, type Given } from './ask.js';

/** Downloads a file with the person's session and language, and lets the browser save it. */
export async function saveFile<Route extends AskedRoute>(route: Route, ...input: Given<Route>): Promise<void> {
  const response = await askForFile(route, ...input);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: name ? decodeURIComponent(name) : 'file',
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
