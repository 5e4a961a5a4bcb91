import type { Twin } from '../i18n/shape.js';
import type { accessZh } from './access.zh.js';

export const accessEn: Twin<typeof accessZh> = {
  access: {
    title: 'Sign in',
    product: 'Promises kept per mu',
    zone: 'Haikou Hi-tech Zone',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in',
    needBoth: 'Enter your user name and password',
    demo: 'Demo: use one of these accounts',
    demoPassword: 'The password is in the box printed at start',
    role: { admin: 'Administrator', manager: 'Manager', officer: 'Promotion officer', secretary: 'Enterprise secretary', auditor: 'Auditor' },
  },
};
