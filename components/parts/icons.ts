/**
 * Pictures in a 16-pixel box: strokes of 1.5 with round ends in the colour of the text. An entry is one path, or several
 * pieces where one of them is filled or dashed.
 */
interface Piece {
  d: string;
  look: 'fill' | 'knock' | 'dash';
}

const circle = 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0z';

export const icons = {
  bad: [
    { d: 'M5.3 1.5h5.4L14.5 5.3v5.4l-3.8 3.8H5.3L1.5 10.7V5.3z', look: 'fill' },
    { d: 'M5 8h6', look: 'knock' },
  ],
  warn: ['M8 2.25 14.25 13.5H1.75z', 'M8 6.5v3.25M8 11.6v.05'],
  info: [circle, 'M8 7.5v3.5M8 5v.05'],
  unknown: [{ d: circle, look: 'dash' }, 'M6.25 6.4c.1-1 .8-1.6 1.75-1.6s1.75.65 1.75 1.55c0 1.2-1.75 1.4-1.75 2.75M8 11.25v.05'],
  ok: ['M3 8.5 6.5 12 13 4.5'],
  allowed: [circle, 'M5.25 8.25 7.2 10.2l3.6-4.2'],
  early: [circle, 'M8 4.5V8l2.5 1.5'],
  refused: [circle, 'M3.6 12.4l8.8-8.8'],
  limited: [circle, 'M5.25 8h5.5'],
  wrong: ['M8 14.25C5 11.2 3.4 8.6 3.4 6.4a4.6 4.6 0 0 1 9.2 0c0 2.2-1.6 4.8-4.6 7.85z', 'M6.4 4.9l3.2 3.2M9.6 4.9 6.4 8.1'],
  twice: ['M5.5 5.5h8v8h-8z', 'M10.5 2.5h-8v8'],
  missing: [{ d: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z', look: 'dash' }],
  form: ['M2.5 3h11v10h-11z', 'M5 6.25h6M5 9.75h3.5'],
  page: ['M3.75 1.75h5.5l3 3v9.5h-8.5z', 'M9 2v3h3'],
  shield: ['M8 1.75 13 3.5v4.2c0 3-2 5.3-5 6.55-3-1.25-5-3.55-5-6.55V3.5z'],
  braces: [
    'M6 2.5c-1.6 0-2 .7-2 2v1.6C4 7.3 3.5 8 2.25 8 3.5 8 4 8.7 4 9.9v1.6c0 1.3.4 2 2 2',
    'M10 2.5c1.6 0 2 .7 2 2v1.6c0 1.2.5 1.9 1.75 1.9C12.5 8 12 8.7 12 9.9v1.6c0 1.3-.4 2-2 2',
  ],
  gap: ['M1.5 8h3M11.5 8h3', 'M6 11.5 7 4.5M9 11.5l1-7'],
  record: [{ d: 'M11.75 8a3.75 3.75 0 1 1-7.5 0 3.75 3.75 0 0 1 7.5 0z', look: 'fill' }],
  pause: ['M5.5 3.25v9.5M10.5 3.25v9.5'],
  play: ['M4.5 2.75 12.75 8 4.5 13.25z'],
  bin: ['M2.75 4.25h10.5M6.25 4V2.5h3.5V4', 'M4 4.5l.6 9h6.8l.6-9M6.75 7v4M9.25 7v4'],
  export: ['M8 10.25V2M5 4.75 8 1.75l3 3', 'M3 8.5v5.25h10V8.5'],
  pin: ['M5.5 1.75h5M6.25 2v4.2L3.9 9.25h8.2L9.75 6.2V2M8 9.5v4.75'],
  follow: ['M2 5.5h9.5M8.75 2.5l3 3-3 3', 'M14 10.5H4.5M7.25 7.5l-3 3 3 3'],
  back: ['M13.5 8h-11M7 3.5 2.5 8 7 12.5'],
  right: ['M6 3.5 10.5 8 6 12.5'],
  down: ['M3.5 6 8 10.5 12.5 6'],
  up: ['M3.5 10 8 5.5l4.5 4.5'],
  top: ['M8 13.5v-10M3.75 7.5 8 3.25l4.25 4.25'],
  search: ['M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z', 'M10.4 10.4 14 14'],
  close: ['M4 4l8 8M12 4l-8 8'],
  copy: ['M5.5 5.5h8v8h-8z', 'M3.5 10.5h-1v-8h8v1'],
  reload: ['M13.25 8a5.25 5.25 0 1 1-1.6-3.75', 'M13.5 1.75v3.5H10'],
  keys: ['M1.75 4h12.5v8.5H1.75z', 'M4.25 6.75v.05M6.75 6.75v.05M9.25 6.75v.05M11.75 6.75v.05M5.25 9.75h5.5'],
  tab: ['M13.25 9v4.25H2.75V2.75H7', 'M9.5 2.75h3.75V6.5M13 3 7.75 8.25'],
  link: ['M3 3v4.5c0 1.1.9 2 2 2h7.5M9.5 6.5l3 3-3 3'],
  eye: ['M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8z', 'M9.9 8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0z'],
} satisfies Record<string, (string | Piece)[]>;

export type IconName = keyof typeof icons;
