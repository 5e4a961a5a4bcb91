import type { Twin } from '../i18n/shape.js';
import type { homeZh } from './home.zh.js';

export const homeEn: Twin<typeof homeZh> = {
  home: {
    title: 'Home',
    morning: 'Good morning, %{name}',
    afternoon: 'Good afternoon, %{name}',
    evening: 'Good evening, %{name}',
    today: 'Today is %{day}, %{weekday}',
    weekday: {
      '0': 'Sunday',
      '1': 'Monday',
      '2': 'Tuesday',
      '3': 'Wednesday',
      '4': 'Thursday',
      '5': 'Friday',
      '6': 'Saturday',
    },
    nothing: 'Nothing to do today',
    nothingWhy: 'New tasks appear here and at the bell in the top right corner',
    where: 'Start here',
  },
};
