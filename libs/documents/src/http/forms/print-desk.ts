import { type Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type PrintedForm, PrintForms } from '../../application/issuing/print-forms';
import { type PrintView } from '../issuing/issuing.dto';

/** Asks the worker for the PDF of a filled form. */
@Injectable()
export class PrintDesk {
  constructor(private readonly printing: PrintForms) {}

  async ask(actor: Actor, form: PrintedForm): Promise<PrintView> {
    const id = await this.printing.ask(actor, form);
    return { id, fileName: form.fileName.replace(/\.docx$/, '.pdf'), state: 'waiting', message: null };
  }
}
