import { type Actor } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  FlagField,
  IdempotencyOf,
  IntegerField,
  ObjectField,
  RequirePermission,
  TextField,
  TextListField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { NotificationSettings } from '../../application/settings/notification-settings';
import { NOTICE_KINDS } from '../../domain/settings/notice-kinds';

class PolicyFields {
  @TextListField({ max: 60, most: 50, description: 'Loại thông báo gửi thư ngay.' })
  urgentKinds!: string[];

  @IntegerField({ max: 23 })
  earliestHour!: number;

  @IntegerField({ max: 23 })
  latestHour!: number;

  @FlagField({ description: 'Cho phép không nhận thư chỉ để biết.' })
  mayMute!: boolean;

  @FlagField({ description: 'Cho phép giờ yên tĩnh.' })
  mayQuiet!: boolean;
}

export class NotificationPolicyView extends PolicyFields {
  @TextField({ nullable: true })
  stewardName!: string | null;

  @IntegerField()
  ownVersion!: number;

  @TextListField({ description: 'Mọi loại thông báo chọn được.' })
  kinds!: string[];
}

export class NotificationPolicyRequest extends PolicyFields {
  @IntegerField({ description: 'Phiên bản riêng đã thấy; 0 nếu chưa có.' })
  basedOn!: number;
}

export class NotificationPreferenceFields {
  @IntegerField({ optional: true, max: 23 })
  digestHour?: number | null;

  @FlagField()
  mutesInformation!: boolean;

  @IntegerField({ optional: true, max: 23 })
  quietFrom?: number | null;

  @IntegerField({ optional: true, max: 23 })
  quietUntil?: number | null;
}

export class NotificationSettingsView {
  @ObjectField(() => NotificationPreferenceFields)
  preference!: NotificationPreferenceFields;

  @IntegerField({ description: 'Giờ gửi thư tổng hợp cơ quan đặt cho người này.' })
  givenHour!: number;

  @ObjectField(() => NotificationPolicyView)
  policy!: NotificationPolicyView;
}

@ApiTags('notifications')
@Controller()
export class SettingsController {
  constructor(private readonly settings: NotificationSettings) {}

  /** What one has chosen oneself, and what the agency allows. */
  @Get('me/notification-settings')
  @RequirePermission('notifications.read-own')
  @ApiOkResponse({ type: NotificationSettingsView })
  async own(@CurrentActor() actor: Actor): Promise<NotificationSettingsView> {
    const { preference, policy } = await this.settings.own(actor);
    const { givenHour, ...chosen } = preference;
    return { preference: chosen, givenHour, policy: { ...policy, kinds: Object.keys(NOTICE_KINDS) } };
  }

  @Put('me/notification-settings')
  @RequirePermission('notifications.read-own')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async setOwn(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: NotificationPreferenceFields,
  ): Promise<void> {
    const { digestHour = null, mutesInformation, quietFrom = null, quietUntil = null } = body;
    await this.settings.setOwn(actor, idempotency, { digestHour, mutesInformation, quietFrom, quietUntil });
  }

  @Get('notification-policy')
  @RequirePermission('notifications.read-rules')
  @ApiOkResponse({ type: NotificationPolicyView })
  async policy(@CurrentActor() actor: Actor): Promise<NotificationPolicyView> {
    return { ...(await this.settings.policy(actor)), kinds: Object.keys(NOTICE_KINDS) };
  }

  @Put('notification-policy')
  @RequirePermission('notifications.set-policy')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async setPolicy(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: NotificationPolicyRequest,
  ): Promise<void> {
    await this.settings.setPolicy(actor, idempotency, body);
  }
}
