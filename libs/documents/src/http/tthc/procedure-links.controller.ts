import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { LinkProcedures, ProcedureMatches } from '../../application/tthc/link-procedures';
import {
  DocumentProceduresView,
  ProcedureLinkRemoval,
  ProcedureLinksRequest,
  ProcedureMatchesView,
} from './tthc.dto';

/** Which documents implement which TTHC (TT-01), and how they differ from what is published (G9, TT-03). */
@ApiTags('documents')
@Controller()
export class ProcedureLinksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: ProcedureMatches,
    private readonly links: LinkProcedures,
  ) {}

  /** Documents without a TTHC, TTHC without a procedure in force, and which of them may belong together. */
  @Get('procedure-matches')
  @RequirePermission('documents.link-procedures')
  @ApiOkResponse({ type: ProcedureMatchesView })
  async open(@CurrentActor() actor: Actor): Promise<ProcedureMatchesView> {
    const { documents, procedures, suggestions } = await this.unitOfWork.read(actor, (tx) =>
      this.matches.open(tx),
    );
    return {
      documents: documents.map(({ codes: _, ...shown }) => shown),
      procedures: procedures.map(({ procedureId, code, name, field }) => ({
        procedureId,
        code,
        name,
        field,
      })),
      suggestions,
    };
  }

  /** Confirms links, one or many. */
  @Post('procedure-links')
  @RequirePermission('documents.link-procedures')
  @HttpCode(200)
  @ApiOkResponse({ type: ProcedureMatchesView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() { links }: ProcedureLinksRequest,
  ): Promise<ProcedureMatchesView> {
    await this.links.confirm(
      actor,
      links.map(({ documentId, procedureId, by }) => ({
        documentId,
        procedureId,
        matchedBy: by ?? 'person',
      })),
    );
    return this.open(actor);
  }

  @Post('procedure-links/removal')
  @RequirePermission('documents.link-procedures')
  @HttpCode(200)
  @ApiOkResponse({ type: ProcedureMatchesView })
  async remove(
    @CurrentActor() actor: Actor,
    @Body() link: ProcedureLinkRemoval,
  ): Promise<ProcedureMatchesView> {
    await this.links.remove(actor, link);
    return this.open(actor);
  }

  /** TTHC of one document, each with its quy trình nội bộ and what differs. */
  @Get('documents/:id/procedures')
  @RequirePermission('documents.read-coverage')
  @ApiOkResponse({ type: DocumentProceduresView })
  ofDocument(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<DocumentProceduresView> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { suggested, ...shown } = await this.matches.ofDocument(tx, id);
      return {
        ...shown,
        suggested: suggested.map(({ procedureId, code, name, field, by }) => ({
          ...{ procedureId, code, name, field, by },
        })),
      };
    });
  }
}
