import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { templateOf, type Template } from './template';
import { isObject, type Json } from '../../src/core/wire/json';

/** The template of a stack that is nested in another, if it lies beside the template of the stack that is deployed. */
export function nestedIn(above: Template, logicalId: string, templateFile: string): Template | undefined {
  const { metadata, properties } = above.Resources[logicalId];
  // Only the CDK's CLI asks for this metadata; an app that synthesizes by itself has the hash of the asset in the URL.
  const file = metadata['aws:asset:path'] ?? assetIn(JSON.stringify(properties.TemplateURL ?? ''), templateFile);
  const path = typeof file === 'string' ? join(dirname(templateFile), file) : undefined;
  return path !== undefined && existsSync(path) ? templateOf(read(path)) : undefined;
}

function assetIn(url: string, templateFile: string): Json | undefined {
  const manifest = templateFile.replace(/\.template\.json$/, '.assets.json');
  if (!existsSync(manifest)) return undefined;
  const { files } = read(manifest) as { readonly files?: Json };
  const [, asset] = Object.entries(isObject(files) ? files : {}).find(([hash]) => url.includes(hash)) ?? [];
  return isObject(asset) && isObject(asset.source) ? asset.source.path : undefined;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
