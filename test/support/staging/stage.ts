import { type RunningApi, sharedEnvironment, startApi } from './product';
import { anOffice, type Office } from './staff';
import { Library } from './library';
import { type TestAgency, World } from '../world';

/** The api of one spec file over the worker's database, with the hands that fill it. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly api: RunningApi,
    readonly environment: Record<string, string>,
    readonly province: TestAgency,
  ) {}

  static async open(overrides: Record<string, string> = {}): Promise<Stage> {
    const world = await World.open();
    const environment = sharedEnvironment(world.database, overrides);
    const api = await startApi(environment);
    return new Stage(world, api, environment, await world.province());
  }

  /** A commune with a person in each role. */
  async office(mark = ''): Promise<Office> {
    return anOffice(this.world, this.api, await this.world.commune(this.province), mark);
  }

  async library(mark = ''): Promise<Library> {
    return new Library(this.world, this.api, await this.office(mark));
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.world.close();
  }
}
