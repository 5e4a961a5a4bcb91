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
  /** Opens no page yet: the spec goes to one by its address. By default the home of the person is opened. */
  readonly closed?: boolean;
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
  /** The next person at this desk finds it empty, but the files of the pages are still in the browser. */
  leave(): Promise<void>;
}

type Place = Pick<Product, 'baseUrl' | 'password'>;

/** By this mark in the storage of the browser a page knows that it may ask for a session. */
const SIGNED_IN = 'crm-signed-in';

/**
 * Sits down as after a reload: the sign-in was sent to the API, so the cookie is there. `signIn` uses the form.
 */
export async function sitDown(browser: Browser, product: Place, username: string, seat: Seat = {}): Promise<Desk> {
  const context = leftBehind.get(keyOf(product, seat))?.pop() ?? (await contextFor(browser, product, seat, true));
  const answer = await context.request.post(`${product.baseUrl}/api/v1/auth/login`, {
    data: { username, password: product.password },
    timeout: WAIT_MS,
  });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
  const desk = await deskIn(context, product, seat);
  if (!seat.closed) {
    await desk.page.goto(product.baseUrl);
    await inside(desk.page);
  }
  return desk;
}

/** Signs in through the form. */
export async function signIn(browser: Browser, product: Place, username: string, seat: Seat = {}): Promise<Desk> {
  const desk = await deskIn(await contextFor(browser, product, seat, false), product, seat);
  const { page } = desk;
  await page.goto(product.baseUrl);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(product.password);
  await page.locator('button[type=submit]').click();
  await inside(page);
  return desk;
}

/** The sign-in page has a `main` of its own. */
const inside = (page: Page): Promise<void> => page.locator('main:not(:has(#username))').waitFor();

/** What desks have in common whose people may follow each other. */
const keyOf = ({ baseUrl }: Place, { locale = 'zh-CN', timezoneId = 'Asia/Shanghai' }: Seat) =>
  [baseUrl, locale, timezoneId].join(' ');
/** A first page loads a hundred files: a context that was left is used again. */
const leftBehind = new Map<string, BrowserContext[]>();

async function contextFor(
  browser: Browser,
  { baseUrl }: Place,
  { locale = 'zh-CN', timezoneId = 'Asia/Shanghai' }: Seat,
  marked: boolean,
): Promise<BrowserContext> {
  const localStorage = marked ? [{ name: SIGNED_IN, value: '1' }] : [];
  const context = await browser.newContext({
    locale,
    timezoneId,
    storageState: { cookies: [], origins: [{ origin: baseUrl, localStorage }] },
  });
  context.setDefaultTimeout(WAIT_MS);
  return context;
}

async function deskIn(context: BrowserContext, product: Place, seat: Seat): Promise<Desk> {
  const { width = 1440, height = 900, colorScheme = 'light' } = seat;
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(product.baseUrl) && !/^(data|blob|about):/.test(request.url()))
      faults.push(`left the house: ${request.url()}`);
  });
  const leave = async () => {
    await Promise.all(context.pages().map((one) => one.close()));
    await context.clearCookies();
    const last = await context.newPage();
    await last.goto(`${product.baseUrl}/health/live`);
    await last.evaluate((mark) => {
      localStorage.clear();
      localStorage.setItem(mark, '1');
    }, SIGNED_IN);
    await last.close();
    const key = keyOf(product, seat);
    leftBehind.set(key, [...(leftBehind.get(key) ?? []), context]);
  };
  return { page, context, faults, leave };
}

/** The question before typed text is left: `stay` at the form, or `leave` it. */
export async function answerLeaving(page: Page, answer: 'stay' | 'leave'): Promise<void> {
  const asked = page.getByRole('dialog', { name: '有内容还没有保存' });
  await asked.getByRole('button', { name: answer === 'stay' ? '继续填写' : '离开，不保存' }).click();
  await asked.waitFor({ state: 'detached' });
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical axe findings of the page as it is, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<{
            violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
          }>;
        };
      }
    ).axe.run({
      // The other results are not read, so they need not be described.
      resultTypes: ['violations'],
      // These find nothing above “moderate”.
      rules: Object.fromEntries(
        ['region', 'landmark-unique', 'heading-order', 'page-has-heading-one'].map((id) => [id, { enabled: false }]),
      ),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          (node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(0, 3).join(' ')}`,
        ),
      );
  });
}
