import { bookOf } from '@crm/api-contract/sentences';
import { accessEn } from '../access/access.en.js';
import { accessZh } from '../access/access.zh.js';
import { performanceEn } from '../commitments/performance.en.js';
import { performanceZh } from '../commitments/performance.zh.js';
import { promisesEn } from '../commitments/promises.en.js';
import { promisesZh } from '../commitments/promises.zh.js';
import { contractsEn } from '../contracts/contracts.en.js';
import { contractsZh } from '../contracts/contracts.zh.js';
import { standardsEn } from '../standards/standards.en.js';
import { standardsZh } from '../standards/standards.zh.js';
import { frameEn } from '../frame/frame.en.js';
import { frameZh } from '../frame/frame.zh.js';
import { enterprisesEn } from '../enterprises/enterprises.en.js';
import { leadsEn } from '../leads/leads.en.js';
import { homeEn } from '../home/home.en.js';
import { enterprisesZh } from '../enterprises/enterprises.zh.js';
import { leadsZh } from '../leads/leads.zh.js';
import { homeZh } from '../home/home.zh.js';
import { importsEn } from '../imports/imports.en.js';
import { importsZh } from '../imports/imports.zh.js';
import { remindersEn } from '../reminders/reminders.en.js';
import { partsEn } from '../parts/parts.en.js';
import { remindersZh } from '../reminders/reminders.zh.js';
import { partsZh } from '../parts/parts.zh.js';
import { showcaseEn } from '../parts/showcase.en.js';
import { showcaseZh } from '../parts/showcase.zh.js';
import { secretariesEn } from '../secretaries/secretaries.en.js';
import { secretariesZh } from '../secretaries/secretaries.zh.js';
import { errorsEn } from './errors.en.js';
import { errorsZh } from './errors.zh.js';
import { reactAdminEn } from './reactAdmin.en.js';
import { reactAdminZh } from './reactAdmin.zh.js';
import { merged, type MessageTree } from './shape.js';

export type Locale = 'zh' | 'en';

/** The sentences of every code the server refuses with, the same book the server answers from; {name} becomes %{name}. */
const sentences = (locale: Locale): MessageTree => ({ errors: Object.fromEntries(Object.entries(bookOf(locale)).map(([code, sentence]) => [code, sentence.replace(/\{(\w+)\}/g, '%{$1}')])) });

/** One line per room and language. A room's tree may add to `resources.<name>` and `errors.<code>`; nothing is said twice. */
export const messages = {
  zh: merged(
    reactAdminZh,
    sentences('zh'),
    errorsZh,
    partsZh,
    showcaseZh,
    frameZh,
    accessZh,
    homeZh,
    remindersZh,
    secretariesZh,
    leadsZh,
    enterprisesZh,
    performanceZh,
    standardsZh,
    contractsZh,
    promisesZh,
    importsZh,
  ),
  en: merged(
    reactAdminEn,
    sentences('en'),
    errorsEn,
    partsEn,
    showcaseEn,
    frameEn,
    accessEn,
    homeEn,
    remindersEn,
    secretariesEn,
    leadsEn,
    enterprisesEn,
    performanceEn,
    standardsEn,
    contractsEn,
    promisesEn,
    importsEn,
  ),
};
