import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  contentDisposition,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { RecordMeeting } from '../../application/reading/record-meeting';
import {
  AcknowledgementsRepository,
  type MeetingRow,
} from '../../persistence/reading/acknowledgements.repository';
import { MeetingView } from './distribution.dto';
import { DistributionPresenter } from './distribution.presenter';
import { meetingOf } from './scan-upload';

@ApiTags('documents')
@Controller('versions/:id/meetings')
export class MeetingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly presenter: DistributionPresenter,
    private readonly record: RecordMeeting,
  ) {}

  /** Meetings at which this version was made known (OF-09), the newest first. */
  @Get()
  @RequirePermission('documents.read-distribution')
  @ApiOkResponse({ type: MeetingView, isArray: true })
  list(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<MeetingView[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      await this.presenter.assertSeen(tx, id);
      return (await this.acknowledgements.meetings(tx, id)).map(viewOf);
    });
  }

  /** Takes the signed list: fields heldOn, place, personIds (joined by commas), and the scan as "file". */
  @Post()
  @RequirePermission('documents.distribute')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: MeetingView })
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @Req() request: HttpRequest,
  ): Promise<MeetingView> {
    await this.unitOfWork.read(actor, (tx) => this.presenter.assertSeen(tx, versionId));
    const id = await this.record.execute(actor, await meetingOf(request, versionId));
    return this.unitOfWork.read(actor, async (tx) => viewOf(await this.acknowledgements.meeting(tx, id)));
  }
}

@ApiTags('documents')
@Controller('meetings')
export class MeetingScansController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly files: FileStore,
  ) {}

  /** The signed list as it was scanned; never opened in the browser. */
  @Get(':id/scan')
  @RequirePermission('documents.read-distribution')
  @ApiProduces('application/octet-stream')
  async scan(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const meeting = await this.unitOfWork.read(actor, (tx) => this.acknowledgements.meeting(tx, id));
    const ref = { area: 'records', agencyId: actor.agencyId, sha256: meeting.fileSha256 } as const;
    const stream = await this.files.openVerified(ref);
    await reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': meeting.fileSize,
        'content-disposition': contentDisposition(meeting.fileName),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(stream);
  }
}

function viewOf({
  id,
  heldOn,
  place,
  fileName,
  fileSize,
  recordedByName,
  recordedAt,
  people,
}: MeetingRow): MeetingView {
  return { id, heldOn, place, fileName, fileSize, recordedByName, recordedAt, people };
}
