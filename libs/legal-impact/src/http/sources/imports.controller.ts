import { type Actor } from '@app/kernel';
import { IntakeFileMissing, type ImportLine, importTemplate, readImportFile } from '@app/legal-register';
import {
  ChoiceField,
  cleanFileName,
  contentDisposition,
  CurrentActor,
  CurrentLanguage,
  type HttpReply,
  type HttpRequest,
  IdField,
  IntegerField,
  type Language,
  ListField,
  ProblemCatalogue,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { ImportTexts, type LineOutcome } from '../../application/sources/import-texts';

const LIMIT_BYTES = 5 * 1024 * 1024;
const CSV = 'text/csv; charset=utf-8';

class ImportFault {
  @TextField()
  column!: string;

  @TextField()
  code!: string;

  @TextField()
  detail!: string;
}

class LegalImportLine {
  @IntegerField()
  line!: number;

  @TextField()
  numberSymbol!: string;

  @TextField()
  title!: string;

  @ChoiceField(['ready', 'known', 'faulty', 'recorded'])
  state!: LineOutcome['state'];

  @ListField(() => ImportFault)
  faults!: ImportFault[];

  @IdField({ nullable: true })
  textId!: string | null;

  @IdField({ nullable: true })
  changeId!: string | null;
}

class LegalImportResult {
  @ListField(() => LegalImportLine)
  lines!: LegalImportLine[];
}

/** Lists of legal texts: looked at first, then the right lines recorded. Nothing of a file is kept but what was recorded. */
@ApiTags('legal-register')
@Controller('legal-imports')
export class LegalImportsController {
  constructor(
    private readonly imports: ImportTexts,
    private readonly files: FileStore,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** An empty list with one line as an example. */
  @Get('template.csv')
  @RequirePermission('legal-register.record')
  @ApiProduces(CSV)
  async template(@Res() reply: HttpReply): Promise<void> {
    await reply
      .headers({ 'content-type': CSV, 'content-disposition': contentDisposition('mau-danh-muc-van-ban.csv') })
      .send(importTemplate());
  }

  /** What would become of each line of an .xlsx, .csv or .json file; nothing is recorded. */
  @Post('preview')
  @RequirePermission('legal-register.record')
  @ApiConsumes('multipart/form-data')
  @HttpCode(200)
  @ApiOkResponse({ type: LegalImportResult })
  async preview(
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
    @CurrentLanguage() language: Language,
  ): Promise<LegalImportResult> {
    return this.#result(await this.imports.preview(actor, await this.#lines(request)), language);
  }

  /** Records the right lines; the same file again records nothing twice. */
  @Post()
  @RequirePermission('legal-register.record')
  @ApiConsumes('multipart/form-data')
  @HttpCode(200)
  @ApiOkResponse({ type: LegalImportResult })
  async record(
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
    @CurrentLanguage() language: Language,
  ): Promise<LegalImportResult> {
    return this.#result(await this.imports.record(actor, await this.#lines(request)), language);
  }

  /** @throws IntakeFileMissing, FileTooLarge, ImportUnreadable, SheetUnreadable */
  async #lines(request: HttpRequest): Promise<ImportLine[]> {
    if (!request.isMultipart()) throw new IntakeFileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new IntakeFileMissing();
    const temp = await this.files.receive(part.file, { limitBytes: LIMIT_BYTES });
    try {
      return await readImportFile(temp.path, cleanFileName(part.filename));
    } finally {
      await this.files.discard(temp);
    }
  }

  #result(outcomes: readonly LineOutcome[], language: Language): LegalImportResult {
    return {
      lines: outcomes.map(({ faults, ...line }) => ({
        ...line,
        faults: faults.map(({ column, code }) => ({
          column,
          code,
          detail: this.catalogue.message(code, language),
        })),
      })),
    };
  }
}
