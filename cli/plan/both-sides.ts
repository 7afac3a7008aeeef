import { accountOf, type Place } from './place';
import { ResolvedStack, type StackFacts } from './stack';
import { Unknown, type Partly } from './unknown';
import { isObject } from '../../src/core/wire/json';
import { pathIn, type AppStack } from '../assembly/assembly';
import { EMPTY, type Template } from '../assembly/template';
import type { CloudFormation, DeployedStack } from '../aws/cloudformation';

/** A stack as it is deployed and as it is to be; nested ones stand beside the one that they are in. */
export interface BothSides {
  readonly name: string;
  /** As a person names it. */
  readonly title: string;
  readonly region?: string;
  /** Absent where the app has it no longer, or was not asked. */
  readonly young?: ResolvedStack;
  /** Absent where nothing is deployed, or CloudFormation was not asked. */
  readonly old?: ResolvedStack;
  /** Whether CloudFormation was asked. */
  readonly isAsked: boolean;
  readonly status?: string;
  pathOf(logicalId: string): string;
}

interface FoundInApp extends Pick<AppStack, 'account' | 'nested' | 'template'> {
  readonly parameters: Readonly<Record<string, Partly>>;
}

const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** What is asked of CloudFormation while stacks are looked at; without it, nothing is. */
export interface Source {
  readonly cloudFormation?: CloudFormation;
  readonly region?: string;
  /** What an import stands for: before and after the deployment. */
  imported(name: string, side: 'old' | 'young'): Partly | undefined;
}

/** A stack that is looked at only as it is deployed. */
export interface DeployedName {
  readonly name: string;
  readonly title: string;
  /** The paths of its constructs, where an app tells them. */
  pathOf?(logicalId: string): string | undefined;
}

interface Found extends DeployedName {
  readonly app?: FoundInApp;
  readonly deployedAs?: string;
}

/** A stack of the app, with those that are nested in it, and what is deployed of them. */
export async function bothSidesOf(stack: AppStack, source: Source): Promise<BothSides[]> {
  return sidesOf({
    app: stack, name: stack.stackName, title: stack.id, deployedAs: stack.stackName, pathOf: (id) => stack.pathOf(id),
  }, source);
}

/** A deployed stack, whatever the app has. */
export async function deployedSidesOf(stack: DeployedName, source: Source): Promise<BothSides[]> {
  return sidesOf({ ...stack, deployedAs: stack.name }, source);
}

async function sidesOf({ app, name, title, deployedAs, pathOf: told }: Found, source: Source): Promise<BothSides[]> {
  const deployed = deployedAs === undefined ? undefined : await source.cloudFormation?.deployed(deployedAs);
  const nestedIds = nestedOf(app?.template, deployed?.template);
  const there = new Map(await Promise.all(nestedIds.map(async (id): Promise<[string, DeployedStack | undefined]> => {
    const arn = deployed?.resources[id]?.physicalId;
    return [id, arn === undefined ? undefined : await source.cloudFormation?.deployed(arn)];
  })));

  const place: Place = {
    region: source.region,
    account: app?.account ?? accountOf(deployed?.stackId),
    stackName: name,
    ...deployed && { stackId: deployed.stackId },
  };
  const facts = (side: 'old' | 'young'): Omit<StackFacts, 'template'> => ({
    place,
    ...deployed && { deployed },
    imported: (each) => source.imported(each, side) ?? Unknown.of(`import ${each}`),
    nestedOutput: (logicalId, output) => there.get(logicalId)?.outputs[output],
  });
  const old = deployed && new ResolvedStack({ ...facts('old'), template: deployed.template });
  const { template, parameters } = app ?? {};
  const young = template && new ResolvedStack({ ...facts('young'), template, parameters, ...old && { former: old } });
  const pathOf = (id: string) => told?.(id) ?? pathIn(template ?? EMPTY, id) ?? pathIn(deployed?.template ?? EMPTY, id) ?? id;

  const nested = await Promise.all(nestedIds.map(async (id) => {
    const inside = app?.nested(id);
    return sidesOf({
      ...inside && app && young && { app: nestedApp(inside, young, id, app) },
      name: there.get(id)?.stackId ?? id,
      title: `${title}/${id}`,
      ...there.get(id) && { deployedAs: there.get(id)!.stackId },
    }, source);
  }));
  const self: BothSides = {
    name,
    title,
    pathOf,
    isAsked: source.cloudFormation !== undefined,
    ...source.region !== undefined && { region: source.region },
    ...young && { young },
    ...old && { old },
    ...deployed && { status: deployed.status },
  };
  return [self, ...nested.flat()];
}

function nestedOf(...templates: readonly (Template | undefined)[]): string[] {
  const found = templates.flatMap((template) => Object.entries((template ?? EMPTY).Resources)
    .filter(([, { type }]) => type === NESTED_STACK).map(([id]) => id));
  return [...new Set(found)];
}

function nestedApp(template: Template, parent: ResolvedStack, logicalId: string, above: FoundInApp): FoundInApp {
  const parameters = parent.properties(logicalId).Parameters;
  return {
    template,
    ...above.account !== undefined && { account: above.account },
    parameters: isObject(parameters) ? parameters as Readonly<Record<string, Partly>> : {},
    // Those of a nested stack lie beside it.
    nested: () => undefined,
  };
}

/** Whether any of the templates imports what another stack exports. */
export function imports(template: Template): boolean {
  return JSON.stringify(template).includes('"Fn::ImportValue"');
}
