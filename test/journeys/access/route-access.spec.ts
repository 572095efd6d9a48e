import { HttpModule, PortalAddress, PublicRoute, RequirePermission } from '@app/platform/http';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

@Controller('planted')
class DeclaredController {
  @Get('open')
  @PublicRoute()
  open(): string {
    return 'ok';
  }

  @Get('kept')
  @RequirePermission('documents.read')
  kept(): string {
    return 'ok';
  }
}

@Controller('planted')
class ForgetfulController {
  @Get('forgotten')
  forgotten(): string {
    return 'ok';
  }
}

async function boot(controllers: Type[]): Promise<NestFastifyApplication> {
  @Module({
    imports: [HttpModule.forRoot([], {}, new PortalAddress('http://127.0.0.1:3001'))],
    controllers,
  })
  class PlantedModule {}
  const app = await NestFactory.create<NestFastifyApplication>(PlantedModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  return app.init();
}

it('boots when each route names its access', async () => {
  const app = await boot([DeclaredController]);

  await app.close();

  expect(app).toBeDefined();
});

it('does not boot with a route that names none', async () => {
  await expect(boot([DeclaredController, ForgetfulController])).rejects.toThrow(
    'ForgetfulController.forgotten',
  );
});
