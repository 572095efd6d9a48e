import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The contract of the API, generated from the controllers. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('ISO điện tử')
    .setDescription('Giao diện lập trình của hệ thống quản lý chất lượng điện tử. Lỗi theo RFC 9457.')
    .setVersion('1')
    .addCookieAuth('__Host-iso_session')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Shows the contract at `/api/docs` and gives it at `/api/docs-json`. */
export function documentApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/docs-json' });
}
