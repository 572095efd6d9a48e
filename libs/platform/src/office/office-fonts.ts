import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Official texts are set in Times New Roman, which Debian lacks: Tinos has its widths, so lines and pages break alike. */
function settings(cacheFolder: string): string {
  const tinos = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  const alias = (family: string): string =>
    `<match target="pattern"><test name="family" qual="any"><string>${family}</string></test>` +
    `<edit name="family" mode="assign" binding="same"><string>Tinos</string></edit></match>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${tinos}</dir>
<cachedir>${cacheFolder}</cachedir>
${['Times New Roman', 'Times', 'TimesNewRoman'].map(alias).join('\n')}
</fontconfig>
`;
}

/** Written into the home folder of a conversion, where fontconfig looks by itself. */
export async function giveFonts(home: string, cacheFolder: string): Promise<void> {
  const folder = join(home, '.config', 'fontconfig');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'fonts.conf'), settings(cacheFolder));
}
