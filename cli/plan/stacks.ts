import { atOnce, STACKS_AT_ONCE } from './at-once';
import { bothSidesOf, deployedSidesOf, imports, type BothSides, type DeployedName, type Source } from './both-sides';
import type { Partly } from './unknown';
import type { AppStack } from '../assembly/assembly';
import { EMPTY, nestedIdsIn, type Template } from '../assembly/template';
import { CloudFormation } from '../aws/cloudformation';
import type { Context } from '../context';

/** CloudFormation of each Region that is asked for. */
class Regions {
  private readonly clients = new Map<string, Promise<CloudFormation>>();

  constructor(private readonly context: Context, private readonly wayOut: string) {}

  public async at(region: string): Promise<CloudFormation> {
    const { session, world } = this.context;
    const client = this.clients.get(region) ?? CloudFormation.open(session, world, region, this.wayOut);
    this.clients.set(region, client);
    return client;
  }

  public async close(): Promise<void> {
    for (const client of await Promise.allSettled(this.clients.values())) if (client.status === 'fulfilled') client.value.close();
  }
}

/** The stacks of an app as they are deployed and as they are to be. */
export async function sidesOf(stacks: readonly AppStack[], context: Context, isAsked: boolean): Promise<BothSides[]> {
  const { session, progress } = context;
  const regions = new Regions(context, ', or leave CloudFormation out by --no-cloudformation');
  const all: BothSides[] = [];
  try {
    const found = await atOnce(STACKS_AT_ONCE, stacks, async (stack) => {
      progress.step(`looking at the stack ${stack.id}`);
      const region = stack.region ?? (isAsked ? await session.region() : session.givenRegion);
      const cloudFormation = isAsked && region !== undefined ? await regions.at(region) : undefined;
      const exported = cloudFormation && templatesOf(stack).some(imports) ? await cloudFormation.exports() : undefined;
      const imported: Source['imported'] = (name, side) => {
        const own = side === 'young' ? exportOf(all, name) : undefined;
        return typeof own === 'string' ? own : exported?.get(name) ?? own;
      };
      return bothSidesOf(stack, { ...cloudFormation && { cloudFormation }, ...region !== undefined && { region }, imported });
    });
    all.push(...found.flat());
    return all;
  } finally {
    await regions.close();
  }
}

/** The deployed stacks of these names. */
export async function deployedOf(
  stacks: readonly (DeployedName & { readonly region?: string })[], context: Context,
): Promise<BothSides[]> {
  const regions = new Regions(context, '');
  try {
    const found = await atOnce(STACKS_AT_ONCE, stacks, async ({ region: given, ...stack }) => {
      context.progress.step(`looking at the stack ${stack.title}`);
      const region = given ?? await context.session.region();
      const cloudFormation = await regions.at(region);
      // What its imports stand for is asked when one is met, which is before anything is compared.
      const deployed = await cloudFormation.deployed(stack.name);
      const exported = deployed && imports(deployed.template) ? await cloudFormation.exports() : undefined;
      return deployedSidesOf(stack, { cloudFormation, region, imported: (each) => exported?.get(each) });
    });
    return found.flat();
  } finally {
    await regions.close();
  }
}

/** That of the stack, and those of all that is nested in it. */
function templatesOf({ template, nested }: AppStack): Template[] {
  const within = (above: Template): Template[] => [above, ...nestedIdsIn(above).flatMap((id) => within(nested(above, id) ?? EMPTY))];
  return within(template);
}

/** What a stack of the app exports under a name. */
function exportOf(sides: readonly BothSides[], name: string): Partly | undefined {
  for (const { young } of sides) {
    const value = young?.exported(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
