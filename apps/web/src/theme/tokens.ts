/** Every colour and measure of the staff app. Light and dark give the same names; CSS reads them as `--name`. */
export interface Palette {
  ink: string;
  inkSoft: string;
  inkFaint: string;
  ground: string;
  surface: string;
  surfaceRaised: string;
  line: string;
  lineStrong: string;
  blue: string;
  blueHover: string;
  blueTint: string;
  link: string;
  red: string;
  redTint: string;
  green: string;
  greenTint: string;
  amber: string;
  amberTint: string;
  grey: string;
  greyTint: string;
  rail: string;
  railInk: string;
  railActive: string;
  railLine: string;
}

export type ThemeMode = 'light' | 'dark';

export const PALETTES: Record<ThemeMode, Palette> = {
  light: {
    ink: '#16202e',
    inkSoft: '#475467',
    inkFaint: '#616e80',
    ground: '#f2f4f7',
    surface: '#ffffff',
    surfaceRaised: '#f7f9fb',
    line: '#dbe1e8',
    lineStrong: '#b5c0cd',
    blue: '#123a73',
    blueHover: '#1c4f98',
    blueTint: '#e8eff8',
    link: '#16488f',
    red: '#b3261e',
    redTint: '#fcebea',
    green: '#1c6637',
    greenTint: '#e5f3e9',
    amber: '#7f4d00',
    amberTint: '#fcf1d8',
    grey: '#505c6b',
    greyTint: '#ebeef2',
    rail: '#0f2d59',
    railInk: '#d7e2f2',
    railActive: '#1e4a8a',
    railLine: '#27487a',
  },
  dark: {
    ink: '#e7ecf3',
    inkSoft: '#b6c0cd',
    inkFaint: '#94a0b0',
    ground: '#0f141b',
    surface: '#171d26',
    surfaceRaised: '#1d2530',
    line: '#2b3542',
    lineStrong: '#465365',
    blue: '#3a70c4',
    blueHover: '#4b80d2',
    blueTint: '#1b2c47',
    link: '#93baf3',
    red: '#ff8f87',
    redTint: '#43201e',
    green: '#7fd19a',
    greenTint: '#173522',
    amber: '#efbf6a',
    amberTint: '#3b2c10',
    grey: '#b3bdca',
    greyTint: '#28313d',
    rail: '#0c1a30',
    railInk: '#c6d4e8',
    railActive: '#1f3f70',
    railLine: '#20365a',
  },
};

export const MEASURES = {
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif",
  fontSize: 14,
  /** Stacked diacritics (ế, ỗ, ự) touch the line above below 1.5. */
  lineHeight: 1.6,
  radius: 4,
  railWidth: 260,
  /** Below this width the rail is a drawer and tables become cards. */
  narrow: 900,
} as const;
