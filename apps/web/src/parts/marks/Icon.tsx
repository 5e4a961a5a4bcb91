/** One family of line icons, 24 × 24, stroke 1.7; each name has one meaning everywhere. */
const drawings = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  leads: 'M4 5h16M7 10h10M10 15h4M11 20h2',
  pool: 'M3 9c3-3 6 3 9 0s6 3 9 0M3 15c3-3 6 3 9 0s6 3 9 0',
  enterprises: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  scales: 'M12 4v16M7 20h10M4 8h16M4 8l-2 6h5L4 8M20 8l-2.500 6h5z',
  contracts: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  actuals: 'M4 20V4M4 20h16M8 16v-5M12 16V8M16 16v-3',
  milestones: 'M6 21V4h11l-2 4 2 4H6',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c1-5 4-7 8-7s7 2 8 7',
  visits:
    'M12 21s7-6.500 7-11.500a7 7 0 0 0-14 0C5 14.500 12 21 12 21zM12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  requests: 'M4 5h16v11H9l-5 4z',
  imports: 'M12 4v11M7.500 10.500 12 15l4.500-4.500M4 20h16',
  exports: 'M12 15V4M7.500 8.500 12 4l4.500 4.500M4 20h16',
  reports: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100',
  audit: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h5',
  search: 'M11 4.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13m5 11.500 4.500 4.500',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500h4',
  moon: 'M20 14A8 8 0 1 1 10 4a6.500 6.500 0 0 0 10 10z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.500v2.500M12 19v2.500M2.500 12H5M19 12h2.500M5.300 5.300 7 7M17 17l1.700 1.700M5.300 18.700 7 17M17 7l1.700-1.700',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  left: 'm15 6-6 6 6 6',
  right: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  alert: 'M12 4 22 20H2zM12 10v4.500M12 17v.5',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 11v5M12 8v.3',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  menu: 'M4 6h16M4 12h16M4 18h16',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1',
  board: 'M4 4h5v16H4zM11 4h4v10h-4zM17 4h3v7h-3z',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8 3.500v4M16 3.500v4',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.500l3 2',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  refresh: 'M20 11a8 8 0 1 0-2 6M20 5v6h-6',
  signOut: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  keyboard: 'M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M7 14h10',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  phone:
    'M6 3h4l1.500 5L9 10c1 2.500 2.500 4 5 5l2-2.500 5 1.500v4c0 1.500-1 2-2 2C11 19.500 4.500 13 4 5c0-1 .5-2 2-2z',
} as const;

export type IconName = keyof typeof drawings;

/** Decoration, unless it has a label. */
export function Icon({ name, size, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={size ? { width: size, height: size } : undefined}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
