import { Module } from '@nestjs/common';

import { PrintForms } from './application/issuing/print-forms';
import { PrintsRepository } from './persistence/issuing/prints.repository';

/** Makes the PDF of a filled form for the slices below; it is fetched at `/prints/:id`. */
@Module({ providers: [PrintForms, PrintsRepository], exports: [PrintForms] })
export class PrintFormsModule {}
