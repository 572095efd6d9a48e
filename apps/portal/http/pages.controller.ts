import { AgenciesQuery, DeclarationsQuery, PapersQuery, readVerificationCode } from '@portal/declarations';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { toString as qrCode } from 'qrcode';

import { agencyPage } from '../pages/agency';
import { checkedPage, checkPage, unknownCodePage, unknownFilePage } from '../pages/check';
import { declarationPage } from '../pages/declaration';
import { headsPage } from '../pages/heads';
import { homePage, searchPage } from '../pages/home';
import { type Html, trusted } from '../pages/markup';
import { link, type PageContext } from '../pages/layout';
import { PortalSite } from './portal-site';
import { sendText } from './reply';
import { contextOf, typedText } from './request';

const NEWEST = 10;
const PER_PAGE = 50;
const HEADS = 500;
const SLUG = /^[a-z0-9-]{1,200}$/;
/** Codes of copies are another slice's; they are looked for as the paper has them. */
const CODE = /^[0-9A-Za-z_-]{6,40}$/;
/** What the browser computed of a dropped file, or a person pasted. */
const HASH = /^[0-9a-f]{64}$/i;

/** The pages that people read. */
@Controller()
export class PagesController {
  constructor(
    private readonly agencies: AgenciesQuery,
    private readonly declarations: DeclarationsQuery,
    private readonly papers: PapersQuery,
    private readonly site: PortalSite,
  ) {}

  @Get()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const overview = await this.declarations.overview(NEWEST);
    await sendText(request, reply, { body: homePage(this.#context(request), overview) });
  }

  @Get('co-quan')
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const words = typedText(request, 'q');
    const after = typedText(request, 'sau');
    const found = await this.agencies.search({ words, after: after === '' ? null : after, limit: PER_PAGE });
    const byNumber =
      /\d/.test(words) && after === '' ? await this.declarations.byNumber(words, PER_PAGE) : [];
    const agencies = found.slice(0, PER_PAGE);
    const next = found.length > PER_PAGE ? (agencies.at(-1)?.slug ?? null) : null;
    await sendText(request, reply, {
      body: searchPage(this.#context(request), { words, agencies, next, byNumber }),
    });
  }

  @Get('co-quan/:slug')
  async agency(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agency = SLUG.test(slug) ? await this.agencies.page(slug) : null;
    if (agency === null) throw new NotFoundException();
    await sendText(request, reply, { body: agencyPage(this.#context(request), agency) });
  }

  @Get('cong-bo/:code')
  async declaration(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const code = readVerificationCode(typed);
    const declared = code === null ? null : await this.declarations.page(code);
    if (declared === null) throw new NotFoundException();
    const body = declarationPage(this.#context(request), declared, await this.#qr(declared.code));
    await sendText(request, reply, { body });
  }

  @Get('kiem-tra')
  async check(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = this.#context(request);
    const typed = typedText(request, 'so');
    if (typed === '') {
      await sendText(request, reply, { body: checkPage(context, typed, null) });
      return;
    }
    if (HASH.test(typed)) {
      await this.#checkHash(request, reply, typed.toLowerCase());
      return;
    }
    const code = readVerificationCode(typed);
    if (code !== null) {
      await reply.redirect(link(context, `/q/${code}`), 303);
      return;
    }
    const found = await this.declarations.byNumber(typed, PER_PAGE);
    await sendText(request, reply, { body: checkPage(context, typed, found) });
  }

  @Get('q/:code')
  async checkCode(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = this.#context(request);
    const code = readVerificationCode(typed);
    const codes = [typed, code].filter((one) => one !== null && CODE.test(one)) as string[];
    const paper = codes.length === 0 ? null : await this.papers.check(codes);
    if (paper === null) await sendText(request, reply, { body: unknownCodePage(context), status: 404 });
    else await sendText(request, reply, { body: checkedPage(context, paper, code ?? typed) });
  }

  @Get('ma-khoa')
  async heads(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendText(request, reply, {
      body: headsPage(this.#context(request), await this.papers.heads(HEADS)),
    });
  }

  /** R22: the file stays in the browser; its hash finds the paper that it is. */
  async #checkHash(request: FastifyRequest, reply: FastifyReply, hash: string): Promise<void> {
    const context = this.#context(request);
    const code = await this.papers.codeOfFile(hash);
    if (code === null) await sendText(request, reply, { body: unknownFilePage(context, hash), status: 404 });
    else await reply.redirect(link(context, `/q/${code}`), 303);
  }

  #context(request: FastifyRequest): PageContext {
    return contextOf(request, this.site);
  }

  async #qr(code: string): Promise<Html> {
    const svg = await qrCode(`${this.site.portalUrl}/q/${code}`, {
      type: 'svg',
      margin: 2,
      errorCorrectionLevel: 'M',
    });
    return trusted(svg.replace('<svg ', '<svg role="img" aria-label="QR" ').trim());
  }
}
