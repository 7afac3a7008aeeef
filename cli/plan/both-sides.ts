import { accountOf, type Place } from './place';
import { ResolvedStack, type StackFacts } from './stack';
import { Unknown, type Partly } from './unknown';
import { isObject } from '../../src/core/wire/json';
import { pathIn, type AppStack } from '../assembly/assembly';
import { EMPTY, nestedIdsIn, type Template } from '../assembly/template';
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
  /** A nested one whose template is not in the app. */
  readonly isElsewhere?: true;
  pathOf(logicalId: string): string;
}

interface FoundInApp extends Pick<AppStack, 'account' | 'nested' | 'template'> {
  readonly parameters: Readonly<Record<string, Partly>>;
}

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
  const nestedIds = [...new Set([app?.template, deployed?.template].flatMap((each) => nestedIdsIn(each ?? EMPTY)))];
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

  const isAsked = source.cloudFormation !== undefined;
  const region = source.region !== undefined && { region: source.region };
  const nested = await Promise.all(nestedIds.map(async (id): Promise<BothSides[]> => {
    const isInApp = app !== undefined && nestedIdsIn(app.template).includes(id);
    const inside = isInApp ? app.nested(app.template, id) : undefined;
    const found = { name: there.get(id)?.stackId ?? id, title: nestedTitle(pathOf(id)) ?? `${title}/${id}` };
    // What is deployed of it may stay or go: nobody can tell.
    if (isInApp && !inside) return [{ ...found, ...region, pathOf, isAsked: false, isElsewhere: true }];
    return sidesOf({
      ...inside && app && young && { app: nestedApp(inside, young, id, app) },
      ...found,
      ...there.get(id) && { deployedAs: there.get(id)!.stackId },
    }, source);
  }));
  const self: BothSides = {
    name,
    title,
    pathOf,
    isAsked,
    ...region,
    ...young && { young },
    ...old && { old },
    ...deployed && { status: deployed.status },
  };
  return [self, ...nested.flat()];
}

/** CDK calls the construct of a nested stack `Above/Inner.NestedStack/Inner.NestedStackResource`. */
function nestedTitle(path: string): string | undefined {
  return /^(.+)\.NestedStack\/[^/]+$/.exec(path)?.[1];
}

function nestedApp(template: Template, parent: ResolvedStack, logicalId: string, above: FoundInApp): FoundInApp {
  const parameters = parent.properties(logicalId).Parameters;
  return {
    template,
    ...above.account !== undefined && { account: above.account },
    parameters: isObject(parameters) ? parameters as Readonly<Record<string, Partly>> : {},
    nested: (inner, id) => above.nested(inner, id),
  };
}

/** Whether any of the templates imports what another stack exports. */
export function imports(template: Template): boolean {
  return JSON.stringify(template).includes('"Fn::ImportValue"');
}
