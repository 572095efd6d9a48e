import { type ReadTransaction } from '@app/platform/database';
import { formToPdf } from '@app/platform/forms';
import { OfficeConverter } from '@app/platform/office';
import { hasImages, markForVerification } from '@app/platform/pdf';
import { FileStore, type StoredFile } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { printedVerificationCode } from '../domain/verification-code';
import { type ScopeLineRow } from '../persistence/declaration-row';
import { DeclarationPaper, type PaperContent } from './declaration-paper';
import { PortalPlace } from './portal-place';

/** Lays in the public area what the public may open. Content names the files, so laying them again is harmless. */
@Injectable()
export class PublicFiles {
  constructor(
    private readonly papers: DeclarationPaper,
    private readonly converter: OfficeConverter,
    private readonly files: FileStore,
    private readonly portal: PortalPlace,
  ) {}

  content(tx: ReadTransaction, id: string): Promise<PaperContent> {
    return this.papers.content(tx, id);
  }

  /** The PDF of the declaration with its QR code; name and position of the signer stand in it, a picture of a signature never. @throws OfficeUnavailable */
  async paper(content: PaperContent): Promise<StoredFile> {
    const { agencyId, verificationCode } = content.row;
    const pdf = await formToPdf(this.converter, await this.papers.docx(content));
    const marked = await markForVerification(pdf, {
      url: `${this.portal.url}/q/${verificationCode}`,
      code: printedVerificationCode(verificationCode),
    });
    return this.files.put('public', agencyId, marked);
  }

  /**
   * The signed renditions, unchanged: their hash is what was approved. One that holds pictures is not laid out: a
   * scanned paper shows signatures and seals, and those never appear in public.
   */
  async copies(agencyId: string, lines: readonly ScopeLineRow[]): Promise<Map<string, StoredFile>> {
    const laid = new Map<string, StoredFile>();
    for (const { versionId, renditionSha256: sha256 } of lines) {
      const ref = { area: 'renditions', agencyId, sha256 } as const;
      if (!(await hasImages(await this.files.readVerified(ref))))
        laid.set(versionId, await this.files.copy(ref, 'public'));
    }
    return laid;
  }
}
