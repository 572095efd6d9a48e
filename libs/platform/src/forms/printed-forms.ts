import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type OfficeConverter } from '../office';
import { fillTemplate } from './fill-template';
import { type FormName, type Forms } from './form-data';
import { FORM_VALUES } from './form-values';
import { fillLongTemplate } from './long-form';
import { blankValues, BLANK_ROWS, type BlankFormName } from './blank-forms';
import { LIST_FORMS, type ListForm, type ListFormName, type ListFormRow, listValues } from './list-forms';
import { type OfficialHead } from './form-data';

const TEMPLATES = join('libs', 'reference', 'templates');

/** The .docx of a form, by the shipped template or by the agency's own. @throws TemplateFaulty */
export async function fillForm<Name extends FormName>(
  name: Name,
  form: Forms[Name],
  ownTemplate?: Uint8Array,
): Promise<Buffer> {
  return fillTemplate(ownTemplate ?? (await shippedTemplate(name)), FORM_VALUES[name](form));
}

/** The .docx of a list, however long: its rows are written as they come. @throws TemplateFaulty */
export async function fillListForm<Name extends ListFormName>(
  name: Name,
  form: ListForm,
  rows: Iterable<ListFormRow<Name>> | AsyncIterable<ListFormRow<Name>>,
): Promise<Buffer> {
  return fillLongTemplate(await shippedTemplate(name), listValues(form), LIST_FORMS[name], rows);
}

/** A form to be filled by hand: the agency's head, dots and empty rows. @throws TemplateFaulty */
export async function blankForm(name: BlankFormName, head: OfficialHead): Promise<Buffer> {
  if (!isList(name)) return fillTemplate(await shippedTemplate(name), blankValues(name, head));
  const { loop, fields } = LIST_FORMS[name];
  const empty = Object.fromEntries(fields.map((field) => [field, '']));
  const rows = Array.from({ length: BLANK_ROWS }, () => empty);
  return fillTemplate(await shippedTemplate(name), {
    ...listValues({ ...head, subject: '', extra: {} }),
    ...blankValues(name, head),
    [loop]: rows,
  });
}

function isList(name: BlankFormName): name is ListFormName & BlankFormName {
  return name in LIST_FORMS;
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

export async function shippedTemplate(name: FormName | ListFormName): Promise<Buffer> {
  return readFile(join(rootAbove(__dirname), TEMPLATES, `${name}.docx`));
}

/** Compiled or not, the templates lie in the project's folder, some levels above this file. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, TEMPLATES))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`${TEMPLATES} is missing`);
  return rootAbove(parent);
}
