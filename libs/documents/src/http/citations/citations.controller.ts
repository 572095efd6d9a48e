import { type Actor, isUuid } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { CitationShelf, LinkCitation } from '../../application/citations/link-citation';
import { VersionDetailQuery } from '../../persistence/version-detail.query';
import {
  CitationDecision,
  CitationLines,
  OutdatedCitation,
  OutdatedCitationPage,
  UnresolvedCitation,
  UnresolvedCitationPage,
} from './citations.dto';
import { place } from './place';

const DEFAULT_LIMIT = 50;

/** What the documents of an agency cite, and which texts of the register that means. */
@ApiTags('documents')
@Controller()
export class CitationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: CitationShelf,
    private readonly linking: LinkCitation,
    private readonly versions: VersionDetailQuery,
  ) {}

  /** What a version cites: the text meant with its status today, or what may be meant. */
  @Get('versions/:id/citations')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: CitationLines })
  ofVersion(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<CitationLines> {
    return this.unitOfWork.read(actor, async (tx) => {
      await this.versions.get(tx, id);
      return { items: await this.shelf.citations.ofVersion(tx, id) };
    });
  }

  /** "Viện dẫn chưa khớp": wordings of documents in force that mean no text of the register without doubt. */
  @Get('unresolved-citations')
  @RequirePermission('documents.read-upkeep')
  @ApiOkResponse({ type: UnresolvedCitationPage })
  async unresolved(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<UnresolvedCitation>> {
    const position = place(decodeCursor(after, 2), (kind) => kind === 'number' || kind === 'name');
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.shelf.citations.unresolved(tx, { after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: ({ sortKey: _, ...line }) => line,
      key: ({ kind, sortKey }) => [kind, sortKey],
    });
  }

  /** Documents in force that cite a text which has ended, is decided to end, or is not meant for the agency. */
  @Get('outdated-citations')
  @RequirePermission('documents.read-upkeep')
  @ApiOkResponse({ type: OutdatedCitationPage })
  async outdated(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<OutdatedCitation>> {
    const position = place(decodeCursor(after, 2), () => true, isUuid);
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.shelf.citations.outdated(tx, { after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: ({ sortKey: _, ...line }) => line,
      key: ({ sortKey, textId }) => [sortKey, textId],
    });
  }

  /** A person says which text a citation means, for every document of the agency that cites in these words. */
  @Post('citation-links')
  @RequirePermission('documents.link-citations')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  link(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { textId, ...cited }: CitationDecision,
  ): Promise<void> {
    return this.linking.link(actor, idempotency, wordsOf(cited), textId);
  }

  /** The text proposed, or linked before, is not the one. */
  @Post('citation-rejections')
  @RequirePermission('documents.link-citations')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  reject(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { textId, ...cited }: CitationDecision,
  ): Promise<void> {
    return this.linking.reject(actor, idempotency, wordsOf(cited), textId);
  }
}

function wordsOf({
  kind,
  words,
  issuer,
  issuedOn,
  year,
}: Omit<CitationDecision, 'textId'>): Parameters<LinkCitation['link']>[2] {
  return { kind, words, issuer: issuer ?? null, issuedOn: issuedOn ?? null, year: year ?? null };
}
