import type { AppFiles } from '../readApp.ts';
import type { Report } from './report.ts';

const template =
  '(?:request_url|request_body|response_transformation|external_id|external_updated_at|external_parent_id)';

/** What may stand in an app, of what we use (app-platform-examples, ai/app_platform_context.md). */
const places = [
  'manifest\\.json',
  'authentication/headers/[A-Za-z0-9-]+\\.gtpl',
  'data/data_schema\\.graphql',
  `data/pull/\\w+/(?:config\\.json|${template}\\.gtpl)`,
  'actions/actions_schema\\.graphql',
  'actions/\\w+/(?:config\\.json|(?:request_url|request_body|response_transformation)\\.gtpl)',
  'ui/admin/form\\.json',
  'ui/templates/\\w+/(?:config\\.json|flexible\\.card|_edit_/\\w+\\.json)',
  'ui/forms/\\w+/(?:config\\.json|(?:form|action_inputs|action_result)\\.gtpl)',
].map((pattern) => new RegExp(`^${pattern}$`));

/** The attributes that templates are given, which test data is named after. */
const attributes = [
  'action',
  'actions',
  'correlationId',
  'customer',
  'data',
  'externalData',
  'formAttrs',
  'inputs',
  'integration',
  'rawData',
  'request',
  'response',
];

const testFile = /^(.+)\/_test_\/(?:[^/]+\/)?([^/]+)\.(\w+)$/;
const expectation = /^(.+)\/_test_\/[^/]+\/expected_(.+)\.(?:txt|json|bin)$/;

function checkTestFile(files: AppFiles, path: string, report: Report) {
  const [, folder = '', name = '', extension = ''] = testFile.exec(path) ?? [];
  const [, , templateName] = expectation.exec(path) ?? [];
  if (templateName !== undefined) {
    if (!files.has(`${folder}/${templateName}.gtpl`))
      report(path, `expects something of ${templateName}.gtpl, which is not there`);
  } else if (name.startsWith('expected_')) report(path, 'stands outside of a data set');
  else if (!attributes.includes(name) || extension !== 'json')
    report(path, `is named after no attribute that templates are given`);
}

/** Folders of one kind, by what stands in them. */
function foldersIn(files: AppFiles, parent: string): string[] {
  const pattern = new RegExp(`^(${parent}/\\w+)/`);
  return [...new Set([...files.keys()].flatMap((path) => pattern.exec(path)?.[1] ?? []))];
}

/** The folders that each hold one thing. */
export const folders = (files: AppFiles) => ({
  pulls: foldersIn(files, 'data/pull'),
  actions: foldersIn(files, 'actions'),
  cards: foldersIn(files, 'ui/templates'),
  forms: foldersIn(files, 'ui/forms'),
});

/** Whether every file has its place, every place its files, and every template an expectation. */
export function lintLayout(files: AppFiles, report: Report): void {
  for (const path of files.keys()) {
    if (path.includes('/_test_/')) checkTestFile(files, path, report);
    else if (!places.some((place) => place.test(path)))
      report(path, 'has no place in the layout of an app');
  }
  const need = (path: string) => {
    if (!files.has(path)) report(path, 'is missing');
  };
  const { pulls, actions, cards, forms } = folders(files);
  need('manifest.json');
  if (pulls.length > 0) need('data/data_schema.graphql');
  if (actions.length > 0) need('actions/actions_schema.graphql');
  for (const pull of pulls)
    for (const name of ['config.json', 'request_url.gtpl', 'external_id.gtpl'])
      need(`${pull}/${name}`);
  for (const action of actions)
    for (const name of ['config.json', 'request_url.gtpl', 'response_transformation.gtpl'])
      need(`${action}/${name}`);
  for (const card of cards)
    for (const name of ['config.json', 'flexible.card', '_edit_/default.json'])
      need(`${card}/${name}`);
  for (const form of forms)
    for (const name of ['config.json', 'form.gtpl', 'action_result.gtpl']) need(`${form}/${name}`);
  const expected = new Set(
    [...files.keys()].flatMap((path) => {
      const [, folder, name] = expectation.exec(path) ?? [];
      return name === undefined ? [] : [`${folder}/${name}.gtpl`];
    }),
  );
  for (const path of files.keys())
    if (path.endsWith('.gtpl') && !expected.has(path))
      report(path, 'has no test data: no _test_ folder expects anything of it');
}
