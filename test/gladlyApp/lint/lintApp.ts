import type { AppFiles } from '../readApp.ts';
import { lintCards } from './cards.ts';
import { readSchemas } from './graphqlSchemas.ts';
import { lintJson, readConfigs } from './jsonFiles.ts';
import { lintLayout } from './layout.ts';
import { lintReferences } from './references.ts';
import type { Report } from './report.ts';
import { lintTestData } from './testData.ts';

/**
 * Everything that is wrong with an app, by what Gladly documents of layout, JSON files, GraphQL, cards and
 * test data. It stands in for `appcfg validate`, which is no part of a build here; what appcfg checks
 * beyond its documentation, only appcfg can tell.
 */
export function lintApp(files: AppFiles): string[] {
  const problems: string[] = [];
  const report: Report = (path, message) => void problems.push(`${path}: ${message}`);
  lintLayout(files, report);
  lintJson(files, report);
  const schemas = readSchemas(files, report);
  const configs = readConfigs(files);
  lintReferences(files, schemas, configs, report);
  lintTestData(files, schemas, configs, report);
  lintCards(files, schemas, configs, report);
  return problems;
}
