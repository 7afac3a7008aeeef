import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject } from '../../src/core/wire/json';

/** Finds the file that a function runs in the output folder of a synthesized app, as `cdk deploy` would upload it. */
export function assetHandlerFile(assetsDir: string, functionLogicalId: string, properties: JsonObject): string {
  const code = properties.Code;
  const key = isObject(code) ? code.S3Key : undefined;
  if (typeof key !== 'string') throw new Error(`${functionLogicalId}: the code is no asset; give its file by 'handlerFile'`);
  const source = assetSources(assetsDir).get(key);
  if (source === undefined) throw new Error(`${functionLogicalId}: no asset of ${assetsDir} is uploaded as ${key}`);
  const path = join(assetsDir, source);
  if (!statSync(path).isDirectory()) {
    throw new Error(`${functionLogicalId}: its asset is the archive ${path}; give its file by 'handlerFile'`);
  }
  const file = String(properties.Handler ?? 'index.handler').split('.').slice(0, -1).join('.');
  return join(path, `${file}.js`);
}

/** Under which key each file asset is uploaded, and where it lies. */
function assetSources(assetsDir: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const manifest of readdirSync(assetsDir).filter((name) => name.endsWith('.assets.json'))) {
    const { files } = JSON.parse(readFileSync(join(assetsDir, manifest), 'utf8')) as { files?: Json };
    for (const asset of objects(files)) {
      const path = isObject(asset.source) ? asset.source.path : undefined;
      for (const destination of objects(asset.destinations)) {
        if (typeof path === 'string' && typeof destination.objectKey === 'string') found.set(destination.objectKey, path);
      }
    }
  }
  return found;
}

function objects(value: Json | undefined): JsonObject[] {
  return isObject(value) ? Object.values(value).filter(isObject) : [];
}
