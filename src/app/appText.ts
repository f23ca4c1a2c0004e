/** The texts of the pages around the panel. */
export const appText = {
  search: 'Search',
  pages: 'Pages',
  opening: 'Opening…',
  crashed: {
    title: 'This page stopped working',
    body: 'A fault in the panel keeps it from being shown. What was saved is safe in Gladly; edits that were not saved are lost. Reload the page, and report it if it happens again.',
    reload: 'Reload',
  },
};
