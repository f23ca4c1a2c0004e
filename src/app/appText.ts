/** The texts of the pages around the panel. */
export const appText = {
  search: 'Search',
  pages: 'Pages',
  opening: 'Opening…',
  crashed: {
    title: 'This page stopped working',
    body: 'What was saved is safe in Gladly. Reload the page, and report it if it happens again.',
    reload: 'Reload',
  },
};
