import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type OfficeConverter } from '../office';
import { fillTemplate } from './fill-template';
import { type FormName, type Forms } from './form-data';
import { FORM_VALUES } from './form-values';

const TEMPLATES = join('libs', 'reference', 'templates');

/** The .docx of a form, by the shipped template or by the agency's own. @throws TemplateFaulty */
export async function fillForm<Name extends FormName>(
  name: Name,
  form: Forms[Name],
  ownTemplate?: Uint8Array,
): Promise<Buffer> {
  return fillTemplate(ownTemplate ?? (await shippedTemplate(name)), FORM_VALUES[name](form));
}

/** The PDF of the same .docx. @throws OfficeUnavailable, ConversionFailed */
export async function formToPdf(
  converter: Pick<OfficeConverter, 'convert'>,
  docx: Uint8Array,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'iso-form-'));
  try {
    const [input, output] = [join(folder, 'form.docx'), join(folder, 'form.pdf')];
    await writeFile(input, docx, { mode: 0o600 });
    await converter.convert(input, 'pdf', output);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function shippedTemplate(name: FormName): Promise<Buffer> {
  return readFile(join(rootAbove(__dirname), TEMPLATES, `${name}.docx`));
}

/** Compiled or not, the templates lie in the project's folder, some levels above this file. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, TEMPLATES))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${TEMPLATES} is missing`);
  return rootAbove(parent);
}
