import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { WAIT_MS } from './patience.js';
import type { Product } from './product.js';

/** A browser of this run's Chromium, with contexts of its own. It is closed when the file is over, come what may. */
export async function openBrowser(): Promise<Browser> {
  const place = process.env.TEST_BROWSER;
  if (!place) throw new Error('TEST_BROWSER is not set: this ring needs globalSetup test/servers/start.mjs');
  const browser = await chromium.connect(place, { timeout: WAIT_MS });
  opened.push(browser);
  return browser;
}

const opened: Browser[] = [];
afterAll(async () => void (await Promise.all(opened.splice(0).map((browser) => browser.close()))));

export interface Seat {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'zh-CN' | 'en-GB' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  readonly timezoneId?: string;
}

export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors of the page, and every request that left the product's own address. */
  readonly faults: string[];
}

/** Signs in through the form. */
export async function sitDown(
  browser: Browser,
  product: Pick<Product, 'baseUrl' | 'password'>,
  username: string,
  { width = 1440, height = 900, locale = 'zh-CN', colorScheme = 'light', timezoneId = 'Asia/Shanghai' }: Seat = {},
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    timezoneId,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(product.baseUrl) && !/^(data|blob|about):/.test(request.url()))
      faults.push(`left the house: ${request.url()}`);
  });
  await page.goto(product.baseUrl);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(product.password);
  await page.locator('button[type=submit]').click();
  // The sign-in page has a `main` of its own, so wait until its form has gone.
  await page.locator('#username').waitFor({ state: 'detached' });
  await page.locator('main').waitFor();
  return { page, context, faults };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical axe findings of the page as it is, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: () => Promise<{
            violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
          }>;
        };
      }
    ).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          (node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(0, 3).join(' ')}`,
        ),
      );
  });
}
