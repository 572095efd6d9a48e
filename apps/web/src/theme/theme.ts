import { theme as antdTheme, type ThemeConfig } from 'antd';
import { MEASURES, PALETTES, type ThemeMode } from './tokens';

/** Ant Design drawn with our tokens. */
export function antdThemeOf(mode: ThemeMode): ThemeConfig {
  const palette = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'iso' },
    hashed: false,
    token: {
      colorPrimary: palette.blue,
      colorInfo: palette.blue,
      colorLink: palette.link,
      colorLinkHover: palette.link,
      colorError: mode === 'dark' ? '#d9534a' : palette.red,
      colorErrorText: palette.red,
      colorSuccess: palette.green,
      colorWarning: palette.amber,
      colorErrorBg: palette.redTint,
      colorErrorBorder: palette.lineStrong,
      colorWarningBg: palette.amberTint,
      colorWarningBorder: palette.lineStrong,
      colorSuccessBg: palette.greenTint,
      colorInfoBg: palette.blueTint,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkSoft,
      colorTextPlaceholder: palette.inkFaint,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgLayout: palette.ground,
      colorBgElevated: palette.surface,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      fontFamily: MEASURES.fontFamily,
      fontSize: MEASURES.fontSize,
      lineHeight: MEASURES.lineHeight,
      borderRadius: MEASURES.radius,
      borderRadiusLG: MEASURES.radius,
      borderRadiusSM: MEASURES.radius - 1,
      controlHeight: 34,
      controlHeightSM: 28,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Alert: { withDescriptionPadding: '10px 14px', withDescriptionIconSize: 18, fontSizeLG: 14 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Tabs: {
        itemSelectedColor: palette.link,
        itemHoverColor: palette.link,
        inkBarColor: palette.link,
        horizontalItemPadding: '8px 0',
        horizontalMargin: '0 0 12px',
        horizontalItemGutter: 14,
      },
      Dropdown: { colorPrimary: palette.link },
      Modal: { titleFontSize: 17 },
    },
  };
}

/** Writes the palette to the page so that our own style sheets use the same colours. */
export function paintPage(mode: ThemeMode): void {
  const root = document.documentElement;
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(PALETTES[mode]))
    root.style.setProperty(`--${name}`, String(value));
  root.style.setProperty('--radius', `${String(MEASURES.radius)}px`);
  root.style.setProperty('--rail-width', `${String(MEASURES.railWidth)}px`);
}
