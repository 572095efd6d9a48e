import { type Dictionary } from '~/i18n/dictionary';
import { type PrintableForm } from './print-menu';

type FormKey = Exclude<keyof Dictionary['forms'], 'blank' | 'ofCase' | 'sheet'>;

/** Names of the templates, as the api knows them. */
const TEMPLATES: Readonly<Record<FormKey, string>> = {
  internal: 'danh-muc-tai-lieu-noi-bo',
  external: 'danh-muc-tai-lieu-ben-ngoai',
  records: 'danh-muc-ho-so',
  request: 'phieu-yeu-cau',
  submission: 'to-trinh-ban-hanh',
  decision: 'quyet-dinh-ban-hanh',
  list: 'danh-muc-kem-theo',
  register: 'so-phan-phoi-thu-hoi',
  signSheet: 'danh-sach-ky-nhan',
  destruction: 'bien-ban-huy',
  slip: 'phieu-theo-doi-qua-trinh',
};

/** The same form empty, to be filled by hand. */
export function blank(form: FormKey, { forms }: Dictionary): PrintableForm {
  return {
    key: `${form}-blank`,
    label: forms.blank(forms[form]),
    docx: `/office-forms/blank.docx?form=${TEMPLATES[form]}`,
    print: { path: '/office-forms/blank-prints', body: { form: TEMPLATES[form] } },
  };
}

/** Addresses of the filled form: of the .docx, and where its PDF is asked for. */
export interface FilledAt {
  docx: string;
  prints: string;
}

/** A form filled from what the screen shows. */
export function filled(form: FormKey, { forms }: Dictionary, { docx, prints }: FilledAt): PrintableForm {
  return { key: form, label: forms[form], docx, print: { path: prints, body: {} } };
}
