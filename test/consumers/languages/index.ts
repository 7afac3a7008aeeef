import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { python } from './python';
import { typescript } from './typescript';
import type { Language } from '../language';

/** TypeScript comes first: the others are compared with it. */
export const LANGUAGES: readonly Language[] = [typescript, python, java, go, csharp];
