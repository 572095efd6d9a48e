import { DeclarationsQuery, type ListedDeclarationRow, PapersQuery } from '@portal/declarations';
import {
  Controller,
  Get,
  NotFoundException,
  Param,
  Req,
  Res,
  ServiceUnavailableException,
} from '@nestjs/common';
import { FileStore } from '@app/platform/storage';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { escapeText } from '../pages/markup';
import { PortalSite } from './portal-site';
import { sendText } from './reply';

const SITEMAP_LIMIT = 50_000;
const REGISTER_LIMIT = 5000;
const FEED_LIMIT = 50;

/** What is read by machines: feeds, sitemap, robots, stylesheet and fonts, health. */
@Controller()
export class MachinesController {
  constructor(
    private readonly declarations: DeclarationsQuery,
    private readonly papers: PapersQuery,
    private readonly files: FileStore,
    private readonly site: PortalSite,
  ) {}

  @Get('health/live')
  live(@Res() reply: FastifyReply): Promise<void> {
    return sendHealth(reply);
  }

  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    await Promise.all([this.papers.probe(), this.files.check()]).catch(() => {
      throw new ServiceUnavailableException();
    });
    await sendHealth(reply);
  }

  @Get('robots.txt')
  async robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = `User-agent: *\nDisallow: /q/\nDisallow: /kiem-tra?\nSitemap: ${this.site.portalUrl}/sitemap.xml\n`;
    await sendText(request, reply, { body, type: 'text/plain; charset=utf-8' });
  }

  @Get('sitemap.xml')
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.papers.sitemap(SITEMAP_LIMIT);
    const urls = rows.map(
      ({ path, changedAt }) =>
        `<url><loc>${escapeText(this.site.portalUrl + path)}</loc><lastmod>${changedAt.slice(0, 10)}</lastmod></url>`,
    );
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${this.site.portalUrl}/</loc></url>
${urls.join('\n')}</urlset>\n`;
    await sendText(request, reply, { body, type: 'application/xml; charset=utf-8' });
  }

  @Get('du-lieu/cong-bo.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const items = (await this.declarations.register(REGISTER_LIMIT)).map((line) => this.#record(line));
    await sendText(request, reply, {
      body: JSON.stringify({ items }),
      type: 'application/json; charset=utf-8',
    });
  }

  @Get('du-lieu/cong-bo.csv')
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const items = (await this.declarations.register(REGISTER_LIMIT)).map((line) => this.#record(line));
    const heads = [
      'agency',
      'number',
      'signedOn',
      'standard',
      'procedures',
      'state',
      'publishedAt',
      'url',
    ] as const;
    const lines = [
      heads.join(','),
      ...items.map((item) => heads.map((head) => csvCell(item[head])).join(',')),
    ];
    // The byte order mark makes spreadsheet programs read UTF-8.
    await sendText(request, reply, {
      body: `\ufeff${lines.join('\r\n')}\r\n`,
      type: 'text/csv; charset=utf-8',
    });
  }

  @Get('du-lieu/cong-bo.rss')
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const items = (await this.declarations.register(FEED_LIMIT)).map((line) => {
      const { url, agency, number, standard } = this.#record(line);
      return `<item><title>${escapeText(`${agency}: ${number} (${standard})`)}</title><link>${url}</link>
<guid>${url}</guid><pubDate>${new Date(line.publishedAt).toUTCString()}</pubDate></item>`;
    });
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Công bố hệ thống quản lý chất lượng</title><link>${this.site.portalUrl}/</link>
<description>Bản công bố mới nhất</description>${items.join('\n')}</channel></rss>\n`;
    await sendText(request, reply, { body, type: 'application/rss+xml; charset=utf-8' });
  }

  @Get('tai-nguyen/:name')
  async resource(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const file = this.site.files.get(name);
    if (file === undefined) throw new NotFoundException();
    await reply
      .type(file.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(file.body);
  }

  #record(line: ListedDeclarationRow): Record<
    'agency' | 'number' | 'signedOn' | 'standard' | 'state' | 'publishedAt' | 'url',
    string
  > & {
    procedures: number;
  } {
    return {
      agency: line.agencyName,
      number: line.number,
      signedOn: line.signedOn,
      standard: line.standard,
      procedures: line.scopeSize,
      state: line.state,
      publishedAt: line.publishedAt,
      url: `${this.site.portalUrl}/cong-bo/${line.code}`,
    };
  }
}

async function sendHealth(reply: FastifyReply): Promise<void> {
  await reply.header('cache-control', 'no-store').type('application/json').send('{"status":"ok"}');
}

/** Quoted; a leading sign that a spreadsheet would run as a formula is made text (RI-19). */
function csvCell(value: string | number): string {
  const text = String(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
